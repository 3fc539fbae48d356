/*
 * The project's own XML files, by the same machine as extracts: one root with all that it holds.
 */
#ifndef HEARTH_READ_SETTINGS_H
#define HEARTH_READ_SETTINGS_H

#include "read/extract.h"

/*
 * Reads one of the project's other XML files (authority, report, history, benchmarks) by the same
 * rules; gives its root record with all its children, or NULL when there were errors.
 */
struct record *settings_read(struct arena *arena, struct str path, enum element_id root,
			     struct diagnostics *diagnostics);

#endif
