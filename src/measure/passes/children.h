/*
 * Children: where those in care live on the last day, how placements ended, who left care.
 */
#ifndef HEARTH_MEASURE_PASSES_CHILDREN_H
#define HEARTH_MEASURE_PASSES_CHILDREN_H

#include "measure/passes/tally.h"

void count_children(struct tally *tally);

#endif
