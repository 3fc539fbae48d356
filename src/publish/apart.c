#include "publish/apart.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "publish/beside.h"

/* Whether the folder is `path`, a real one, or one of those above it. */
static bool is_above(struct arena *arena, const struct stat *folder, struct str path)
{
	for (;; path = pack_parent(path)) {
		struct stat about;

		if (stat(str_terminated(arena, path), &about) == 0 &&
		    about.st_dev == folder->st_dev && about.st_ino == folder->st_ino)
			return true;
		if (str_is(path, "/"))
			return false;
	}
}

/* Where the folder is, or where it would be made; false when ".." follows what isn't there. */
static bool find_place(struct arena *arena, struct str folder, char real[PATH_MAX])
{
	struct str there = folder;

	while (!realpath(str_terminated(arena, there), real)) {
		if (str_is(path_name(there), ".."))
			return false;
		if (str_is(there, "."))
			return false;
		there = pack_parent(there);
	}
	return true;
}

bool folder_is_apart(struct arena *arena, struct str output, struct str folder)
{
	char real[PATH_MAX], place[PATH_MAX];
	struct stat read, written;

	if (!find_place(arena, output, place))
		return false;
	if (!realpath(str_terminated(arena, folder), real) || stat(real, &read) != 0)
		return true;
	if (is_above(arena, &read, str_of(place)))
		return false;
	/* What is yet to be made holds nothing; where it would be made may hold the folder. */
	return stat(str_terminated(arena, output), &written) != 0 ||
	       !is_above(arena, &written, str_of(real));
}
