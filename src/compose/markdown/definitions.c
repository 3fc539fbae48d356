/*
 * The definitions of the measures, placed in a document as sections and tables.
 */
#include "compose/markdown/definitions.h"
#include "base/buffer.h"
#include "compose/markdown/outline.h"
#include "measure/measure.h"

#include <ctype.h>
#include <string.h>

#include "compose/names/typeset.h"
#include "measure/group.h"
#include "measure/rule.h"
#include "measure/trial/identities.h"
#include "measure/trial/sample.h"

#define TABLE_NAME "definitions-"

#define INVENTED "The figure is invented for this sample."

enum { COLUMNS = 3 };

/* What a figure is called where it stands alone: "Enquiries by source: Internet" needs its family.
 */
static struct str full_label(struct arena *arena, enum measure_id id)
{
	const struct measure *measure = measure_at(id);
	struct str label = typeset_plain(arena, str_of(measure->label));

	if (measure->whole == MEASURE_NONE)
		return label;
	struct str whole = typeset_plain(arena, str_of(measure_at(measure->whole)->label));

	/* "De-registration: positive" says itself what it is part of. */
	if (str_starts(label, whole) || memchr(label.at, ':', label.length))
		return label;
	return str_format(arena, "%.*s: %.*s", STR_ARG(whole), STR_ARG(label));
}

/* A part that only tells its whole apart by one word or band of ages: its family explains it. */
static bool is_plain_part(enum measure_id id)
{
	enum rule_kind kind = rule_at(id)->kind;

	return measure_family(id) && measure_at(id)->whole != MEASURE_NONE && kind >= RULE_PART &&
	       kind <= RULE_BAND_REST;
}

/* Whether both are parts that one row explains. */
static bool is_one_family(enum measure_id a, enum measure_id b)
{
	return is_plain_part(a) && is_plain_part(b) && measure_family(a) == measure_family(b) &&
	       measure_at(a)->whole == measure_at(b)->whole;
}

/* What counts here although nothing says so: "no reason counts as other". */
static bool takes_the_rest(enum measure_id id)
{
	enum rule_kind kind = rule_at(id)->kind;

	return kind == RULE_PART_OR_NONE || kind == RULE_PART_NONE;
}

static struct cell words_cell(struct str text)
{
	return (struct cell){.text = text, .plain = text};
}

static struct cell figure_cell(const struct walker *walker, enum measure_id id)
{
	struct printed value =
		figure_words(walker->arena, walker->composer->facts, id, VARIANT_PLAIN);

	return (struct cell){value.text, value.value, measure_at(id)->name, true};
}

/* Of a sample: whether the figure comes from its records alone. */
static bool is_invented(const struct walker *walker, enum measure_id id)
{
	const struct facts *facts = walker->composer->facts;

	return facts->sample.length > 0 && !sample_published(facts, id);
}

/* The definition; and what a rate was worked out from. */
static struct str definition_words(const struct walker *walker, enum measure_id id)
{
	const struct figure *figure = &walker->composer->facts->figures.of[id];
	struct str words = str_of(measure_at(id)->definition);

	if (figure->known && figure->is_rate)
		words = str_format(walker->arena, "%.*s Here it is %lld of %lld.", STR_ARG(words),
				   (long long)figure->numerator, (long long)figure->denominator);
	if (is_invented(walker, id))
		words = str_format(walker->arena, "%.*s " INVENTED, STR_ARG(words));
	return typeset_plain(walker->arena, words);
}

static void fill_row(const struct walker *walker, struct cell *cells, enum measure_id id)
{
	cells[0] = words_cell(full_label(walker->arena, id));
	cells[1] = words_cell(definition_words(walker, id));
	cells[2] = figure_cell(walker, id);
}

/* "Each counts under one of these: internet (30); …. Where nothing is recorded it counts as …." */
static struct str family_words(const struct walker *walker, enum measure_id first)
{
	struct buffer words = {0};
	const char *rest = NULL;
	struct str text;

	buffer_text(&words, "Each counts under one of these: ");
	for (int id = first; id < MEASURE_COUNT && is_one_family(first, (enum measure_id)id);
	     id++) {
		const char *label = measure_at((enum measure_id)id)->label;
		struct cell value = figure_cell(walker, (enum measure_id)id);

		buffer_format(&words, "%s%s (%.*s%s)", id == (int)first ? "" : "; ", label,
			      STR_ARG(value.text),
			      is_invented(walker, (enum measure_id)id) ? ", invented" : "");
		if (takes_the_rest((enum measure_id)id))
			rest = label;
	}
	buffer_byte(&words, '.');
	if (rest)
		buffer_format(&words, " Where nothing is recorded it counts as “%s”.", rest);
	text = typeset_plain(walker->arena, str_copy(walker->arena, buffer_view(&words)));
	buffer_release(&words);
	return text;
}

/* The row of all parts of a whole, with the value of the whole. */
static void fill_family(const struct walker *walker, struct cell *cells, enum measure_id first)
{
	enum measure_id whole = measure_at(first)->whole;
	const char *family = measure_family(first);
	bool by = family[0] == 'B' && family[1] == 'y';

	cells[0] = words_cell(str_format(walker->arena, "%.*s%s%c%s",
					 STR_ARG(full_label(walker->arena, whole)), by ? " " : ": ",
					 by ? 'b' : family[0], family + 1));
	cells[1] = words_cell(family_words(walker, first));
	cells[2] = figure_cell(walker, whole);
}

/* The rows of the group from `first` to before `end`. */
static size_t fill_rows(const struct walker *walker, struct cell *cells, int first, int end)
{
	size_t rows = 0;

	for (int id = first; id < end; id++) {
		if (!is_plain_part((enum measure_id)id))
			fill_row(walker, &cells[rows++ * COLUMNS], (enum measure_id)id);
		else if (id == first ||
			 !is_one_family((enum measure_id)(id - 1), (enum measure_id)id))
			fill_family(walker, &cells[rows++ * COLUMNS], (enum measure_id)id);
	}
	return rows;
}

static struct table *new_table(const struct walker *walker, const char *subject,
			       const char *const *columns, size_t capacity)
{
	struct arena *arena = walker->arena;
	struct table *table = ARENA_NEW(arena, struct table);

	table->name =
		str_format(arena, TABLE_NAME "%.*s", STR_ARG(str_slug(arena, str_of(subject))));
	table->column_count = COLUMNS;
	table->columns = ARENA_ARRAY(arena, COLUMNS, struct str);
	for (size_t i = 0; i < COLUMNS; i++)
		table->columns[i] = str_of(columns[i]);
	table->cells = ARENA_ARRAY(arena, capacity * COLUMNS, struct cell);
	return table;
}

/* The notes on the marks of a group's figures that aren't known. */
static struct str note_on(const struct walker *walker, int first, int end)
{
	struct buffer note = {0};

	for (int reason = REASON_NONE; reason <= REASON_HIDDEN; reason++) {
		bool lacks = false;

		for (int id = first; id < end; id++) {
			const struct figure *figure = &walker->composer->facts->figures.of[id];

			lacks = lacks || (!figure->known && (int)figure->reason == reason);
		}
		if (lacks)
			buffer_format(&note, "%s%s", note.length ? " " : "", reason_note(reason));
	}

	struct str text = str_copy(walker->arena, buffer_view(&note));

	buffer_release(&note);
	return text;
}

static void place_group(struct walker *walker, int first, int end, unsigned level,
			struct place place)
{
	const char *group = measure_group((enum measure_id)first);
	const char *const columns[] = {"Figure", "How it is counted",
				       walker->composer->facts->period.label};
	struct table *table = new_table(walker, group, columns, (size_t)(end - first));

	table->caption = typeset_plain(walker->arena, str_of(group));
	table->row_count = fill_rows(walker, table->cells, first, end);
	table->note = note_on(walker, first, end);
	outline_add_heading(walker, level, str_of(group), place);
	walker_add_table(walker, table, place);
}

/* A section for each group: measures of one group follow one another. */
static void place_figures(struct walker *walker, struct place place)
{
	unsigned level = walker->outline.heading + 1;
	int first = 0;

	while (first < MEASURE_COUNT) {
		const char *group = measure_group((enum measure_id)first);
		int end = first + 1;

		while (end < MEASURE_COUNT && measure_group((enum measure_id)end) == group)
			end++;
		place_group(walker, first, end, level, place);
		first = end;
	}
}

/* A side of an identity as a figure of that measure would be printed. */
static struct str side_words(const struct walker *walker, const char *terms, enum measure_id id)
{
	struct figure sum = {.known = true};

	terms_sum(terms, &walker->composer->facts->figures, &sum.value);
	return figure_printed(walker->arena, id, &sum);
}

static struct str capitalised(struct arena *arena, const char *words)
{
	return str_format(arena, "%c%s", toupper((unsigned char)words[0]), words + 1);
}

/* "57 = 57", or "22 of 57" where the one is to be no more than the other. */
static void fill_check(const struct walker *walker, struct cell *cells,
		       const struct identity *identity)
{
	struct arena *arena = walker->arena;
	enum measure_id id = measure_find(str_of(identity->right));
	struct str left = side_words(walker, identity->left, id);
	struct str right = side_words(walker, identity->right, id);

	cells[0] = words_cell(full_label(arena, id));
	cells[1] = words_cell(typeset_plain(arena, capitalised(arena, identity->words)));
	cells[2] = words_cell(str_format(arena, "%.*s%s%.*s", STR_ARG(left),
					 identity->at_most ? " of " : " = ", STR_ARG(right)));
	cells[2].number = true;
}

static void place_checks(struct walker *walker, struct place place)
{
	const char *const columns[] = {"Figure", "What must hold",
				       walker->composer->facts->period.label};
	struct table *table = new_table(walker, "checks", columns, identity_count);

	table->caption = STR("What the figures must agree on, and what they came to");
	for (size_t i = 0; i < identity_count; i++) {
		if (identity_try(&identities[i], &walker->composer->facts->figures) !=
		    IDENTITY_UNKNOWN)
			fill_check(walker, &table->cells[table->row_count++ * COLUMNS],
				   &identities[i]);
	}
	if (table->row_count)
		walker_add_table(walker, table, place);
}

void definitions_place(struct walker *walker, struct str name, struct place place)
{
	if (str_is(name, "figures"))
		place_figures(walker, place);
	else if (str_is(name, "checks"))
		place_checks(walker, place);
	else
		composer_complain_text(walker->composer, place, STR(""),
				       "there are no definitions \"%.*s\": write "
				       "definitions:figures or definitions:checks",
				       STR_ARG(name));
}

bool definitions_is_table(const struct table *table)
{
	return str_starts(table->name, STR(TABLE_NAME));
}
