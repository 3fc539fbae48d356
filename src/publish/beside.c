#include "publish/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"

enum { SECONDS_A_DAY = 86400, NAMES_TRIED = 9999 };

struct str pack_parent(struct str folder)
{
	size_t length = folder.length;

	while (length > 0 && folder.at[length - 1] != '/')
		length--;
	return length > 1 ? str_slice(folder, 0, length - 1) : length == 1 ? STR("/") : STR(".");
}

struct str pack_beside(struct arena *arena, struct str folder, const char *ending)
{
	return str_format(arena, "%.*s/.%.*s.%s", STR_ARG(pack_parent(folder)),
			  STR_ARG(path_name(folder)), ending);
}

static bool try_move(struct arena *arena, struct str from, struct str to, unsigned flags)
{
	const char *old = str_terminated(arena, from), *new = str_terminated(arena, to);

	return renameat2(AT_FDCWD, old, AT_FDCWD, new, flags) == 0;
}

static bool fail_to_move(struct arena *arena, struct str to, struct str *why)
{
	*why = str_format(arena, "%.*s: can't be put in its place: %s", STR_ARG(to),
			  strerror(errno));
	return false;
}

bool pack_move(struct arena *arena, struct str from, struct str to, unsigned flags, struct str *why)
{
	return try_move(arena, from, to, flags) || fail_to_move(arena, to, why);
}

bool pack_keep(struct arena *arena, struct str from, struct str folder, int64_t sealed,
	       struct str *kept, struct str *why)
{
	struct str first =
		sealed ? str_format(arena, "%.*s.%.*s", STR_ARG(folder),
				    STR_ARG(day_iso(arena, (int32_t)(sealed / SECONDS_A_DAY))))
		       : str_format(arena, "%.*s.former", STR_ARG(folder));

	*kept = first;
	for (int next = 2; !try_move(arena, from, *kept, RENAME_NOREPLACE); next++) {
		if (errno != EEXIST || next > NAMES_TRIED)
			return fail_to_move(arena, *kept, why);
		*kept = str_format(arena, "%.*s.%d", STR_ARG(first), next);
	}
	return true;
}

/* What failed once may do the second time; what doesn't is left to the next run. */
bool pack_discard(struct arena *arena, struct str from, struct str folder, struct str *why)
{
	struct str gone = pack_beside(arena, folder, "discarded");

	/* Where it is gone already, its removal was broken off: it is gone on with. */
	if (!str_equal(from, gone) && !try_move(arena, from, gone, RENAME_NOREPLACE) &&
	    !try_move(arena, from, gone, RENAME_NOREPLACE) && errno != ENOENT)
		return fail_to_move(arena, gone, why);
	return !folder_exists(gone) || folder_remove(arena, gone, why) ||
	       folder_remove(arena, gone, why);
}

bool folder_flush(struct arena *arena, struct str folder, struct str *why)
{
	int handle = open(str_terminated(arena, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool flushed = handle >= 0 && fsync(handle) == 0;

	if (!flushed)
		*why = str_format(arena, "%.*s: can't be flushed to disk: %s", STR_ARG(folder),
				  strerror(errno));
	if (handle >= 0)
		close(handle);
	return flushed;
}
