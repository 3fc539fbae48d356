#include "command/sealing.h"

#include "base/file.h"
#include "measure/trial/front_page.h"
#include "publish/inputs.h"
#include "read/settings.h"

#define AUTHORITY_INPUT "input/authority.xml"

/* Whether the pack was made from this input's authority.xml. */
static bool is_same_council(struct arena *arena, const struct manifest *manifest, struct str path)
{
	struct inputs now = {.arena = arena};
	struct str why;

	if (!inputs_add(&now, STR(AUTHORITY_INPUT), path, &why) || now.count == 0)
		return false;
	for (size_t i = 0; i < manifest->input_count; i++) {
		if (str_is(manifest->inputs[i].name, AUTHORITY_INPUT))
			return str_equal(manifest->inputs[i].sha256, now.files[0].sha256);
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
