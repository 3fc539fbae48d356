#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/file.h"
#include "base/files.h"
#include "measure/trial/history.h"
#include "measure/trial/past.h"
#include "measure/trial/sealed.h"

#define LARGEST 1e12 /* beyond any figure */

/* The JSON of a file of the pack; NULL, with a warning when the file should have been there. */
static json_t *load(struct arena *arena, struct str path, struct diagnostics *diagnostics)
{
	struct str content, why;
	json_error_t error;
	json_t *root;

	if (!files_read(arena, path, &content, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SEALED_UNREADABLE,
			       (struct place){.file = path}, STR_ARG(why));
		return NULL;
	}
	root = json_loadb(content.at, content.length, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		diagnostic_add(diagnostics, DIAGNOSTIC_SEALED_UNREADABLE,
			       (struct place){.file = path,
					      .line = error.line > 0 ? (uint32_t)error.line : 0},
			       STR_ARG(str_of(error.text)));
	return root;
}

/* What is known of a manifest that is no input, or can't be read: nothing that says so. */
static bool says_sealed(struct arena *arena, struct str path)
{
	struct str content, why;
	json_t *manifest = file_read(arena, path, &content, &why)
				   ? json_loadb(content.at, content.length, 0, NULL)
				   : NULL;
	bool draft = manifest && !json_is_string(json_object_get(manifest, "sealed"));

	json_decref(manifest);
	return !draft;
}

/* A draft is no input, so that years may be built in any order and be the same. */
static bool is_sealed(struct arena *arena, struct str folder, struct diagnostics *diagnostics)
{
	struct str path = path_join(arena, folder, STR("manifest.json"));

	if (file_is_missing(path) || !says_sealed(arena, path))
		return false;

	json_t *manifest = load(arena, path, diagnostics);
	bool sealed = json_is_string(json_object_get(manifest, "sealed"));

	json_decref(manifest);
	return sealed;
}

/* JSON's numbers come as doubles; a figure's few decimals are got back by rounding. */
static bool json_value(const json_t *number, enum measure_unit unit, int64_t *value)
{
	static const double scales[] = {1, 10, 1000};
	double scaled = json_number_value(number) * scales[unit];

	if (!json_is_number(number) || !(fabs(scaled) < LARGEST))
		return false;
	*value = llround(scaled);
	return true;
}

static void take_figures(struct past_year *year, struct arena *arena, const json_t *measures,
			 struct str path)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const json_t *entry = json_object_get(measures, measure_at(id)->name);
		struct figure figure = {.known = true};

		if (!json_value(json_object_get(entry, "value"), measure_at(id)->unit,
				&figure.value))
			continue;
		past_year_set(year, arena, id, figure.value, figure_printed(arena, id, &figure),
			      (struct place){.file = path});
	}
}

static void read_pack(struct facts *facts, struct arena *arena, struct str folder,
		      const struct period *period, struct diagnostics *diagnostics)
{
	if (!is_sealed(arena, folder, diagnostics))
		return;

	struct str path = path_join(arena, folder, STR("figures.json"));
	json_t *root = load(arena, path, diagnostics);
	const json_t *measures = json_object_get(root, "measures");

	if (json_is_object(measures)) {
		struct past_year year = past_year_new(
			arena, period, str_format(arena, "the sealed pack of %s", period->label));

		year.sealed = true;
		take_figures(&year, arena, measures, path);
		past_year_close(&year);
		facts_keep_year(facts, arena, &year);
	} else if (root) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SEALED_UNREADABLE,
			       (struct place){.file = path}, STR_ARG(STR("it holds no measures")));
	}
	json_decref(root);
}

void sealed_read(struct facts *facts, struct arena *arena, struct str output,
		 struct diagnostics *diagnostics)
{
	struct folder_entry *entries;
	size_t count;
	struct str why;

	if (file_is_missing(output))
		return;
	if (!files_list(arena, output, &entries, &count, &why)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_FOLDER_UNREADABLE,
			       (struct place){.file = output}, why.at);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct period period;

		if (entries[i].is_folder && period_parse(entries[i].name, &period) &&
		    period.first <= facts->period.first)
			read_pack(facts, arena, path_join(arena, output, entries[i].name), &period,
				  diagnostics);
	}
}
