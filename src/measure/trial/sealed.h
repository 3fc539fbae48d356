/* The reading of sealed packs: what was published stands before what is said of it. */
#ifndef HEARTH_MEASURE_TRIAL_SEALED_H
#define HEARTH_MEASURE_TRIAL_SEALED_H

#include "measure/trial/history.h"

/*
 * Takes the figures of sealed packs under `output` (output/2023-24/figures.json, where the pack's
 * manifest.json says that it is sealed): of an earlier year they come before what history.xml says
 * of it, of this year they are added to `facts->published`. A folder that isn't there is none; a
 * sealed pack whose figures can't be read is a warning, and history.xml stands. Called after
 * history_read.
 */
void sealed_read(struct facts *facts, struct arena *arena, struct str output,
		 struct diagnostics *diagnostics);

#endif
