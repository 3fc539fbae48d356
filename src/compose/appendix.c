/*
 * The appendix of definitions. Reads the finished tree, and adds to its end.
 */
#include "compose/appendix.h"

#include <string.h>

#include "compose/symbols.h"
#include "compose/typeset.h"
#include "measure/group.h"
#include "measure/rule.h"

#define TITLE "How these figures were made"
#define TABLE_NAME "definitions"

static void use(bool *used, const char *name)
{
	enum measure_id id = name ? measure_find(str_of(name)) : MEASURE_NONE;

	if (id != MEASURE_NONE)
		used[id] = true;
}

static void use_table(bool *used, const struct table *table)
{
	for (size_t i = 0; i < table->row_count * table->column_count; i++)
		use(used, table->cells[i].measure);
}

static void use_chart(bool *used, const struct chart *chart)
{
	for (size_t i = 0; i < chart->category_count; i++) {
		for (size_t j = 0; j < chart->series_count; j++)
			use(used, chart->categories[i].values[j].measure);
	}
	use_table(used, chart->table);
}

static void use_figures(bool *used, const struct node *top)
{
	for (const struct node *node = top; node; node = node_after(node, top)) {
		if (node->kind == NODE_FIGURE)
			use(used, node->measure);
		if (node->table)
			use_table(used, node->table);
		if (node->chart)
			use_chart(used, node->chart);
	}
}

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

static void fill_row(struct composer *composer, struct cell *cells, enum measure_id id)
{
	struct arena *arena = composer->arena;
	const struct measure *measure = measure_at(id);
	struct printed value = figure_words(arena, composer->facts, id, VARIANT_PLAIN);

	cells[0].text = full_label(arena, id);
	cells[1].text = typeset_plain(arena, str_of(measure->definition));
	cells[2] = (struct cell){value.text, value.value, measure->name, true};
	cells[0].plain = cells[0].text;
	cells[1].plain = cells[1].text;
}

/* "Each counts under one of: internet, …. Where nothing is recorded it counts as other." */
static struct str family_words(struct arena *arena, enum measure_id first)
{
	struct buffer words = {0};
	const char *rest = NULL;
	struct str text;

	buffer_text(&words, "Each counts under one of these: ");
	for (int id = first; id < MEASURE_COUNT && is_one_family(first, (enum measure_id)id);
	     id++) {
		const char *label = measure_at((enum measure_id)id)->label;

		buffer_format(&words, "%s%s", id == (int)first ? "" : "; ", label);
		if (takes_the_rest((enum measure_id)id))
			rest = label;
	}
	buffer_byte(&words, '.');
	if (rest)
		buffer_format(&words, " Where nothing is recorded it counts as “%s”.", rest);
	text = typeset_plain(arena, str_copy(arena, buffer_view(&words)));
	buffer_release(&words);
	return text;
}

/* The row of all parts of a whole, with the value of the whole. */
static void fill_family(struct composer *composer, struct cell *cells, enum measure_id id)
{
	struct arena *arena = composer->arena;
	enum measure_id whole = measure_at(id)->whole;
	const char *family = measure_family(id);
	bool by = family[0] == 'B' && family[1] == 'y';

	fill_row(composer, cells, whole);
	cells[0].text =
		typeset_plain(arena, str_format(arena, "%.*s%s%c%s", STR_ARG(cells[0].text),
						by ? " " : ": ", by ? 'b' : family[0], family + 1));
	cells[1].text = family_words(arena, id);
	cells[0].plain = cells[0].text;
	cells[1].plain = cells[1].text;
}

/* The family's first part, used or not: its words name all. */
static enum measure_id first_of_family(enum measure_id id)
{
	int first = id;

	while (first > 0 && is_one_family((enum measure_id)(first - 1), id))
		first--;
	return (enum measure_id)first;
}

static size_t fill_rows(struct composer *composer, struct table *table, const bool *used)
{
	enum measure_id family = MEASURE_NONE;
	size_t rows = 0;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		struct cell *cells = &table->cells[rows * 3];

		if (!used[id] ||
		    (family != MEASURE_NONE && is_one_family(family, (enum measure_id)id)))
			continue;
		family = is_plain_part((enum measure_id)id) ? (enum measure_id)id : MEASURE_NONE;
		if (family == MEASURE_NONE)
			fill_row(composer, cells, (enum measure_id)id);
		else
			fill_family(composer, cells, first_of_family(family));
		rows++;
	}
	return rows;
}

static struct table *make_table(struct composer *composer, const bool *used, size_t count)
{
	struct arena *arena = composer->arena;
	struct table *table = ARENA_NEW(arena, struct table);

	table->name = STR(TABLE_NAME);
	table->caption = STR("Every figure of this document, and how it is counted");
	table->column_count = 3;
	table->columns = ARENA_ARRAY(arena, 3, struct str);
	table->columns[0] = STR("Figure");
	table->columns[1] = STR("How it is counted");
	table->columns[2] = str_copy(arena, str_of(composer->facts->period.label));
	table->cells = ARENA_ARRAY(arena, count * 3, struct cell);
	table->row_count = fill_rows(composer, table, used);
	for (size_t i = 0; i < table->row_count; i++) {
		if (!table->cells[i * 3 + 2].plain.length)
			table->note =
				STR("A dash (–) means that there was nothing to work the figure "
				    "out from.");
	}
	return table;
}

bool appendix_is_table(const struct table *table)
{
	return str_is(table->name, TABLE_NAME);
}

/*
 * The number of the next section, and an id that no heading has. Behind sections that have no
 * number, appendices of the words' own, it has none either.
 */
static void number_heading(struct arena *arena, struct document *document, struct node *heading)
{
	unsigned sections = 0, taken = 0;
	bool numbered = true;
	struct str slug = str_slug(arena, STR(TITLE));

	for (const struct node *node = document->root; node;
	     node = node_after(node, document->root)) {
		if (node->kind != NODE_HEADING)
			continue;
		if (node->level == 2)
			numbered = node->number.length > 0;
		sections += node->level == 2 && numbered;
		taken += str_starts(node->id, slug);
	}
	if (numbered)
		heading->number = str_format(arena, "%u", sections + 1);
	heading->id = taken ? str_format(arena, "%.*s-%u", STR_ARG(slug), taken + 1) : slug;
}

static void add_text(struct arena *arena, struct node *parent, struct str words)
{
	struct node *text = node_new(arena, NODE_TEXT, parent->place);

	text->text = words;
	node_append(parent, text);
}

static void add_heading(struct arena *arena, struct document *document)
{
	struct node *heading = node_new(arena, NODE_HEADING, document->root->place);

	heading->level = 2;
	number_heading(arena, document, heading);
	add_text(arena, heading, STR(TITLE));
	node_append(document->root, heading);
}

/* The section's one paragraph. */
static void add_paragraph(struct composer *composer, struct document *document, struct str words)
{
	const struct node *heading = document->root->last;
	struct node *paragraph = node_new(composer->arena, NODE_PARAGRAPH, document->root->place);

	if (heading->number.length)
		paragraph->number = str_format(composer->arena, "%.*s.1", STR_ARG(heading->number));
	add_text(composer->arena, paragraph, words);
	node_append(document->root, paragraph);
}

void appendix_add(struct composer *composer, struct document *document)
{
	struct arena *arena = composer->arena;
	const struct period *period = &composer->facts->period;
	bool *used = ARENA_ARRAY(arena, MEASURE_COUNT, bool);
	size_t count = 0;

	use_figures(used, document->root);
	if (document->headlines)
		use_figures(used, document->headlines);
	for (int id = 0; id < MEASURE_COUNT; id++)
		count += used[id];
	if (!count)
		return;
	struct table *table = make_table(composer, used, count);
	size_t capacity = 0;
	struct table **tables = arena_grow(arena, NULL, &capacity, document->table_count + 1,
					   sizeof(struct table *));

	add_heading(arena, document);
	add_paragraph(
		composer, document,
		str_format(arena,
			   "The figures of %s are counted from the service’s case records, from "
			   "%.*s to %.*s. A percentage is worked out from whole counts and "
			   "rounded once, when it is printed.",
			   period->label, STR_ARG(day_words(arena, period->first)),
			   STR_ARG(day_words(arena, period->last))));
	for (size_t i = 0; i < document->table_count; i++)
		tables[i] = document->tables[i];
	tables[document->table_count] = table;
	document->tables = tables;
	table->number = (unsigned)++document->table_count;
	struct node *node = node_new(arena, NODE_TABLE, document->root->place);

	node->table = table;
	node_append(document->root, node);
}
