/* The computation of a year: the passes, then what is reckoned from their counts. */
#ifndef HEARTH_MEASURE_PASSES_COMPUTE_H
#define HEARTH_MEASURE_PASSES_COMPUTE_H

#include "measure/measure.h"

/*
 * Computes every measure of the period; `counted` may be NULL. Depends on nothing but the records
 * and the period.
 */
void measure_year(const struct extract *extract, const struct period *period,
		  struct figures *figures, struct counted *counted);

#endif
