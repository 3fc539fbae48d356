/*
 * Households: when each was approved, who fosters on the last day, who joined and left, places.
 */
#ifndef HEARTH_MEASURE_PASSES_HOUSEHOLDS_H
#define HEARTH_MEASURE_PASSES_HOUSEHOLDS_H

#include "measure/passes/tally.h"

/* The passes, by subject. households_index comes first; the others in any order. */
void households_index(struct tally *tally);

const struct household *household_lookup(const struct tally *tally, const char *id);

void count_households(struct tally *tally);

#endif
