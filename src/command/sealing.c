#include "command/sealing.h"

#include "base/file.h"
#include "base/files.h"
#include "command/run.h"
#include "publish/manifest.h"

#define AUTHORITY_INPUT "input/authority.xml"

/* Whether the pack was made from this input's authority.xml. */
static bool is_same_council(struct arena *arena, const struct manifest *manifest, struct str path)
{
	struct str text, why;

	if (!file_read(arena, path, &text, &why))
		return false;
	for (size_t i = 0; i < manifest->input_count; i++) {
		if (str_is(manifest->inputs[i].name, AUTHORITY_INPUT))
			return str_equal(manifest->inputs[i].sha256, sha256_text(arena, text));
	}
	return false;
}

static struct diagnostic kept(struct arena *arena, const struct diagnostic *found)
{
	struct diagnostic item = *found;

	item.text = str_copy(arena, found->text);
	item.place.file = str_copy(arena, found->place.file);
	return item;
}

/* All that `check` would refuse of the input that the pack was made from, as errors. */
static bool check_finds_nothing(const struct options *options, struct arena *arena,
				const struct period *period, struct str folder,
				struct diagnostics *diagnostics)
{
	struct options checking = *options;
	struct run run;
	bool good;

	checking.output = str_format(arena, "%.*s/..", STR_ARG(folder));
	run_init(&run, &checking, period);
	good = run_check(&run);
	for (size_t i = 0; i < run.diagnostics.count; i++) {
		struct diagnostic found = run.diagnostics.items[i];

		if (found.level != LEVEL_ERROR)
			continue;
		found = kept(arena, &found);
		diagnostic_repeat(diagnostics, &found, found.place);
	}
	run_release(&run);
	/* What is read from here on is none of that run's. */
	files_begin(arena, false);
	return good;
}

bool sealing_allowed(const struct options *options, struct arena *arena, struct str folder,
		     struct diagnostics *diagnostics)
{
	struct manifest manifest;
	struct period period;
	struct str text, why;

	/* What is wrong with the manifest is for the sealing to say. */
	if (!file_read(arena, path_join(arena, folder, STR(MANIFEST_NAME)), &text, &why) ||
	    !manifest_read(arena, &manifest, text, &why) || !period_parse(manifest.year, &period))
		return true;

	struct str year = path_join(arena, options->input, manifest.year);
	struct str path = path_join(arena, year, STR("report.xml"));

	if (!file_exists(path) ||
	    !is_same_council(arena, &manifest,
			     path_join(arena, options->input, STR("authority.xml"))))
		return true;

	return check_finds_nothing(options, arena, &period, folder, diagnostics);
}
