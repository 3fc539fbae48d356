/*
 * Files and folders through the system's calls. Owns each descriptor within one function.
 */
#include "base/file.h"

#include "base/buffer.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct str path_join(struct arena *arena, struct str folder, struct str name)
{
	if (!folder.length)
		return str_copy(arena, name);
	const char *between = str_ends(folder, STR("/")) ? "" : "/";
	return str_format(arena, "%.*s%s%.*s", STR_ARG(folder), between, STR_ARG(name));
}

struct str path_name(struct str path)
{
	size_t from = path.length;
	while (from > 0 && path.at[from - 1] != '/')
		from--;
	return str_slice(path, from, path.length);
}

bool path_is_inside(struct str path, struct str folder)
{
	return str_starts(path, folder) &&
	       (path.length == folder.length || str_ends(folder, STR("/")) ||
		path.at[folder.length] == '/');
}

/* Runs stat on a path of any length; false when there is no such thing. */
static bool path_stat(struct str path, struct stat *about)
{
	struct arena scratch;
	arena_init(&scratch);
	bool found = stat(str_terminated(&scratch, path), about) == 0;
	arena_release(&scratch);
	return found;
}

bool file_exists(struct str path)
{
	struct stat about;
	return path_stat(path, &about) && S_ISREG(about.st_mode);
}

bool folder_exists(struct str path)
{
	struct stat about;
	return path_stat(path, &about) && S_ISDIR(about.st_mode);
}

/* Leaves errno as it is. */
static bool fail(struct arena *arena, struct str path, const char *what, struct str *why)
{
	int error = errno;

	*why = str_format(arena, "%.*s: %s: %s", STR_ARG(path), what, strerror(error));
	errno = error;
	return false;
}

static bool write_all(int descriptor, struct str content)
{
	while (content.length) {
		ssize_t put = write(descriptor, content.at, content.length);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		content = str_slice(content, (size_t)put, content.length);
	}
	return true;
}

bool file_write(struct arena *arena, struct str path, struct str content, struct str *why)
{
	int descriptor =
		open(str_terminated(arena, path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (descriptor < 0)
		return fail(arena, path, "can't be made", why);
	if (!write_all(descriptor, content) || fchmod(descriptor, 0644) != 0 ||
	    fsync(descriptor) != 0) {
		fail(arena, path, "can't be written", why);
		close(descriptor);
		return false;
	}
	if (close(descriptor) != 0)
		return fail(arena, path, "can't be written", why);
	return true;
}

bool folder_make(struct arena *arena, struct str path, struct str *why)
{
	for (size_t end = 1; end <= path.length; end++) {
		if (end < path.length && path.at[end] != '/')
			continue;
		struct str upto = str_slice(path, 0, end);
		const char *name = str_terminated(arena, upto);
		bool made = mkdir(name, 0755) == 0;
		if (made ? chmod(name, 0755) != 0 : !folder_exists(upto))
			return fail(arena, upto, "the folder can't be made", why);
	}
	return true;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	(void)about, (void)kind, (void)where;
	return remove(path);
}

bool folder_remove(struct arena *arena, struct str path, struct str *why)
{
	const char *name = str_terminated(arena, path);
	if (nftw(name, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
		return fail(arena, path, "the folder can't be removed", why);
	return true;
}

static int compare_entries(const void *a, const void *b)
{
	return str_compare(((const struct folder_entry *)a)->name,
			   ((const struct folder_entry *)b)->name);
}

bool folder_list(struct arena *arena, struct str path, struct folder_entry **entries, size_t *count,
		 struct str *why)
{
	DIR *folder = opendir(str_terminated(arena, path));
	if (!folder)
		return fail(arena, path, "the folder can't be opened", why);
	size_t capacity = 0;
	*entries = NULL;
	*count = 0;
	for (;;) {
		errno = 0;
		struct dirent *found = readdir(folder);
		if (!found)
			break;
		struct str name = str_of(found->d_name);
		if (str_is(name, ".") || str_is(name, ".."))
			continue;
		*entries = arena_grow(arena, *entries, &capacity, *count + 1, sizeof(**entries));
		struct folder_entry *entry = &(*entries)[(*count)++];
		entry->name = str_copy(arena, name);
		entry->is_folder = folder_exists(path_join(arena, path, name));
	}
	int error = errno;
	bool done = error == 0 || fail(arena, path, "the folder can't be read", why);
	closedir(folder);
	errno = error;
	if (done && *count)
		qsort(*entries, *count, sizeof(**entries), compare_entries);
	return done;
}

struct str sha256_text(struct arena *arena, struct str content)
{
	char *digits = arena_bytes(arena, SHA256_DIGEST_STRING_LENGTH);
	SHA256Data((const uint8_t *)(content.length ? content.at : ""), content.length, digits);
	return (struct str){digits, SHA256_DIGEST_STRING_LENGTH - 1};
}
