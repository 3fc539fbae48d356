/*
 * Sealed packs as a source of earlier years. (history.xml and benchmarks.xml are read by what
 * facts.h declares.)
 */
#ifndef HEARTH_MEASURE_TRIAL_HISTORY_H
#define HEARTH_MEASURE_TRIAL_HISTORY_H

#include "measure/facts.h"

/*
 * Reads history.xml into `facts->past` (years before the period only) and benchmarks.xml into
 * `facts->benchmarks`; a missing file leaves them empty. False when a file is wrong.
 */
bool history_read(struct facts *facts, struct arena *arena, struct str path,
		  struct diagnostics *diagnostics);
bool benchmarks_read(struct facts *facts, struct arena *arena, struct str path,
		     struct diagnostics *diagnostics);

#endif
