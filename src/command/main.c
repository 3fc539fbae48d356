/* The commands: what each does with a run, what it prints, and its exit status. */
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/address.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "command/building.h"
#include "command/confine.h"
#include "command/explain.h"
#include "command/findings.h"
#include "command/listing.h"
#include "command/new.h"
#include "command/result.h"
#include "command/run.h"
#include "command/sealing.h"
#include "command/sheets.h"
#include "command/years.h"
#include "compose/printed.h"
#include "publish/seal.h"
#include "publish/verify.h"
#include "read/schema.h"
#include "render/html/fragment.h"

/* Ends a run's command: what was found, then the result when all is well. */
static enum status finish(struct run *run, bool good, struct buffer *result)
{
	enum status status = say_diagnostics(&run->diagnostics);

	if (!good && status == STATUS_DONE)
		status = STATUS_SYSTEM;
	if (status == STATUS_DONE)
		return print_result(result);
	buffer_release(result);
	return status;
}

static enum status measures(const struct options *options, const struct period *year)
{
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	run_init(&run, options, year);
	good = run_measure(&run);
	if (good)
		figures_write(&result, &run.facts, options->format);
	status = finish(&run, good, &result);
	run_release(&run);
	return status;
}

/*
 * What a check found goes to standard output when all is well. With an error standard output stays
 * empty, so the JSON then takes the diagnostics' way, to standard error.
 */
static enum status check(const struct options *options, const struct period *years, size_t count)
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

static enum status explain(const struct options *options, const struct period *year)
{
	enum measure_id measure = measure_find(options->subject);
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	if (measure == MEASURE_NONE)
		return unknown_measure(options->subject);
	run_init(&run, options, year);
	good = run_measure(&run) && run_compare(&run);
	if (good)
		explain_write(&result, &run.arena, &run.facts, &run.extract, measure,
			      printed_in(&run, measure), options->records);
	status = finish(&run, good, &result);
	run_release(&run);
	return status;
}

/* "annual-report.pdf": the document's name, or NULL, and the format, or NULL. */
static const char *split_subject(struct str subject, const struct format **format)
{
	size_t dot = str_find(subject, '.', 0);

	*format = format_find(str_slice(subject, dot + 1, subject.length));
	for (const char *const *name = document_names; *name; name++)
		if (str_is(str_slice(subject, 0, dot), *name))
			return *name;
	return NULL;
}

static enum status unknown_document(struct str subject)
{
	program_says("there is no \"%.*s\" to render: write DOCUMENT.FORMAT, as in",
		     STR_ARG(subject));
	for (const char *const *name = document_names; *name; name++)
		for (size_t i = 0; i < format_count; i++)
			fprintf(stderr, "  %s.%s\n", *name, formats[i].name);
	fputs("  hearth.css\n", stderr);
	return STATUS_USAGE;
}

/* With ids of the document and its year, so that a page can hold several. */
static bool render_part(struct run *run, const struct document *document, struct buffer *out)
{
	const struct options *options = run->options;
	struct render_options look = run_look(run);
	struct str address = options->pack;
	struct fragment fragment = {
		.level = options->heading_level > 0 ? options->heading_level : 2,
		.prefix = str_format(&run->arena, "%.*s-%s-", STR_ARG(document->name),
				     run->period.label)};

	if (address.length > 0 && !str_ends(address, STR("/")))
		address = str_format(&run->arena, "%.*s/", STR_ARG(address));
	fragment.address = address;
	return render_fragment(document, &look, &fragment, out);
}

static enum status style(const struct options *options)
{
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	run_init(&run, options, &(struct period){0});

	struct render_options look = run_look(&run);

	good = render_style(&look, &result);
	status = finish(&run, good, &result);
	run_release(&run);
	return status;
}

/* Whether a fragment may link to the address. */
static bool is_wrong_address(struct str address)
{
	if (address.length == 0 || link_is_safe(address))
		return false;
	program_says("--pack takes a web address, not \"%.*s\": write it as in "
		     "https://www.example.gov.uk/fostering/2024-25/",
		     STR_ARG(address));
	return true;
}

static enum status render(const struct options *options, const struct period *year)
{
	const struct format *format;
	const char *name = split_subject(options->subject, &format);
	struct document *document = NULL;
	struct buffer result = {0};
	enum status status;
	struct run run;
	bool good;

	if (!name || !format)
		return unknown_document(options->subject);
	if (is_wrong_address(options->pack))
		return STATUS_USAGE;
	if (format->binary && isatty(STDOUT_FILENO)) {
		program_says("a %s is not for the terminal: write it to a file with >",
			     format->label);
		return STATUS_USAGE;
	}
	run_init(&run, options, year);
	if (run_read(&run))
		document = run_compose(&run, name);
	good = document && (options->fragment ? render_part(&run, document, &result)
					      : run_render(&run, document, format, &result));
	status = finish(&run, good, &result);
	run_release(&run);
	return status;
}

/* -- seal and verify --------------------------------------------------------------------------- */

static enum status no_folder(const char *folder)
{
	program_says("there is no folder %s: name a pack, as in output/2024-25", folder);
	return STATUS_USAGE;
}

static enum status with_packs(const struct options *options, struct arena *arena, bool sealing)
{
	struct diagnostics diagnostics;
	struct buffer result = {0};
	struct manifest manifest;
	struct str why = STR("");

	diagnostics_init(&diagnostics, arena);
	for (size_t i = 0; i < options->folder_count; i++)
		if (!folder_exists(str_of(options->folders[i])))
			return no_folder(options->folders[i]);
	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (!sealing && !pack_verify(arena, folder, &manifest, &diagnostics))
			continue;
		if (sealing && !sealing_allowed(options, arena, folder, &diagnostics))
			continue;
		if (sealing &&
		    !pack_seal(arena, folder, options->now, &manifest, &diagnostics, &why)) {
			if (why.length) {
				say_diagnostics(&diagnostics);
				program_says("%.*s", STR_ARG(why));
				return STATUS_SYSTEM;
			}
			continue;
		}
		manifest_describe(arena, &result, folder, &manifest);
	}
	enum status status = say_diagnostics(&diagnostics);

	if (status == STATUS_DONE)
		return print_result(&result);
	buffer_release(&result);
	return status;
}

static enum status schema(void)
{
	struct buffer result = {0};

	extract_write_schema(&result);
	return print_result(&result);
}

/* The commands that are about years. */
static enum status with_years(const struct options *options, struct arena *arena)
{
	const struct period *years;
	size_t count;
	enum status status = years_chosen(options, arena, &years, &count);

	if (status != STATUS_DONE)
		return status;
	switch (options->command) {
	case COMMAND_MEASURES:
		return measures(options, years);
	case COMMAND_EXPLAIN:
		return explain(options, years);
	case COMMAND_RENDER:
		return render(options, years);
	case COMMAND_BUILD:
		return build(options, years, count);
	default:
		return check(options, years, count);
	}
}

/* -- what the run may do ----------------------------------------------------------------------- */

/* A folder that stands beside what is written: a pack is swapped within it. */
static struct str folder_above(struct arena *arena, struct str folder)
{
	return str_format(arena, "%.*s/..", STR_ARG(folder));
}

/*
 * Keeps the run to its own folders. The sanitizers and what counts covered lines write where and
 * when they like, so a program built with them is let be.
 */
static void confine_run(const struct options *options, struct arena *arena)
{
#ifndef HEARTH_UNCONFINED
	struct str *read = ARENA_ARRAY(arena, options->folder_count + 5, struct str);
	struct str *written = ARENA_ARRAY(arena, options->folder_count + 2, struct str);
	struct confinement to = {.read = read, .written = written};
	struct str why;

	/* What is to be written in has to be there: that of a council that starts is not yet. */
	if (options->council.length && !folder_make(arena, options->input, &why))
		program_says("%.*s", STR_ARG(why));

	read[to.read_count++] = options->input;
	read[to.read_count++] = options->templates;
	read[to.read_count++] = options->fonts;
	read[to.read_count++] = options->output;
	if (options->command == COMMAND_BUILD)
		written[to.written_count++] = options->output;
	if (options->command == COMMAND_NEW)
		written[to.written_count++] = options->input;
	if (options->command == COMMAND_TEMPLATE)
		written[to.written_count++] = workshop_of_workbooks();
	if (options->mapping.length)
		read[to.read_count++] = options->mapping;
	for (size_t i = 0; i < options->folder_count; i++) {
		struct str folder = str_of(options->folders[i]);

		if (options->command == COMMAND_IMPORT)
			read[to.read_count++] = folder;
		else if (options->command == COMMAND_SEAL)
			written[to.written_count++] = folder_above(arena, folder);
		else
			read[to.read_count++] = folder_above(arena, folder);
	}
	if (!confine(arena, &to, &why) && options->verbose)
		program_says("%.*s", STR_ARG(why));
#else
	(void)options;
	(void)arena;
	(void)folder_above;
#endif
}

int main(int argc, char **argv)
{
	struct options options;
	struct arena arena;
	enum status status;

	results_begin();
	arena_init(&arena);
	if (options_parse(&options, &arena, argc, argv, &status)) {
		confine_run(&options, &arena);
		if (options.command == COMMAND_SEAL || options.command == COMMAND_VERIFY)
			status = with_packs(&options, &arena, options.command == COMMAND_SEAL);
		else if (options.command == COMMAND_NEW)
			status = new_input(&options, &arena);
		else if (options.command == COMMAND_IMPORT)
			status = import_files(&options, &arena);
		else if (options.command == COMMAND_TEMPLATE)
			status = empty_workbook(&options, &arena);
		else if (options.command == COMMAND_SCHEMA)
			status = schema();
		else if (options.command == COMMAND_RENDER && str_is(options.subject, "hearth.css"))
			status = style(&options);
		else
			status = with_years(&options, &arena);
	}
	arena_release(&arena);
	return (int)results_end(status);
}
