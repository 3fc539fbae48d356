/*
 * A sample: a council whose case records are invented, which its authority.xml says by
 * sample="yes".
 */
#ifndef HEARTH_MEASURE_TRIAL_SAMPLE_H
#define HEARTH_MEASURE_TRIAL_SAMPLE_H

#include "measure/facts.h"

/*
 * Of a sample, sets the facts' notice: that the records are invented, and how many of the figures
 * the council published of this very year, by history.xml at `history`. What is wrong with that
 * file is for history_read() to say. Called when the authority is known.
 */
void sample_read(struct facts *facts, struct arena *arena, struct str history);

/* Whether the council of a sample published the measure's figure. */
bool sample_published(const struct facts *facts, enum measure_id id);

#endif
