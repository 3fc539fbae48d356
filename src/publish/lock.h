/* The lock on an output folder, which keeps apart the commands that change packs. */
#ifndef HEARTH_PUBLISH_LOCK_H
#define HEARTH_PUBLISH_LOCK_H

#include "base/str.h"

/*
 * Locks the folder, which is made when it isn't there. The lock is the folder's own, so nothing is
 * left behind by it; it ends with close(), or with the process. -1 with
 * *why: at once when another has it, unless `patient`, which waits.
 */
int output_lock(struct arena *arena, struct str output, bool patient, struct str *why);

#endif
