/*
 * What else the table of measures says: units by name, the captions of its groups.
 */
#ifndef HEARTH_GROUP_H
#define HEARTH_GROUP_H

#include "measure/measure.h"

const char *measure_unit_name(enum measure_unit unit); /* count, percent, decimal */

/* The caption of the measure's group: measures of one group follow one another. */
const char *measure_group(enum measure_id id);

/* The caption of the family that the measure belongs to, "By source"; NULL when it is in none. */
const char *measure_family(enum measure_id id);

#endif
