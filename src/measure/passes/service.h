/* The service itself: Staying Put arrangements, carers' training, the staff in post. */
#ifndef HEARTH_MEASURE_PASSES_SERVICE_H
#define HEARTH_MEASURE_PASSES_SERVICE_H

#include "measure/passes/tally.h"

void count_service(struct tally *tally); /* Staying Put, complaints, training, staff */

#endif
