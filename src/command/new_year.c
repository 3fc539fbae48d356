#include <jansson.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "base/html_escape.h"
#include "command/new_year.h"
#include "measure/measure.h"
#include "read/settings.h"

/* -- report.xml ----------------------------------------------------------------------------- */

/* What is of its year alone, and is filled in anew. */
static bool is_of_the_year(enum attribute_id attribute)
{
	switch ((int)attribute) {
	case REPORT_DATE:
	case REPORT_STATEMENT_DATE:
	case REPORT_NEXT_REVIEW:
	case MEETING_DATE:
	case IMPLICATION_DATE:
	case FACT_VALUE:
		return true;
	default:
		return false;
	}
}

/* "The annual report for 2024-25" is 2025-26's now. */
static struct str a_year_on(struct arena *arena, struct str text)
{
	enum { LABEL = 7 };
	struct buffer out = {0};

	for (size_t at = 0; at < text.length;) {
		struct period period;

		if (period_parse(str_slice(text, at, at + LABEL), &period)) {
			buffer_text(&out, period_of(period.first_year + 1).label);
			at += LABEL;
		} else {
			buffer_byte(&out, text.at[at++]);
		}
	}

	struct str moved = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return moved;
}

static struct str written_value(struct arena *arena, const struct record *record,
				enum attribute_id attribute)
{
	if (is_of_the_year(attribute))
		return STR("");
	if (attribute_at(attribute)->kind == KIND_DAY)
		return day_iso(arena, record_day(record, attribute));

	struct str text = str_of(record_text(record, attribute));

	return record->element == ELEMENT_REVISION || record->element == ELEMENT_IMPLICATION
		       ? text
		       : a_year_on(arena, text);
}

/* Two hyphens end a comment. */
static void write_comment(struct buffer *out, const char *begin, struct str text)
{
	buffer_format(out, "  <!-- %s", begin);
	for (size_t i = 0; i < text.length; i++) {
		bool twice = i > 0 && text.at[i] == '-' && text.at[i - 1] == '-';

		buffer_text(out, twice ? " -" : "");
		if (!twice)
			buffer_byte(out, text.at[i]);
	}
	buffer_text(out, " -->\n");
}

static void write_element(struct buffer *out, struct arena *arena, const struct record *record)
{
	const struct element *element = element_at(record->element);

	if (record->element == ELEMENT_FACT)
		write_comment(out, "last year: ", str_of(record_text(record, FACT_VALUE)));
	buffer_format(out, "  <%s", element->tag);
	for (int i = 0; i < element->attribute_count; i++) {
		enum attribute_id attribute = (enum attribute_id)(element->first_attribute + i);

		if (!record_has(record, attribute))
			continue;
		buffer_format(out, " %s=\"", attribute_at(attribute)->written);
		html_escape_attribute(out, written_value(arena, record, attribute));
		buffer_byte(out, '"');
	}
	buffer_text(out, "/>\n");
}

static const char front_page_head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<!--\n"
	"  The front page of %s, made from that of %s. What is empty is to be filled in: an empty\n"
	"  attribute is an error. Members' decisions come in when the meeting has been:\n"
	"  <decision text=\"…\"/>\n"
	"-->\n"
	"<report xmlns=\"%s\" year=\"%s\" statement-year=\"%s\" version=\"1\"\n"
	"        date=\"\" statement-date=\"\" next-review=\"\">\n";

void make_front_page(struct making *making, const struct record *report)
{
	struct period next = period_of(making->period.first_year + 1);
	struct buffer out = {0};

	buffer_format(&out, front_page_head, making->period.label, making->last.label,
		      element_at(ELEMENT_REPORT)->namespace, making->period.label, next.label);
	for (const struct record *at = record_children(report); at; at = at->next) {
		if (at->element != ELEMENT_DECISION)
			write_element(&out, making->arena, at);
	}
	buffer_text(&out, "</report>\n");
	make_file(making, path_join(making->arena, making->folder, STR("report.xml")),
		  buffer_view(&out));
	buffer_release(&out);
}

/* -- narrative -------------------------------------------------------------------------------- */

/* Without the mark of the year before, when nobody looked at it then. */
static struct str without_mark(struct str text)
{
	if (!str_starts(text, STR("{{! not looked at yet")))
		return text;
	return str_slice(text, str_find(text, '\n', 0) + 1, text.length);
}

static void carry_narrative(struct making *making, struct str from, struct str to)
{
	struct str text, why;

	if (!file_read(making->arena, from, &text, &why)) {
		program_says("%.*s", STR_ARG(why));
		making->failed = true;
		return;
	}
	text = without_mark(text);
	make_file(making, to,
		  str_format(making->arena, "{{! not looked at yet: carried over from %s }}\n%.*s",
			     making->last.label, STR_ARG(text)));
}

void carry_narratives(struct making *making)
{
	struct arena *arena = making->arena;
	struct str year = path_join(arena, making->options->input, str_of(making->last.label));
	struct str last = path_join(arena, year, STR("narrative"));
	struct str now = path_join(arena, making->folder, STR("narrative"));
	struct folder_entry *entries;
	size_t count;
	struct str why;

	if (!folder_exists(last) || !folder_list(arena, last, &entries, &count, &why))
		return;
	for (size_t i = 0; i < count && !making->failed; i++) {
		/* What members said at a meeting is of that meeting. */
		if (entries[i].is_folder || !str_ends(entries[i].name, STR(".md")) ||
		    str_is(entries[i].name, "sr-heard.md") ||
		    str_is(entries[i].name, "sr-points.md"))
			continue;
		carry_narrative(making, path_join(arena, last, entries[i].name),
				path_join(arena, now, entries[i].name));
	}
}

/* -- history.xml ------------------------------------------------------------------------------ */

static void write_figures(struct buffer *out, const json_t *measures)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const char *name = measure_at((enum measure_id)id)->name;
		const json_t *value = json_object_get(json_object_get(measures, name), "value");

		if (json_is_number(value))
			buffer_format(out, "    <figure measure=\"%s\" value=\"%.12g\"/>\n", name,
				      json_number_value(value));
	}
}

/* <year> with the figures of last year's pack; false when there is no pack that can be read. */
static bool write_year(const struct making *making, struct buffer *out)
{
	struct arena *arena = making->arena;
	struct str pack = path_join(arena, making->options->output, str_of(making->last.label));
	struct str text, why;
	json_t *root = NULL;

	if (file_read(arena, path_join(arena, pack, STR("figures.json")), &text, &why))
		root = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, NULL);

	const json_t *measures = json_object_get(root, "measures");
	bool found = json_is_object(measures);

	if (found) {
		buffer_format(out,
			      "  <year xmlns=\"%s\" label=\"%s\" source=\"Fostering annual report "
			      "%s\">\n",
			      element_at(ELEMENT_HISTORY)->namespace, making->last.label,
			      making->last.label);
		write_figures(out, measures);
		buffer_text(out, "  </year>\n");
	}
	json_decref(root);
	return found;
}

static bool has_year(const struct record *history, const char *label)
{
	for (const struct record *year = record_child(history, ELEMENT_YEAR); year;
	     year = record_sibling(year)) {
		const char *written = record_text(year, YEAR_LABEL);

		if (written && strcmp(written, label) == 0)
			return true;
	}
	return false;
}

/* Where what is added to the root goes: before its end, the last tag of the file. */
static size_t end_of_root(struct str text)
{
	size_t end = text.length;

	while (end > 1 && !(text.at[end - 2] == '<' && text.at[end - 1] == '/'))
		end--;
	return end > 1 ? end - 2 : text.length;
}

/* The file as it is with the year added; the former is replaced in one step. */
static void add_year(struct making *making, struct str path, struct str year)
{
	struct str text, why = STR("");
	struct str beside = str_format(making->arena, "%.*s.new", STR_ARG(path));
	bool added = file_read(making->arena, path, &text, &why);
	size_t end = added ? end_of_root(text) : 0;

	if (added && end == text.length) {
		program_says("%.*s: has no end of its own: write </history> there, then again",
			     STR_ARG(path));
		return;
	}
	if (added)
		added = file_write(making->arena, beside,
				   str_format(making->arena, "%.*s%.*s%.*s", (int)end, text.at,
					      STR_ARG(year),
					      STR_ARG(str_slice(text, end, text.length))),
				   &why);
	if (added && rename(str_terminated(making->arena, beside),
			    str_terminated(making->arena, path)) != 0) {
		added = false;
		why = str_format(making->arena, "%.*s can't be replaced", STR_ARG(path));
	}
	making->failed = making->failed || !added;
	if (added)
		printf("%.*s: the figures of %s were added\n", STR_ARG(path), making->last.label);
	else
		program_says("%.*s", STR_ARG(why));
}

void make_history(struct making *making)
{
	struct arena *arena = making->arena;
	struct str path = path_join(arena, making->options->input, STR("history.xml"));
	struct diagnostics diagnostics;
	struct buffer year = {0};
	const struct record *history = NULL;

	diagnostics_init(&diagnostics, arena);
	if (file_exists(path))
		history = settings_read(arena, path, ELEMENT_HISTORY, &diagnostics);
	if (making->failed || (file_exists(path) && !history) ||
	    (history && has_year(history, making->last.label)))
		return;
	if (!write_year(making, &year))
		program_says("no pack of %s is in %.*s: build it, and say its figures in %.*s",
			     making->last.label, STR_ARG(making->options->output), STR_ARG(path));
	else if (history)
		add_year(making, path, buffer_view(&year));
	else
		make_file(making, path,
			  str_format(arena,
				     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				     "<history xmlns=\"%s\">\n%.*s</history>\n",
				     element_at(ELEMENT_HISTORY)->namespace,
				     STR_ARG(buffer_view(&year))));
	buffer_release(&year);
}
