#include "publish/seal.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/beside.h"
#include "publish/lock.h"
#include "publish/recover.h"
#include "publish/verify.h"

/* The manifest is written beside the pack, so that nothing in it is ever more than its files. */
static bool put_manifest(struct arena *arena, struct str folder, struct str text, struct str *why)
{
	struct str made = pack_beside(arena, folder, "sealing");
	struct str place = path_join(arena, folder, STR(MANIFEST_NAME));

	if (!file_write(arena, made, text, why) || !pack_move(arena, made, place, 0, why)) {
		unlink(str_terminated(arena, made));
		return false;
	}
	return folder_flush(arena, folder, why);
}

static bool seal_locked(struct arena *arena, struct str folder, struct str real, int64_t now,
			struct manifest *manifest, struct diagnostics *diagnostics, struct str *why)
{
	if (!packs_recover(arena, pack_parent(real), diagnostics, why) ||
	    !pack_verify(arena, folder, manifest, diagnostics))
		return false;
	if (manifest->sealed)
		return true;
	manifest->sealed = now;
	return put_manifest(arena, real, manifest_write(arena, manifest), why);
}

bool pack_seal(struct arena *arena, struct str folder, int64_t now, struct manifest *manifest,
	       struct diagnostics *diagnostics, struct str *why)
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
	lock = output_lock(arena, pack_parent(str_of(real)), why);
	if (lock < 0)
		return false;
	sealed = seal_locked(arena, folder, str_copy(arena, str_of(real)), now, manifest,
			     diagnostics, why);
	close(lock);
	return sealed;
}
