#include "publish/seal.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"
#include "publish/beside.h"
#include "publish/lock.h"
#include "publish/recover.h"
#include "publish/verify.h"

/* Written beside the pack, so that nothing in it is ever more than its files. */
static bool put(struct arena *arena, struct str folder, const char *name, struct str text,
		struct str *why)
{
	struct str made = pack_beside(arena, folder, "sealing");
	struct str place = path_join(arena, folder, str_of(name));

	if (!file_write(arena, made, text, why) || !pack_move(arena, made, place, 0, why)) {
		unlink(str_terminated(arena, made));
		return false;
	}
	return folder_flush(arena, folder, why);
}

static bool put_signature(struct arena *arena, struct str folder, const struct signing_key *key,
			  const struct manifest *manifest, struct str text, struct str *why)
{
	struct str comment = str_format(arena, "%.*s, sealed %.*s", STR_ARG(manifest->year),
					STR_ARG(manifest_moment(arena, manifest->sealed)));

	return put(arena, folder, SIGNATURE_NAME, signature_write(arena, key, text, comment), why);
}

static bool seal_locked(struct arena *arena, struct str folder, int64_t now,
			const struct signing_key *key, struct manifest *manifest, struct str *why)
{
	bool is_new = manifest->sealed == 0;
	struct str path = path_join(arena, folder, STR(SIGNATURE_NAME)), text;

	if (is_new)
		manifest->sealed = now;
	text = manifest_write(arena, manifest);
	/* The signature comes first: a sealed pack then never waits for its own. */
	if (key && (is_new || file_is_missing(path)) &&
	    !put_signature(arena, folder, key, manifest, text, why))
		return false;
	return !is_new || put(arena, folder, MANIFEST_NAME, text, why);
}

bool pack_seal(struct arena *arena, struct str folder, int64_t now, const struct signing_key *key,
	       struct manifest *manifest, struct diagnostics *diagnostics, struct str *why)
{
	char real[PATH_MAX];
	bool sealed;
	int lock;

	*why = STR("");
	if (!realpath(str_terminated(arena, folder), real)) {
		*why = str_format(arena, "%.*s: can't be found: %s", STR_ARG(folder),
				  strerror(errno));
		return false;
	}
	lock = output_lock(arena, pack_parent(str_of(real)), false, why);
	if (lock < 0)
		return false;
	struct str place = str_copy(arena, str_of(real));

	sealed = packs_recover(arena, pack_parent(place), diagnostics, why) &&
		 pack_verify(arena, folder, NULL, manifest, diagnostics) &&
		 seal_locked(arena, place, now, key, manifest, why);
	close(lock);
	return sealed;
}
