/* Saying that a pack is what was published. */
#ifndef HEARTH_PUBLISH_SEAL_H
#define HEARTH_PUBLISH_SEAL_H

#include "publish/signature.h"

/*
 * Seals the pack, at `now`: a manifest that says so takes the place of the draft's in one step,
 * under the lock that builds take. The pack must verify; one that is sealed already is left as it
 * is. With a key, which may be NULL, the manifest is signed; one that was sealed without a
 * signature is given it. *manifest is then the pack's. False with a diagnostic, or with *why when
 * the system failed.
 */
bool pack_seal(struct arena *arena, struct str folder, int64_t now, const struct signing_key *key,
	       struct manifest *manifest, struct diagnostics *diagnostics, struct str *why);

#endif
