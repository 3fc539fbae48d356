/* The archive's question: is this pack what was built, and what was published? */
#ifndef HEARTH_PUBLISH_VERIFY_H
#define HEARTH_PUBLISH_VERIFY_H

#include "publish/signature.h"

/*
 * Compares a pack with its manifest: every file that changed, is missing or was added is an error
 * in `diagnostics`, as are folders without a file and whatever is no file. A pack that a build
 * replaces meanwhile is read anew. With a key, which may be NULL, the manifest must be signed by
 * it. False when there was any error; *manifest then holds what could be read of it.
 */
bool pack_verify(struct arena *arena, struct str folder, const struct checking_key *key,
		 struct manifest *manifest, struct diagnostics *diagnostics);

#endif
