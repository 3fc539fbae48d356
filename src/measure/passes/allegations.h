/* Allegations against carers, and complaints: by the year they came in. */
#ifndef HEARTH_MEASURE_PASSES_ALLEGATIONS_H
#define HEARTH_MEASURE_PASSES_ALLEGATIONS_H

#include "measure/passes/tally.h"

void count_allegations(struct tally *tally);

#endif
