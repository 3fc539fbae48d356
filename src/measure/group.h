/*
 * What else the table of measures says: units by name, the captions of its groups.
 */
#ifndef HEARTH_MEASURE_GROUP_H
#define HEARTH_MEASURE_GROUP_H

#include "measure/measure.h"

#endif
