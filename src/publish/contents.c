#include "publish/contents.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/files.h"

static int compare_contents(const void *a, const void *b)
{
	return str_compare(((const struct content *)a)->name, ((const struct content *)b)->name);
}

static struct content look(struct arena *arena, struct str path, struct str name)
{
	struct content item = {.name = name};
	struct stat about;

	if (lstat(str_terminated(arena, path), &about) == 0) {
		item.size = (int64_t)about.st_size;
		item.is_folder = S_ISDIR(about.st_mode);
		item.is_file = S_ISREG(about.st_mode);
	}
	return item;
}

static bool list_folder(struct arena *arena, struct str pack, struct str within,
			struct pack_contents *contents, struct str *why)
{
	struct str folder = within.length ? path_join(arena, pack, within) : pack;
	struct folder_entry *entries;
	size_t count;

	if (!files_list(arena, folder, &entries, &count, why))
		return false;
	contents->items = arena_grow(arena, contents->items, &contents->capacity,
				     contents->count + count, sizeof *contents->items);
	for (size_t i = 0; i < count; i++)
		contents->items[contents->count++] =
			look(arena, path_join(arena, folder, entries[i].name),
			     path_join(arena, within, entries[i].name));
	return true;
}

bool contents_list(struct arena *arena, struct str pack, struct pack_contents *contents,
		   struct str *why)
{
	*contents = (struct pack_contents){0};
	if (!list_folder(arena, pack, STR(""), contents, why))
		return false;
	for (size_t i = 0; i < contents->count; i++)
		if (contents->items[i].is_folder &&
		    !list_folder(arena, pack, contents->items[i].name, contents, why))
			return false;
	if (contents->count)
		qsort(contents->items, contents->count, sizeof *contents->items, compare_contents);
	return true;
}

bool content_read(struct arena *arena, struct str path, struct str *content, struct str *why)
{
	if (look(arena, path, path).is_file)
		return file_read(arena, path, content, why);
	*why = str_format(arena, "%.*s: is no file", STR_ARG(path));
	return false;
}
