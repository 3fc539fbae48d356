/*
 * Stability: in how many placements a child spent nights of the year.
 *
 * The child's episodes of all years stand in order of from, then to (none is last), then as
 * written; temporary ones, short breaks and those without a night are left out. Consecutive ones
 * are one placement, with a gap or without, when they name the same household, or when neither
 * names one and placement and provider are the same. A placement counts when one of its nights,
 * which belong to the dates they begin on, is in the period; a gap has none.
 */
#ifndef HEARTH_MEASURE_PASSES_STABILITY_H
#define HEARTH_MEASURE_PASSES_STABILITY_H

#include "measure/passes/tally.h"

/* Whether the child spent nights of the period in three or more placements (stability.c). */
bool three_or_more_placements(struct tally *tally, const struct record *child);

#endif
