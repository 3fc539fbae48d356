/* Whether a pack may be sealed: what `check` refuses is not made final. */
#ifndef HEARTH_COMMAND_SEALING_H
#define HEARTH_COMMAND_SEALING_H

#include "base/diagnostic.h"
#include "command/options.h"

/*
 * Checks all of the year that the pack was built from, as it stands in the input now, where the
 * pack's manifest has the same authority.xml. A pack whose input is elsewhere is not held back.
 * False with the errors that `check` would give.
 */
bool sealing_allowed(const struct options *options, struct arena *arena, struct str folder,
		     struct diagnostics *diagnostics);

#endif
