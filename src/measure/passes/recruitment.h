/*
 * Recruitment: enquiries, applications, initial visits, assessments, and the events that bring
 * them. Of enquiry to approval each step is counted by its own date.
 */
#ifndef HEARTH_MEASURE_PASSES_RECRUITMENT_H
#define HEARTH_MEASURE_PASSES_RECRUITMENT_H

#include "measure/passes/tally.h"

void count_recruitment(struct tally *tally);

#endif
