/*
 * Kinship: viability assessments, full assessments, those of independent social workers. Outcomes,
 * contexts and orders follow from their wholes.
 */
#ifndef HEARTH_MEASURE_PASSES_KINSHIP_H
#define HEARTH_MEASURE_PASSES_KINSHIP_H

#include "measure/passes/tally.h"

void count_kinship(struct tally *tally);

#endif
