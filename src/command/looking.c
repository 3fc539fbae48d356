#include "command/looking.h"

#include <stdio.h>

#include "base/buffer.h"
#include "base/files.h"
#include "command/explain.h"
#include "command/findings.h"
#include "command/listing.h"
#include "command/result.h"
#include "command/run.h"
#include "compose/printed.h"
#include "read/schema.h"

enum status list_measures(const struct options *options, const struct period *year, size_t count)
{
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	(void)count; /* one */
	run_init(&run, options, year);
	good = run_measure(&run);
	if (good)
		figures_write(&result, &run.facts, options->format);
	status = finish_command(&run.diagnostics, good, &result);
	run_release(&run);
	return status;
}

/*
 * What a check found goes to standard output when all is well. With an error standard output stays
 * empty, so the JSON then takes the diagnostics' way, to standard error.
 */
enum status check_years(const struct options *options, const struct period *years, size_t count)
{
	bool json = options->format == FORMAT_JSON;
	enum status status = STATUS_DONE;
	struct buffer result = {0};

	if (json)
		findings_json_begin(&result);
	for (size_t i = 0; i < count; i++) {
		struct run run;

		run_init(&run, options, &years[i]);
		run_check(&run);
		if (json)
			findings_json_year(&result, &run, i == 0);
		else if (say_diagnostics(&run.diagnostics) == STATUS_DONE)
			findings_summary(&result, &run);
		if (run.diagnostics.errors)
			status = files_system_fault() ? STATUS_SYSTEM : STATUS_INPUT;
		run_release(&run);
	}
	if (json)
		findings_json_end(&result);
	if (status == STATUS_DONE)
		return print_result(&result);
	if (json)
		fwrite(result.at, 1, result.length, stderr);
	buffer_release(&result);
	return status;
}

static enum status unknown_measure(struct str name)
{
	program_says("there is no measure \"%.*s\": did you mean %s? `hearth measures` lists them",
		     STR_ARG(name), measure_nearest(name));
	return STATUS_USAGE;
}

/* Where the documents print the measure; what is wrong in their words is `check`'s to say. */
static struct str printed_in(struct run *run, enum measure_id measure)
{
	struct diagnostics kept = run->diagnostics;
	struct str lines = STR("");

	diagnostics_init(&run->diagnostics, &run->arena);

	bool front = run_front(run);

	for (const char *const *name = document_names; front && *name; name++) {
		const struct document *document = run_compose(run, *name);
		struct str where = STR("");

		if (document)
			where = printed_where(&run->arena, document, measure_at(measure)->name);
		if (where.length)
			lines = str_format(&run->arena, "%.*s%.*s\n", STR_ARG(lines),
					   STR_ARG(where));
	}
	run->diagnostics = kept;
	return lines;
}

enum status explain_measure(const struct options *options, const struct period *year, size_t count)
{
	enum measure_id measure = measure_find(options->subject);
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	(void)count; /* one */
	if (measure == MEASURE_NONE)
		return unknown_measure(options->subject);
	run_init(&run, options, year);
	good = run_measure(&run) && run_compare(&run);
	if (good)
		explain_write(&result, &run.arena, &run.facts, &run.extract, measure,
			      printed_in(&run, measure), options->records);
	status = finish_command(&run.diagnostics, good, &result);
	run_release(&run);
	return status;
}

enum status print_schema(const struct options *options, struct arena *arena)
{
	struct buffer result = {0};

	(void)options;
	(void)arena;
	extract_write_schema(&result);
	return print_result(&result);
}
