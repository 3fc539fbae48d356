/* Owns the explanation of one measure, as text of 80 columns or the terminal's. */
#include "command/explain.h"
#include "base/buffer.h"
#include "measure/measure.h"
#include "measure/passes/compute.h"

#include <string.h>

#include "base/number.h"
#include "command/text.h"
#include "measure/group.h"
#include "measure/rule.h"
#include "measure/trial/identities.h"

#define WIDEST 100 /* longer lines are hard to read */
#define INDENT 2

struct explanation {
	struct buffer *out;
	struct arena *arena;
	const struct facts *facts;
	enum measure_id id;
	int columns;
};

/* A paragraph behind the indent, broken to the page's width. */
static void paragraph(const struct explanation *page, struct str text)
{
	text_spaces(page->out, INDENT);
	text_wrapped(page->out, text, 2 * INDENT, page->columns - 2 * INDENT);
	buffer_byte(page->out, '\n');
}

static void caption(const struct explanation *page, const char *text)
{
	buffer_format(page->out, "\n%s\n", text);
}

static const char *count_name(int count)
{
	return count < MEASURE_COUNT ? measure_at(count)->name : auxiliary_words(count);
}

/* "Foster carers; By age: Under 30". */
static void write_title(const struct explanation *page)
{
	const char *family = measure_family(page->id);
	struct str title =
		str_format(page->arena, "%s%s%s: %s", measure_group(page->id), family ? "; " : "",
			   family ? family : "", measure_at(page->id)->label);

	paragraph(page, title);
}

static struct str reason_words(enum reason reason)
{
	switch (reason) {
	case REASON_NO_RECORDS:
		return STR("not available: no file holds the records that it counts, and no "
			   "extract covers them");
	case REASON_HIDDEN:
		return STR("hidden to protect people");
	case REASON_NONE:
		break;
	}
	return STR("not known: there is nothing to divide by");
}

static void write_value(const struct explanation *page)
{
	const struct figure *figure = &page->facts->figures.of[page->id];
	const struct rule *rule = rule_at(page->id);
	struct str value = figure_printed(page->arena, page->id, figure);
	struct str line = value;

	if (!figure->known)
		line = reason_words(figure->reason);
	if (figure->is_rate)
		line = str_format(page->arena, "%.*s: %lld (%s) of %lld (%s)", STR_ARG(line),
				  (long long)figure->numerator, count_name(rule->left),
				  (long long)figure->denominator, count_name(rule->right));
	else if (rule->kind == RULE_DIFFERENCE)
		line = str_format(page->arena, "%.*s: %s less %s", STR_ARG(line),
				  count_name(rule->left), count_name(rule->right));
	buffer_format(page->out, "\n%s\n", page->facts->period.label);
	paragraph(page, line);
}

static void write_whole(const struct explanation *page)
{
	enum measure_id whole = measure_at(page->id)->whole;
	const struct figure *part = &page->facts->figures.of[page->id];

	if (whole == MEASURE_NONE)
		return;

	const struct figure *all = &page->facts->figures.of[whole];
	struct str value = figure_printed(page->arena, whole, all);
	struct str text = str_format(page->arena, "a part of %s, which is %.*s",
				     measure_at(whole)->name, STR_ARG(value));

	if (all->known && part->known && all->value > 0) {
		struct str share =
			number_percent_tenths(page->arena, number_percent(part->value, all->value));

		text = str_format(page->arena, "%.*s: %.*s", STR_ARG(text), STR_ARG(share));
	}
	paragraph(page, text);
}

static struct str side_value(const struct explanation *page, const char *terms)
{
	struct figure sum = {.known = true};

	if (!terms_sum(terms, &page->facts->figures, &sum.value))
		return STR("?");
	return figure_plain(page->arena, page->id, &sum);
}

static void write_identities(const struct explanation *page)
{
	bool any = false;

	for (size_t i = 0; i < identity_count; i++) {
		const struct identity *identity = &identities[i];

		if (!terms_hold(identity->left, page->id) && !terms_hold(identity->right, page->id))
			continue;
		if (!any)
			caption(page, "Identities");
		any = true;

		const char *sign = identity->at_most ? "\u2264" : "=";
		struct str left = side_value(page, identity->left);
		struct str right = side_value(page, identity->right);

		paragraph(page, str_format(page->arena, "%s %s %s: %.*s %s %.*s, as %s",
					   identity->left, sign, identity->right, STR_ARG(left),
					   sign, STR_ARG(right), identity->words));
	}
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *rate = measure_at(id);

		if (rate->numerator != page->id && rate->denominator != page->id)
			continue;
		if (!any)
			caption(page, "Identities");
		any = true;
		paragraph(page, str_format(page->arena, "%s = %s / %s", rate->name,
					   measure_at(rate->numerator)->name,
					   measure_at(rate->denominator)->name));
	}
}

static void write_years(const struct explanation *page)
{
	bool any = false;

	for (size_t i = 0; i < page->facts->past_count; i++) {
		const struct past_year *year = &page->facts->past[i];

		if (!year->figures.of[page->id].known)
			continue;
		if (!any)
			caption(page, "Earlier years, as published");
		any = true;
		paragraph(page,
			  str_format(page->arena, "%s  %s  (%.*s)", year->figures.period.label,
				     year->written[page->id], STR_ARG(year->source)));
	}
}

static void write_benchmarks(const struct explanation *page)
{
	bool any = false;

	for (size_t i = 0; i < page->facts->benchmark_count; i++) {
		const struct benchmark *benchmark = &page->facts->benchmarks[i];
		if (benchmark->id != page->id)
			continue;
		if (!any)
			caption(page, "What others publish");
		any = true;

		paragraph(page, str_format(page->arena, "%.*s %.*s  %s  (%.*s)",
					   STR_ARG(benchmark->area), STR_ARG(benchmark->year),
					   benchmark->written, STR_ARG(benchmark->source)));
	}
}

/* The element's tag and the number of records in this run of one element. */
static void write_record_caption(const struct explanation *page, const struct counted *counted,
				 size_t from)
{
	enum element_id element = counted->records[from]->element;
	size_t count = 0;

	while (from + count < counted->count && counted->records[from + count]->element == element)
		count++;
	buffer_format(page->out, "  %s: %zu\n", element_at(element)->tag, count);
}

static void write_record(const struct explanation *page, const struct extract *extract,
			 const struct record *record)
{
	struct place place = record_place(extract, record);
	enum attribute_id id = attribute_find(record->element, STR("id"));
	const char *text = id == ATTRIBUTE_NONE ? NULL : record_text(record, id);

	buffer_format(page->out, "    %.*s:%u  %s\n", STR_ARG(place.file), place.line,
		      text ? text : "");
}

static void write_records(const struct explanation *page, const struct extract *extract)
{
	struct counted counted = {.measure = page->id, .arena = page->arena};
	struct figures *figures = ARENA_NEW(page->arena, struct figures);
	const struct rule *rule = rule_at(page->id);

	measure_year(extract, &page->facts->period, figures, &counted);
	caption(page, "Records counted");
	if (rule->kind == RULE_RATE || rule->kind == RULE_DIFFERENCE)
		paragraph(page, str_format(page->arena, "those of %s", count_name(rule->left)));
	if (counted.count == 0)
		paragraph(page, STR("none"));
	for (size_t i = 0; i < counted.count; i++) {
		if (i == 0 || counted.records[i]->element != counted.records[i - 1]->element)
			write_record_caption(page, &counted, i);
		write_record(page, extract, counted.records[i]);
	}
}

static void write_printed(const struct explanation *page, struct str lines)
{
	if (lines.length)
		caption(page, "Where it is printed");
	for (size_t at = 0; at < lines.length;) {
		size_t end = str_find(lines, '\n', at);

		paragraph(page, str_slice(lines, at, end));
		at = end + 1;
	}
}

void explain_write(struct buffer *out, struct arena *arena, const struct facts *facts,
		   const struct extract *extract, enum measure_id measure, struct str printed,
		   bool records)
{
	int columns = terminal_columns();
	struct explanation page = {.out = out, .arena = arena, .facts = facts, .id = measure};

	page.columns = columns < WIDEST ? columns : WIDEST;
	buffer_format(out, "%s\n", measure_at(measure)->name);
	write_title(&page);
	paragraph(&page, str_of(measure_at(measure)->definition));
	write_value(&page);
	write_whole(&page);
	write_identities(&page);
	write_years(&page);
	write_benchmarks(&page);
	write_printed(&page, printed);
	if (records)
		write_records(&page, extract);
}
