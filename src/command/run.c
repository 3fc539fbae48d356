/* Owns the order of the steps, and nothing else: each step is a folder of its own. */
#include "command/run.h"
#include "base/buffer.h"
#include "compose/needs.h"
#include "measure/passes/compute.h"
#include "measure/trial/sample.h"
#include "measure/trial/sealed.h"
#include "read/settings.h"

#include <string.h>

#include "base/file.h"
#include "base/files.h"
#include "command/progress.h"
#include "measure/trial/authority.h"
#include "measure/trial/front_page.h"
#include "measure/trial/history.h"
#include "measure/trial/identities.h"
#include "measure/trial/past.h"

void run_init(struct run *run, const struct options *options, const struct period *period)
{
	memset(run, 0, sizeof *run);
	run->options = options;
	run->period = *period;
	arena_init(&run->arena);
	diagnostics_init(&run->diagnostics, &run->arena);
	run->diagnostics.strict = options->strict;
	run->diagnostics.all = options->all;
	run->diagnostics.max_errors = options->max_errors;
	map_init(&run->narratives, &run->arena);
	run->faces = faces_open(options->fonts);
	run->folder = path_join(&run->arena, options->input, str_of(period->label));
	files_begin(&run->arena, options->command == COMMAND_BUILD);
	files_confine(options->templates);
	files_confine(options->fonts);
	files_confine(path_join(&run->arena, run->folder, STR("narrative")));
}

void run_release(struct run *run)
{
	faces_close(run->faces);
	arena_release(&run->arena);
}

struct str run_input(struct run *run, const char *name)
{
	return path_join(&run->arena, run->options->input, str_of(name));
}

static struct str year_file(struct run *run, const char *name)
{
	return path_join(&run->arena, run->folder, str_of(name));
}

bool run_measure(struct run *run)
{
	struct facts *facts = &run->facts;
	struct extract_options options = {.folder = year_file(run, "extracts"),
					  .postcodes = run_input(run, "postcodes.csv"),
					  .period = &run->period,
					  .progress = progress_show};
	bool read;

	facts->period = run->period;
	facts->authority = settings_read(&run->arena, run_input(run, "authority.xml"),
					 ELEMENT_AUTHORITY, &run->diagnostics);
	if (facts->authority) {
		authority_check(facts->authority, run_input(run, "authority.xml"),
				&run->diagnostics);
		sample_read(facts, &run->arena, run_input(run, "history.xml"));
	}
	if (facts->authority)
		options.authority = record_text(facts->authority, AUTHORITY_CODE);
	read = extract_read(&run->extract, &run->arena, &options, &run->diagnostics);
	progress_end();
	if (!read || !facts->authority)
		return false;
	measure_year(&run->extract, &run->period, &facts->figures, NULL);
	return true;
}

/* Comparisons with last year need its figures. */
static void check_last_year(struct run *run)
{
	struct period last = period_of(run->period.first_year - 1);
	struct place place = {.file = run_input(run, "history.xml")};
	struct str pack = path_join(&run->arena, run->options->output, str_of(last.label));

	if (!facts_last_year(&run->facts))
		diagnostic_add(&run->diagnostics, DIAGNOSTIC_LAST_YEAR_MISSING, place, last.label,
			       STR_ARG(pack), run->period.label);
}

bool run_compare(struct run *run)
{
	struct facts *facts = &run->facts;
	struct diagnostics *diagnostics = &run->diagnostics;
	size_t errors = diagnostics->errors;

	history_read(facts, &run->arena, run_input(run, "history.xml"), diagnostics);
	benchmarks_read(facts, &run->arena, run_input(run, "benchmarks.xml"), diagnostics);
	sealed_read(facts, &run->arena, run->options->output, diagnostics);
	check_last_year(run);
	return diagnostics->errors == errors;
}

bool run_front(struct run *run)
{
	struct str path = year_file(run, "report.xml");

	run->facts.report = settings_read(&run->arena, path, ELEMENT_REPORT, &run->diagnostics);
	return run->facts.report && front_page_check(run->facts.report, &run->period,
						     run->options->today, path, &run->diagnostics);
}

bool run_read(struct run *run)
{
	struct diagnostics *diagnostics = &run->diagnostics;
	bool measured = run_measure(run);

	run_front(run);
	run_compare(run);
	if (measured) {
		identities_check(&run->facts, diagnostics);
		records_check(&run->extract, &run->period, &run->quality, diagnostics);
	}
	return diagnostics->errors == 0;
}

struct compose_options run_words(struct run *run)
{
	struct period before = period_of(run->period.first_year - 1);
	struct str last = path_join(&run->arena, run->options->input, str_of(before.label));

	return (struct compose_options){.arena = &run->arena,
					.templates = run->options->templates,
					.narrative = year_file(run, "narrative"),
					.last_narrative =
						path_join(&run->arena, last, STR("narrative")),
					.created = run->options->now,
					.diagnostics = &run->diagnostics,
					.named = &run->narratives};
}

struct document *run_compose(struct run *run, const char *name)
{
	struct compose_options options = run_words(run);

	return compose_document(name, &run->facts, &options);
}

/*
 * The narratives that are missing, in one list: for when the documents, which would tell them one
 * by one, can't be made yet.
 */
static void say_missing_words(struct run *run)
{
	struct str folder = year_file(run, "narrative"), why;
	struct needs needs;
	struct buffer list = {0};
	size_t missing = 0;

	if (!needs_read(&needs, &run->arena, run->options->templates, &why))
		return;
	for (size_t i = 0; i < needs.narrative_count; i++) {
		struct str file = needs.narratives[i].file;

		if (file_exists(path_join(&run->arena, folder, file)))
			continue;
		buffer_format(&list, "%s%.*s", missing++ ? ", " : "", STR_ARG(file));
	}
	if (missing)
		diagnostic_add(&run->diagnostics, DIAGNOSTIC_NARRATIVES_MISSING,
			       (struct place){.file = folder}, missing, STR_ARG(buffer_view(&list)),
			       run->period.label);
	buffer_release(&list);
}

/* Words in the narratives' folder that no document asks for would stay unread, and unsaid. */
static void say_unnamed_words(struct run *run)
{
	struct str folder = year_file(run, "narrative"), why;
	struct folder_entry *entries;
	size_t count;

	if (!folder_exists(folder) || !folder_list(&run->arena, folder, &entries, &count, &why))
		return;
	for (size_t i = 0; i < count; i++) {
		struct str path = path_join(&run->arena, folder, entries[i].name);

		if (!entries[i].is_folder && entries[i].name.at[0] != '.' &&
		    !map_lookup(&run->narratives, path))
			diagnostic_add(&run->diagnostics, DIAGNOSTIC_NARRATIVE_UNNAMED,
				       (struct place){.file = path});
	}
}

bool run_check(struct run *run)
{
	if (!run_read(run)) {
		say_missing_words(run);
		return false;
	}
	for (const char *const *name = document_names; *name; name++) {
		struct document *document = run_compose(run, *name);

		if (document)
			run->documents[run->document_count++] = document;
	}
	say_unnamed_words(run);
	return run->diagnostics.errors == 0;
}

struct render_options run_look(struct run *run)
{
	return (struct render_options){.arena = &run->arena,
				       .faces = run->faces,
				       .templates = run->options->templates,
				       .diagnostics = &run->diagnostics};
}

bool run_render(struct run *run, const struct document *document, const struct format *format,
		struct buffer *out)
{
	struct render_options options = run_look(run);

	return format->render(document, &options, out);
}
