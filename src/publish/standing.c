#include "publish/standing.h"

#include <errno.h>
#include <sys/stat.h>

#include "publish/verify.h"

static const char *kind_of(mode_t mode)
{
	return S_ISREG(mode)   ? "a file"
	       : S_ISLNK(mode) ? "a symbolic link"
			       : "neither file nor folder";
}

struct standing standing_look(struct arena *arena, struct str folder,
			      struct diagnostics *diagnostics)
{
	struct standing standing = {.kind = STANDING_OTHER, .what = "something that can't be seen"};
	struct manifest manifest;
	struct stat about;

	if (lstat(str_terminated(arena, folder), &about) != 0) {
		if (errno == ENOENT)
			standing.kind = STANDING_NOTHING;
		return standing;
	}
	standing.mode = about.st_mode & 07777;
	standing.what = kind_of(about.st_mode);
	if (!S_ISDIR(about.st_mode))
		return standing;
	bool whole = pack_verify(arena, folder, NULL, &manifest, diagnostics);

	standing.sealed = manifest.sealed;
	standing.kind = manifest.sealed ? STANDING_SEALED
			: whole		? STANDING_DRAFT
					: STANDING_UNKNOWN;
	return standing;
}
