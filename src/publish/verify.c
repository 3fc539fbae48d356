#include "publish/verify.h"

#include <sys/stat.h>

#include "base/files.h"
#include "publish/contents.h"

enum { TIMES_REPLACED = 100 }; /* while it is read; then a build does nothing else */

static struct place place_of(struct arena *arena, struct str pack, struct str name)
{
	return (struct place){path_join(arena, pack, name), 0, 0};
}

/* The first file of the manifest whose name is not before `name`. */
static size_t files_before(const struct manifest *manifest, struct str name)
{
	size_t from = 0, to = manifest->file_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_compare(manifest->files[middle].name, name) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static bool is_part(struct arena *arena, const struct manifest *manifest,
		    const struct content *item)
{
	struct str name =
		item->is_folder ? str_format(arena, "%.*s/", STR_ARG(item->name)) : item->name;
	size_t at = files_before(manifest, name);

	if (item->is_file && (str_is(name, MANIFEST_NAME) || str_is(name, SIGNATURE_NAME)))
		return true;
	return at < manifest->file_count &&
	       (item->is_folder ? str_starts(manifest->files[at].name, name)
				: str_equal(manifest->files[at].name, name));
}

static const struct content *find(const struct pack_contents *contents, struct str name)
{
	size_t from = 0, to = contents->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = str_compare(contents->items[middle].name, name);

		if (order == 0)
			return &contents->items[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

static void check_file(struct arena *arena, struct place place, const struct content *item,
		       const struct manifest_file *file, struct diagnostics *diagnostics)
{
	struct str content, why;

	if (!item)
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_MISSING, place);
	else if (!item->is_file)
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_NO_FILE, place);
	else if (item->size != file->size || !file_read(arena, place.file, &content, &why) ||
		 !str_equal(sha256_text(arena, content), file->sha256))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_CHANGED, place);
}

static void check_contents(struct arena *arena, struct str pack, const struct manifest *manifest,
			   struct diagnostics *diagnostics)
{
	struct pack_contents contents;
	struct str why;

	if (!contents_list(arena, pack, &contents, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_UNREADABLE,
			       place_of(arena, pack, STR("")), STR_ARG(why));
		return;
	}
	for (size_t i = 0; i < manifest->file_count; i++) {
		const struct manifest_file *file = &manifest->files[i];
		struct arena page;

		arena_init(&page);
		check_file(&page, place_of(arena, pack, file->name), find(&contents, file->name),
			   file, diagnostics);
		arena_release(&page);
	}
	for (size_t i = 0; i < contents.count; i++)
		if (!is_part(arena, manifest, &contents.items[i]))
			diagnostic_add(diagnostics, DIAGNOSTIC_PACK_ADDED,
				       place_of(arena, pack, contents.items[i].name));
}

static void check_signature(struct arena *arena, struct str pack, const struct checking_key *key,
			    struct str text, struct diagnostics *diagnostics)
{
	struct place place = place_of(arena, pack, STR(SIGNATURE_NAME));
	struct str signature, why;

	if (!content_read(arena, place.file, &signature, &why))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_SIGNATURE, place,
			       STR_ARG(STR("can't be read")));
	else if (!signature_check(arena, key, text, signature, &why))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_SIGNATURE, place, STR_ARG(why));
}

static void verify_once(struct arena *arena, struct str folder, const struct checking_key *key,
			struct manifest *manifest, struct diagnostics *diagnostics)
{
	struct place place = place_of(arena, folder, STR(MANIFEST_NAME));
	struct str text, why;

	*manifest = (struct manifest){0};
	if (!content_read(arena, place.file, &text, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_NO_MANIFEST, place);
		return;
	}
	if (!manifest_read(arena, manifest, text, &why))
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_BAD_MANIFEST, place, STR_ARG(why));
	else if (manifest->file_count == 0)
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_BAD_MANIFEST, place,
			       STR_ARG(STR("lists no file")));
	if (key)
		check_signature(arena, folder, key, text, diagnostics);
	if (manifest->file_count)
		check_contents(arena, folder, manifest, diagnostics);
}

static bool is_same_folder(struct str folder, struct arena *arena, struct stat *about)
{
	struct stat before = *about;

	return stat(str_terminated(arena, folder), about) == 0 && about->st_ino == before.st_ino &&
	       about->st_dev == before.st_dev;
}

bool pack_verify(struct arena *arena, struct str folder, const struct checking_key *key,
		 struct manifest *manifest, struct diagnostics *diagnostics)
{
	struct diagnostics before = *diagnostics;
	struct stat about = {0};

	is_same_folder(folder, arena, &about);
	for (int times = 0; times < TIMES_REPLACED; times++) {
		*diagnostics = before;
		verify_once(arena, folder, key, manifest, diagnostics);
		if (is_same_folder(folder, arena, &about))
			break;
	}
	return diagnostics->errors == before.errors;
}
