/* Reviews of carers: whether they were held in time, and what carers said in them. */
#ifndef HEARTH_MEASURE_PASSES_REVIEWS_H
#define HEARTH_MEASURE_PASSES_REVIEWS_H

#include "measure/passes/tally.h"

void count_reviews(struct tally *tally);

#endif
