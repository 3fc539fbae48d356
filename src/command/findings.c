/* Owns the form of what `check` prints. */
#include "command/findings.h"
#include "base/buffer.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/number.h"

static size_t record_count(const struct extract *extract)
{
	size_t count = 0;

	for (int element = 0; element < ELEMENT_COUNT; element++)
		count += extract->count[element];
	return count;
}

/* "no errors", "1 error", "1,204 errors". */
static void add_count(struct buffer *out, struct arena *arena, size_t count, const char *noun)
{
	if (count)
		buffer_str(out, number_grouped(arena, (int64_t)count));
	else
		buffer_text(out, "no");
	buffer_format(out, " %s%s", noun, count == 1 ? "" : "s");
}

static void add_quality(struct buffer *out, struct arena *arena,
			const struct record_quality *quality)
{
	for (int kind = 0; kind < RECORD_CHECK_COUNT; kind++) {
		struct str found = number_grouped(arena, (int64_t)quality->found[kind]);

		buffer_format(out, "  %5.*s  %s\n", STR_ARG(found),
			      record_check_words((enum record_check)kind));
	}
}

void findings_summary(struct buffer *out, struct run *run)
{
	struct arena *arena = &run->arena;

	buffer_format(out, "%s: ", run->period.label);
	add_count(out, arena, run->extract.file_count, "file");
	buffer_text(out, ", ");
	add_count(out, arena, record_count(&run->extract), "record");
	buffer_text(out, "; ");
	add_count(out, arena, run->diagnostics.errors, "error");
	buffer_text(out, ", ");
	add_count(out, arena, run->diagnostics.warnings, "warning");
	buffer_text(out, "\n\nLooked for across records, and how often it was found:\n");
	add_quality(out, arena, &run->quality);
}

static json_t *diagnostic_node(const struct diagnostic *found)
{
	return json_pack("{s:s, s:s, s:s%, s:I, s:I, s:s%}", "level",
			 diagnostic_level_name(found->level), "kind", diagnostic_name(found->id),
			 "file", found->place.file.at, found->place.file.length, "line",
			 (json_int_t)found->place.line, "column", (json_int_t)found->place.column,
			 "text", found->text.at, found->text.length);
}

/* The data-quality table: each kind of cross-record check, and how many it found. */
static json_t *quality_node(const struct record_quality *quality)
{
	json_t *list = json_array();

	for (int kind = 0; kind < RECORD_CHECK_COUNT; kind++)
		json_array_append_new(list,
				      json_pack("{s:s, s:s, s:I}", "check",
						record_check_name((enum record_check)kind), "words",
						record_check_words((enum record_check)kind),
						"found", (json_int_t)quality->found[kind]));
	return list;
}

static json_t *year_node(struct run *run)
{
	const struct diagnostics *diagnostics = &run->diagnostics;
	json_t *list = json_array();

	for (size_t i = 0; i < diagnostics->count; i++)
		json_array_append_new(list, diagnostic_node(&diagnostics->items[i]));
	return json_pack("{s:s, s:I, s:I, s:I, s:I, s:o, s:o}", "year", run->period.label, "files",
			 (json_int_t)run->extract.file_count, "records",
			 (json_int_t)record_count(&run->extract), "errors",
			 (json_int_t)diagnostics->errors, "warnings",
			 (json_int_t)diagnostics->warnings, "quality", quality_node(&run->quality),
			 "diagnostics", list);
}

void findings_json_begin(struct buffer *out)
{
	buffer_text(out, "{\"years\":[");
}

void findings_json_year(struct buffer *out, struct run *run, bool first)
{
	json_t *year;
	char *text;

	diagnostics_sort(&run->diagnostics);
	year = year_node(run);
	text = json_dumps(year, JSON_INDENT(1));
	if (!text)
		memory_exhausted();
	buffer_text(out, first ? "\n" : ",\n");
	buffer_text(out, text);
	free(text);
	json_decref(year);
}

void findings_json_end(struct buffer *out)
{
	buffer_text(out, "\n]}\n");
}
