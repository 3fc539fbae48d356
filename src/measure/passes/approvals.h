/*
 * Approvals: the households first approved in the year, kinship apart, and the time it took from
 * the application; the payments that thank carers.
 */
#ifndef HEARTH_MEASURE_PASSES_APPROVALS_H
#define HEARTH_MEASURE_PASSES_APPROVALS_H

#include "measure/passes/tally.h"

void count_approvals(struct tally *tally);

#endif
