/*
 * Unbound figures: digits that someone typed where a marker should name a measure.
 *
 * What is no figure is known for what it is: dates and years, ranges, ages, telephone numbers,
 * numbers of laws and standards, steps and forms, ordinals, postcodes, list numbers, headings,
 * quotations, addresses. For the rest an author may write <as-written>22</as-written>.
 */
#ifndef HEARTH_COMPOSE_MARKERS_UNBOUND_H
#define HEARTH_COMPOSE_MARKERS_UNBOUND_H

#include "compose/markers/source.h"

/* Warns of each unbound figure of the source, and names the measure that has its value, if any. */
void unbound_check(struct composer *composer, const struct source *source);

#endif
