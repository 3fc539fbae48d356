/* The archive's questions: is this pack what was published, and saying that it is. */
#ifndef HEARTH_PUBLISH_VERIFY_H
#define HEARTH_PUBLISH_VERIFY_H

#include "publish/pack.h"

/*
 * Compares a pack with its manifest: every file that changed, is missing or was added is an error
 * in `diagnostics`. False when there was any.
 */
bool pack_verify(struct arena *arena, struct str folder, struct manifest *manifest,
		 struct diagnostics *diagnostics);

/*
 * Seals the pack, at `now`: rewrites its manifest in one step. The pack must verify; one that is
 * sealed already is left as it is. *checksum is the manifest's. False with a diagnostic, or with
 * *why when the system failed.
 */
bool pack_seal(struct arena *arena, struct str folder, int64_t now, struct manifest *manifest,
	       struct diagnostics *diagnostics, struct str *why);

#endif
