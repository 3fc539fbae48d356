/*
 * Charts as data: categories and series from measures, years or benchmarks.
 */
#ifndef HEARTH_COMPOSE_DATA_CHART_H
#define HEARTH_COMPOSE_DATA_CHART_H

#include "compose/data/sketch.h"

struct chart *sketch_chart(struct sketch *sketch, const struct record *record);

#endif
