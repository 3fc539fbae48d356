/*
 * The fostering panel: cases by their first positive or negative hearing, deferrals by hearing,
 * the days the panel sat, and what the decision maker made of its recommendations.
 */
#ifndef HEARTH_MEASURE_PASSES_PANEL_H
#define HEARTH_MEASURE_PASSES_PANEL_H

#include "measure/passes/tally.h"

void count_panel(struct tally *tally);

#endif
