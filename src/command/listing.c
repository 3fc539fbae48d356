/* Owns the written forms of a year's figures. */
#include "command/listing.h"
#include "base/buffer.h"
#include "measure/measure.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "command/text.h"
#include "measure/group.h"
#include "measure/rule.h"
#include "measure/trial/sample.h"

#define WIDE 100	/* columns from which the measures' names are shown, too */
#define VALUE_COLUMNS 8 /* "1,234,567" is rare enough to stand out */
#define FEWEST_FOR_LABEL 12

static void write_json_text(struct buffer *out, const char *text)
{
	json_t *node = json_string(text ? text : "");
	char *quoted = node ? json_dumps(node, JSON_ENCODE_ANY) : NULL;

	buffer_text(out, quoted ? quoted : "\"\"");
	free(quoted);
	json_decref(node);
}

static const char *authority_text(const struct facts *facts, enum attribute_id attribute)
{
	return facts->authority ? record_text(facts->authority, attribute) : "";
}

static void write_json_head(struct buffer *out, struct arena *arena, const struct facts *facts)
{
	struct str first = day_iso(arena, facts->period.first);
	struct str last = day_iso(arena, facts->period.last);

	buffer_text(out, "{\"authority\":{\"code\":");
	write_json_text(out, authority_text(facts, AUTHORITY_CODE));
	buffer_text(out, ",\"name\":");
	write_json_text(out, authority_text(facts, AUTHORITY_NAME));
	buffer_format(out,
		      "},\n \"period\":{\"label\":\"%s\",\"start\":\"%.*s\",\"end\":\"%.*s\"},\n",
		      facts->period.label, STR_ARG(first), STR_ARG(last));
}

/* That the records are invented, and which figures the council published. */
static void write_json_sample(struct buffer *out, struct arena *arena, const struct facts *facts)
{
	const char *separator = "";

	buffer_text(out, " \"sample\":{\"notice\":");
	write_json_text(out, str_terminated(arena, facts->sample));
	buffer_text(out, ",\n  \"published\":[");
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (!sample_published(facts, (enum measure_id)id))
			continue;
		buffer_format(out, "%s\"%s\"", separator, measure_at((enum measure_id)id)->name);
		separator = ",";
	}
	buffer_text(out, "]},\n");
}

static void write_json_figure(struct buffer *out, struct arena *arena, enum measure_id id,
			      const struct figure *figure)
{
	struct str value = figure_plain(arena, id, figure);

	buffer_format(out, "   \"%s\":{\"value\":%.*s,\"unit\":\"%s\"", measure_at(id)->name,
		      STR_ARG(figure->known ? value : STR("null")),
		      measure_unit_name(measure_at(id)->unit));
	if (figure->reason != REASON_NONE)
		buffer_format(out, ",\"reason\":\"%s\"", reason_name(figure->reason));
	if (figure->is_rate)
		buffer_format(out, ",\"numerator\":%lld,\"denominator\":%lld",
			      (long long)figure->numerator, (long long)figure->denominator);
	buffer_byte(out, '}');
}

void figures_write_json(struct buffer *out, const struct facts *facts)
{
	struct arena arena;

	arena_init(&arena);
	write_json_head(out, &arena, facts);
	if (facts->sample.length)
		write_json_sample(out, &arena, facts);
	buffer_text(out, " \"measures\":{\n");
	for (int id = 0; id < MEASURE_COUNT; id++) {
		write_json_figure(out, &arena, id, &facts->figures.of[id]);
		buffer_text(out, id + 1 < MEASURE_COUNT ? ",\n" : "}}\n");
	}
	arena_release(&arena);
}

void figures_write_csv(struct buffer *out, const struct facts *facts)
{
	struct arena arena;

	arena_init(&arena);
	buffer_text(out, "measure,value,unit,numerator,denominator,reason\n");
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct figure *figure = &facts->figures.of[id];
		struct str value = figure_plain(&arena, id, figure);

		buffer_format(out, "%s,%.*s,%s,", measure_at(id)->name, STR_ARG(value),
			      measure_unit_name(measure_at(id)->unit));
		if (figure->is_rate)
			buffer_format(out, "%lld,%lld", (long long)figure->numerator,
				      (long long)figure->denominator);
		else
			buffer_byte(out, ',');
		buffer_format(out, ",%s\n", reason_name(figure->reason));
	}
	arena_release(&arena);
}

/*
 * How deep a measure stands below the first of its group: a part below its whole, a rate beside
 * its numerator, a family's measure below the family's caption. As deep as measures.def nests.
 */
/* NOLINTNEXTLINE(misc-no-recursion) */
static int depth_of(enum measure_id id)
{
	const char *group = measure_group(id);
	const struct rule *rule = rule_at(id);
	int depth = measure_family(id) ? 1 : 0;

	if (rule->kind == RULE_RATE && rule->left < MEASURE_COUNT)
		return strcmp(measure_group(rule->left), group) == 0 ? depth_of(rule->left) : 0;
	for (enum measure_id whole = measure_at(id)->whole;
	     whole != MEASURE_NONE && strcmp(measure_group(whole), group) == 0;
	     whole = measure_at(whole)->whole)
		depth += measure_family(whole) ? 2 : 1;
	return depth;
}

static int indent_of(enum measure_id id)
{
	return 2 + 2 * depth_of(id);
}

static int widest_label(void)
{
	int widest = 0;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		int width = indent_of(id) + text_width(str_of(measure_at(id)->label));

		if (width > widest)
			widest = width;
	}
	return widest;
}

static void write_line(struct buffer *out, struct arena *arena, const struct facts *facts,
		       enum measure_id id, int label_columns, bool with_name)
{
	int indent = indent_of(id);
	struct str value = figure_printed(arena, id, &facts->figures.of[id]);

	text_spaces(out, indent);
	text_spaces(out, label_columns - indent -
				 text_wrapped(out, str_of(measure_at(id)->label), indent,
					      label_columns - indent - 1));
	text_right(out, value, VALUE_COLUMNS);
	if (with_name) {
		buffer_text(out, "  ");
		buffer_text(out, measure_at(id)->name);
	}
	buffer_byte(out, '\n');
}

/* The captions that this measure begins, when it is the first of its group or family. */
static void write_captions(struct buffer *out, enum measure_id id)
{
	const char *family = measure_family(id);
	enum measure_id before = id > 0 ? id - 1 : MEASURE_NONE;

	if (before == MEASURE_NONE || measure_group(id) != measure_group(before))
		buffer_format(out, "\n%s\n", measure_group(id));
	if (family && (before == MEASURE_NONE || measure_family(before) != family)) {
		text_spaces(out, indent_of(id) - 2);
		buffer_format(out, "%s\n", family);
	}
}

void figures_write_text(struct buffer *out, const struct facts *facts, int columns)
{
	int label_columns = widest_label() + 2;
	struct arena arena;

	if (label_columns > columns - VALUE_COLUMNS)
		label_columns = columns - VALUE_COLUMNS;
	if (label_columns < FEWEST_FOR_LABEL)
		label_columns = FEWEST_FOR_LABEL;
	arena_init(&arena);
	buffer_format(out, "Fostering service, %s\n", facts->period.label);
	for (int id = 0; id < MEASURE_COUNT; id++) {
		write_captions(out, id);
		write_line(out, &arena, facts, id, label_columns, columns >= WIDE);
	}
	arena_release(&arena);
}

void figures_write(struct buffer *out, const struct facts *facts, int format)
{
	if (format == LISTING_JSON)
		figures_write_json(out, facts);
	else if (format == LISTING_CSV)
		figures_write_csv(out, facts);
	else
		figures_write_text(out, facts, terminal_columns());
}
