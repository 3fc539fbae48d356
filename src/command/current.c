/* Owns the comparison of a manifest with the inputs as they are now. */
#include "command/current.h"

#include "base/file.h"
#include "base/files.h"
#include "publish/manifest.h"
#include "read/extract.h"

void checksums_init(struct checksums *checksums, struct arena *arena)
{
	checksums->arena = arena;
	map_init(&checksums->by_path, arena);
}

static const char *checksum_of(struct checksums *checksums, struct str path)
{
	void **place = map_place(&checksums->by_path, path);
	struct arena page;
	struct str content, why;

	if (*place)
		return *place;
	arena_init(&page);
	const char *digits = "";

	if (file_read(&page, path, &content, &why))
		digits = str_terminated(checksums->arena, sha256_text(&page, content));
	arena_release(&page);
	*place = (void *)digits;
	return digits;
}

static bool read_manifest(struct arena *arena, struct str pack, struct manifest *manifest)
{
	struct str path = path_join(arena, pack, STR(MANIFEST_NAME)), text, why;

	return !file_is_missing(path) && file_read(arena, path, &text, &why) &&
	       manifest_read(arena, manifest, text, &why);
}

/* -- what it names is as it was -----------------------------------------------------------------
 */

/* Where a file is that a manifest names (packing.c); empty when it could be nowhere. */
static struct str path_of(struct arena *arena, const struct options *options, struct str name)
{
	const struct {
		struct str prefix, folder;
	} folders[] = {{STR("input/"), options->input},
		       {STR("templates/"), options->templates},
		       {STR("fonts/"), options->fonts},
		       {STR("output/"), options->output}};

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (str_starts(name, folders[i].prefix))
			return path_join(arena, folders[i].folder,
					 str_slice(name, folders[i].prefix.length, name.length));
	return STR("");
}

static bool is_unchanged(struct checksums *checksums, const struct options *options,
			 const struct manifest *manifest)
{
	for (size_t i = 0; i < manifest->input_count; i++) {
		struct str path = path_of(checksums->arena, options, manifest->inputs[i].name);

		if (!path.length ||
		    !str_is(manifest->inputs[i].sha256, checksum_of(checksums, path)))
			return false;
	}
	return true;
}

/* -- nothing is there that it doesn't name ------------------------------------------------------
 */

static bool is_named(const struct manifest *manifest, struct str name)
{
	for (size_t i = 0; i < manifest->input_count; i++)
		if (str_equal(manifest->inputs[i].name, name))
			return true;
	return false;
}

static bool is_words(struct str name)
{
	return str_ends_any_case(name, STR(".md"));
}

/* Whether the folder of the input has a file of such a name that the pack was not made of. */
static bool has_more(struct arena *arena, const struct options *options, struct str folder,
		     bool (*is_used)(struct str name), const struct manifest *manifest)
{
	struct folder_entry *entries;
	struct str why;
	size_t count;

	if (!folder_list(arena, path_join(arena, options->input, folder), &entries, &count, &why))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!entries[i].is_folder && is_used(entries[i].name) &&
		    !is_named(manifest, path_join(arena, path_join(arena, STR("input"), folder),
						  entries[i].name)))
			return true;
	return false;
}

/* history.xml and the like may be missing: one that is there now was not. */
static bool has_more_settings(struct arena *arena, const struct options *options,
			      const struct manifest *manifest)
{
	static const char *const names[] = {"history.xml", "benchmarks.xml", "postcodes.csv"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!is_named(manifest, str_format(arena, "input/%s", names[i])) &&
		    file_exists(path_join(arena, options->input, str_of(names[i]))))
			return true;
	return false;
}

/* A pack of a year before that is sealed is one of the inputs. */
static bool has_more_sealed(struct arena *arena, const struct options *options,
			    const struct period *year, const struct manifest *manifest)
{
	struct folder_entry *entries;
	struct str why;
	size_t count;

	if (!folder_list(arena, options->output, &entries, &count, &why))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct manifest other;
		struct period period;

		if (!entries[i].is_folder || !period_parse(entries[i].name, &period) ||
		    period.first >= year->first ||
		    is_named(manifest, str_format(arena, "output/%s/" MANIFEST_NAME, period.label)))
			continue;
		if (read_manifest(arena, path_join(arena, options->output, entries[i].name),
				  &other) &&
		    other.sealed)
			return true;
	}
	return false;
}

static bool has_nothing_more(struct arena *arena, const struct options *options,
			     const struct period *year, const struct manifest *manifest)
{
	struct str folder = str_of(year->label);

	return !has_more(arena, options, path_join(arena, folder, STR("extracts")), extract_is_name,
			 manifest) &&
	       !has_more(arena, options, path_join(arena, folder, STR("narrative")), is_words,
			 manifest) &&
	       !has_more_settings(arena, options, manifest) &&
	       !has_more_sealed(arena, options, year, manifest);
}

enum currency pack_currency(struct checksums *checksums, const struct options *options,
			    const struct period *year)
{
	struct arena *arena = checksums->arena;
	struct str pack = path_join(arena, options->output, str_of(year->label));
	struct manifest manifest;

	if (!read_manifest(arena, pack, &manifest))
		return PACK_TO_BUILD;
	if (str_is(manifest.program, "hearth " HEARTH_VERSION) &&
	    is_unchanged(checksums, options, &manifest) &&
	    has_nothing_more(arena, options, year, &manifest))
		return PACK_CURRENT;
	return manifest.sealed ? PACK_SEALED : PACK_TO_BUILD;
}
