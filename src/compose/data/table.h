/*
 * Tables as data: rows of measures under columns, families, years side by side, and figures beside
 * published ones.
 */
#ifndef HEARTH_COMPOSE_DATA_TABLE_H
#define HEARTH_COMPOSE_DATA_TABLE_H

#include "compose/data/sketch.h"

struct table *sketch_table(struct sketch *sketch, const struct record *record);

#endif
