#include "command/sealing.h"

#include "base/file.h"
#include "base/files.h"
#include "measure/trial/front_page.h"
#include "publish/manifest.h"
#include "read/settings.h"

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

	const struct record *report = settings_read(arena, path, ELEMENT_REPORT, diagnostics);

	return report && front_page_check(report, &period, options->today, path, diagnostics);
}
