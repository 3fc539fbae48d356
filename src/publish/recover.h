/* What a run that died has left in an output folder: put right by the next one. */
#ifndef HEARTH_PUBLISH_RECOVER_H
#define HEARTH_PUBLISH_RECOVER_H

#include "base/diagnostic.h"

/*
 * Called with the lock held. Packs that were changing places are put back, all of them; when all
 * had changed places they stay, and the former ones are kept or removed as they should have been.
 * Whatever else was left is removed when it is a build's own draft, and else kept beside.
 * Each thing found and done is a warning in `diagnostics`. False with *why when it can't be done.
 */
bool packs_recover(struct arena *arena, struct str output, struct diagnostics *diagnostics,
		   struct str *why);

#endif
