/*
 * Comparisons in words, beside figures that say otherwise: "fewer than the year before" beside one
 * that rose, "above the national average" beside one below England's, "too many were late" beside
 * 100%. A marker's forms are no words here: they follow the figure. What is meant stands within
 * <as-written> … </as-written>.
 */
#ifndef HEARTH_COMPOSE_MARKERS_COMPARISON_H
#define HEARTH_COMPOSE_MARKERS_COMPARISON_H

#include "compose/markers/source.h"

/* Warns of each in a source of the narrative's folder. */
void comparison_check(struct composer *composer, const struct source *source);

#endif
