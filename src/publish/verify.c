#include <stdlib.h>

#include "base/file.h"
#include "base/files.h"
#include "publish/pack.h"
#include "publish/verify.h"

struct listing {
	struct arena *arena;
	struct str *names; /* relative to the pack, folders left out */
	size_t count, capacity;
};

static void listing_add(struct listing *list, struct str name)
{
	list->names = arena_grow(list->arena, list->names, &list->capacity, list->count + 1,
				 sizeof *list->names);
	list->names[list->count++] = name;
}

static int compare_names(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool list_folder(struct listing *files, struct listing *folders, struct str pack,
			struct str folder, struct str *why)
{
	struct folder_entry *entries;
	size_t count;

	if (!folder_list(files->arena, path_join(files->arena, pack, folder), &entries, &count,
			 why))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str name = folder.length ? path_join(files->arena, folder, entries[i].name)
						: entries[i].name;

		listing_add(entries[i].is_folder ? folders : files, name);
	}
	return true;
}

/* Every file of the pack, by name. */
static bool list_pack(struct listing *files, struct str pack, struct str *why)
{
	struct listing folders = {.arena = files->arena};

	if (!list_folder(files, &folders, pack, STR(""), why))
		return false;
	for (size_t i = 0; i < folders.count; i++)
		if (!list_folder(files, &folders, pack, folders.names[i], why))
			return false;
	if (files->count)
		qsort(files->names, files->count, sizeof *files->names, compare_names);
	return true;
}

static struct place place_of(struct arena *arena, struct str pack, struct str name)
{
	return (struct place){path_join(arena, pack, name), 0, 0};
}

static void check_file(struct arena *arena, struct str pack, const struct manifest_file *file,
		       struct diagnostics *diagnostics)
{
	struct place place = place_of(arena, pack, file->name);
	struct str content, why;

	if (!file_read(arena, place.file, &content, &why))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_MISSING, place);
	else if ((int64_t)content.length != file->size ||
		 !str_equal(sha256_text(arena, content), file->sha256))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_CHANGED, place);
}

static void check_added(struct arena *arena, struct str pack, const struct manifest *manifest,
			struct diagnostics *diagnostics)
{
	struct listing files = {.arena = arena};
	struct str why;

	if (!list_pack(&files, pack, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_UNREADABLE,
			       place_of(arena, pack, STR("")), STR_ARG(why));
		return;
	}
	for (size_t i = 0, next = 0; i < files.count; i++) {
		while (next < manifest->file_count &&
		       str_compare(manifest->files[next].name, files.names[i]) < 0)
			next++;
		if ((next == manifest->file_count ||
		     !str_equal(manifest->files[next].name, files.names[i])) &&
		    !str_is(files.names[i], MANIFEST_NAME))
			diagnostic_add(diagnostics, DIAGNOSTIC_PACK_ADDED,
				       place_of(arena, pack, files.names[i]));
	}
}

bool pack_verify(struct arena *arena, struct str folder, struct manifest *manifest,
		 struct diagnostics *diagnostics)
{
	struct place place = place_of(arena, folder, STR(MANIFEST_NAME));
	size_t before = diagnostics->errors;
	struct str text, why;

	*manifest = (struct manifest){0};
	if (!file_read(arena, place.file, &text, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_NO_MANIFEST, place);
		return false;
	}
	if (!manifest_read(arena, manifest, text, &why))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_BAD_MANIFEST, place, STR_ARG(why));
	for (size_t i = 0; i < manifest->file_count; i++)
		check_file(arena, folder, &manifest->files[i], diagnostics);
	if (manifest->file_count)
		check_added(arena, folder, manifest, diagnostics);
	return diagnostics->errors == before;
}

bool pack_seal(struct arena *arena, struct str folder, int64_t now, struct manifest *manifest,
	       struct diagnostics *diagnostics, struct str *why)
{
	*why = STR("");
	if (!pack_verify(arena, folder, manifest, diagnostics))
		return false;
	if (manifest->sealed)
		return true;
	manifest->sealed = now;
	return file_write(arena, path_join(arena, folder, STR(MANIFEST_NAME)),
			  manifest_write(arena, manifest), why);
}
