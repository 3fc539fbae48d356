#include <string.h>

#include "compose/data/sketch.h"
#include "compose/data/table.h"
#include "compose/data/verdict.h"

/* A table while it is made. */
struct draft {
	struct sketch *sketch;
	const struct record *record;
	struct table *table;
	size_t capacity;	       /* of cells, in rows */
	bool lacks[REASON_HIDDEN + 1]; /* a mark of that reason stands in it */
	bool rounded;		       /* a difference was taken in whole percentages */
};

static void set_columns(struct draft *draft, size_t count)
{
	struct table *table = draft->table;

	table->column_count = count;
	table->columns = ARENA_ARRAY(draft->sketch->arena, count, struct str);
	table->columns[0] = sketch_text(draft->sketch, draft->record, TABLE_HEAD, NULL);
}

/* A new row, its header set; its other cells follow. */
static struct cell *add_row(struct draft *draft, struct str label)
{
	struct table *table = draft->table;

	table->cells =
		arena_grow(draft->sketch->arena, table->cells, &draft->capacity,
			   (table->row_count + 1) * table->column_count, sizeof(struct cell));
	struct cell *row = &table->cells[table->row_count++ * table->column_count];

	memset(row, 0, table->column_count * sizeof(struct cell));
	row[0] = (struct cell){label, label, NULL, false};
	return row;
}

static struct cell figure_cell(struct draft *draft, struct printed words, const char *measure)
{
	draft->lacks[words.reason] = draft->lacks[words.reason] || !words.known;
	return (struct cell){words.known ? words.text : reason_mark(words.reason),
			     words.known ? words.value : STR(""), measure, true};
}

static struct cell computed_cell(struct draft *draft, enum measure_id id,
				 enum figure_variant variant)
{
	return figure_cell(draft,
			   figure_words(draft->sketch->arena, draft->sketch->facts, id, variant),
			   measure_at(id)->name);
}

static struct str row_label(struct draft *draft, const struct record *row, enum measure_id id)
{
	struct str label = sketch_text(draft->sketch, row, TABLE_ROW_LABEL, NULL);

	return label.length ? label
			    : sketch_fill(draft->sketch, row, str_of(measure_at(id)->label), NULL);
}

static void check_total(struct draft *draft, const struct record *row)
{
	if (!record_flag(row, TABLE_ROW_TOTAL))
		return;
	draft->table->total_row = true;
	if (record_sibling(row))
		composer_complain_text(draft->sketch->composer, sketch_place(draft->sketch, row),
				       STR(""), "the total is the last row: move it to the end");
}

/* The measures of a row, as many as are needed; NULL after an error. */
static enum measure_id *row_measures(struct draft *draft, const struct record *row, size_t needed)
{
	size_t count;
	enum measure_id *measures = sketch_measures(draft->sketch, row, TABLE_ROW_MEASURES, &count);

	if (count == needed)
		return measures;
	composer_complain_text(draft->sketch->composer, sketch_place(draft->sketch, row), STR(""),
			       "a row of this table names %zu measure%s; here are %zu", needed,
			       needed == 1 ? "" : "s", count);
	return NULL;
}

/* Rows of measures under the declared columns, each count with its share where they are asked for.
 */
static void draw_rows(struct draft *draft)
{
	struct sketch *sketch = draft->sketch;
	size_t declared = sketch_count(draft->record, ELEMENT_TABLE_COLUMN);
	size_t columns = declared ? declared : 1, i = 1;
	bool shares = record_flag(draft->record, TABLE_SHARES);

	set_columns(draft, 1 + columns + (shares ? columns : 0));
	draft->table->columns[1] = STR("Number");
	for (const struct record *at = record_child(draft->record, ELEMENT_TABLE_COLUMN); at;
	     at = record_sibling(at)) {
		draft->table->columns[i++] = sketch_text(sketch, at, TABLE_COLUMN_LABEL, NULL);
		if (shares)
			draft->table->columns[i++] = STR("Share");
	}
	for (const struct record *at = record_child(draft->record, ELEMENT_TABLE_ROW); at;
	     at = record_sibling(at)) {
		enum measure_id *measures = row_measures(draft, at, columns);

		if (!measures)
			continue;
		struct cell *row = add_row(draft, row_label(draft, at, measures[0]));

		for (size_t j = 0, to = 1; j < columns; j++) {
			row[to++] = computed_cell(draft, measures[j], VARIANT_PLAIN);
			if (shares)
				row[to++] = computed_cell(draft, measures[j], VARIANT_SHARE);
		}
		check_total(draft, at);
	}
}

/* The whole that all members are parts of, when they make it up; or NONE. */
static enum measure_id family_whole(const struct sketch *sketch, const struct family *family)
{
	enum measure_id whole =
		family->count ? measure_at(family->members[0])->whole : MEASURE_NONE;
	int64_t sum = 0;

	for (size_t i = 0; i < family->count; i++) {
		enum measure_id id = family->members[i];

		if (measure_at(id)->whole != whole || !sketch->facts->figures.of[id].known)
			return MEASURE_NONE;
		sum += sketch->facts->figures.of[id].value;
	}
	if (whole == MEASURE_NONE || !sketch->facts->figures.of[whole].known ||
	    sketch->facts->figures.of[whole].value != sum)
		return MEASURE_NONE;
	return whole;
}

static void draw_family(struct draft *draft, const struct record *record)
{
	struct sketch *sketch = draft->sketch;
	struct family family = sketch_family(sketch, record, TABLE_FAMILY_MEASURES);
	const struct record *column = record_child(draft->record, ELEMENT_TABLE_COLUMN);
	bool shares = record_flag(draft->record, TABLE_SHARES);
	enum measure_id whole = family_whole(sketch, &family);

	set_columns(draft, shares ? 3 : 2);
	draft->table->columns[1] =
		column ? sketch_text(sketch, column, TABLE_COLUMN_LABEL, NULL) : STR("Number");
	if (shares)
		draft->table->columns[2] = STR("Share");
	for (size_t i = 0; i < family.count; i++) {
		enum measure_id id = family.members[i];
		struct cell *row = add_row(
			draft, sketch_fill(sketch, record, str_of(measure_at(id)->label), NULL));

		row[1] = computed_cell(draft, id, VARIANT_PLAIN);
		if (shares)
			row[2] = computed_cell(draft, id, VARIANT_SHARE);
	}
	if (whole == MEASURE_NONE)
		return;
	struct cell *row = add_row(draft, STR("All"));
	const struct figure *all = &sketch->facts->figures.of[whole];

	row[1] = computed_cell(draft, whole, VARIANT_PLAIN);
	if (shares)
		row[2] = figure_cell(draft, share_words(sketch->arena, all->value, all->value),
				     NULL);
	draft->table->total_row = true;
}

/* The measures of all rows, to know which past years have any of them. */
static enum measure_id *all_measures(struct draft *draft, size_t *count)
{
	size_t rows = sketch_count(draft->record, ELEMENT_TABLE_ROW);
	enum measure_id *all = ARENA_ARRAY(draft->sketch->arena, rows, enum measure_id);

	*count = 0;
	for (const struct record *at = record_child(draft->record, ELEMENT_TABLE_ROW); at;
	     at = record_sibling(at)) {
		enum measure_id *measures = row_measures(draft, at, 1);

		if (measures)
			all[(*count)++] = measures[0];
	}
	return all;
}

enum { VERDICT_COLUMNS = 3, VERDICT_YEARS = 3 };

static void head_verdicts(struct draft *draft, struct str *columns)
{
	columns[0] = STR("Verdict");
	columns[1] = STR("Change");
	columns[2] = STR("England");
	sketch_add_note(draft->sketch, &draft->table->note, verdict_note);
}

static void fill_verdict(struct draft *draft, const struct record *row, struct cell *cells,
			 enum measure_id id)
{
	struct sketch *sketch = draft->sketch;
	const struct benchmark *england = benchmark_lookup(sketch->facts, id, STR("England"),
							   str_of(sketch->facts->period.label));

	if (england)
		sketch_add_source(sketch, &draft->table->source, england->source);
	cells[0] = figure_cell(
		draft, verdict_words(sketch->facts, id, record_flag(row, TABLE_ROW_LOWER)), NULL);
	cells[1] = figure_cell(draft, change_signed(sketch->arena, sketch->facts, id), NULL);
	cells[2] = computed_cell(draft, id, VARIANT_ENGLAND);
}

/*
 * Which column is what: earlier years stand before this one, as time goes; with verdicts behind it,
 * since a small screen shows what comes first.
 */
struct year_columns {
	size_t past, now, verdict;
};

static struct year_columns place_years(struct draft *draft, size_t past, bool verdicts)
{
	struct year_columns at = {.past = 1, .now = past + 1};

	set_columns(draft, 2 + past + (verdicts ? VERDICT_COLUMNS : 0));
	if (verdicts) {
		at = (struct year_columns){.now = 1, .verdict = 2, .past = 2 + VERDICT_COLUMNS};
		head_verdicts(draft, &draft->table->columns[at.verdict]);
	}
	draft->table->columns[at.now] =
		str_copy(draft->sketch->arena, str_of(draft->sketch->facts->period.label));
	return at;
}

static void draw_years(struct draft *draft)
{
	struct sketch *sketch = draft->sketch;
	struct table *table = draft->table;
	size_t measure_count, count;
	enum measure_id *all = all_measures(draft, &measure_count);
	const struct past_year **years = sketch_years(sketch, all, measure_count, &count);
	bool verdicts = record_flag(draft->record, TABLE_VERDICTS);

	if (verdicts && count > VERDICT_YEARS) {
		years += count - VERDICT_YEARS;
		count = VERDICT_YEARS;
	}
	struct year_columns column = place_years(draft, count, verdicts);

	for (size_t i = 0; i < count; i++) {
		table->columns[column.past + i] =
			str_copy(sketch->arena, str_of(years[i]->figures.period.label));
		sketch_add_source(sketch, &table->source, years[i]->source);
	}
	for (const struct record *at = record_child(draft->record, ELEMENT_TABLE_ROW); at;
	     at = record_sibling(at)) {
		enum measure_id *measures = row_measures(draft, at, 1);

		if (!measures)
			continue;
		struct cell *row = add_row(draft, row_label(draft, at, measures[0]));

		for (size_t i = 0; i < count; i++)
			row[column.past + i] =
				figure_cell(draft, past_words(sketch->arena, years[i], measures[0]),
					    measure_at(measures[0])->name);
		row[column.now] = computed_cell(draft, measures[0], VARIANT_PLAIN);
		if (verdicts)
			fill_verdict(draft, at, &row[column.verdict], measures[0]);
		check_total(draft, at);
	}
}

/* The areas of benchmarks="England {{AUTHORITY_SHORT_NAME}}": a name may hold spaces, its marker
 * none. */
static struct str *read_areas(struct draft *draft, size_t *count)
{
	struct sketch *sketch = draft->sketch;
	struct str text = str_of(record_text(draft->record, TABLE_BENCHMARKS));
	struct str *areas = ARENA_ARRAY(sketch->arena, text.length + 1, struct str);

	*count = 0;
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, ' ', at);

		if (end > at)
			areas[(*count)++] =
				sketch_fill(sketch, draft->record, str_slice(text, at, end), NULL);
		at = end + 1;
	}
	return areas;
}

static bool is_own_area(const struct sketch *sketch, struct str area)
{
	const struct symbol *own =
		symbol_lookup(sketch->composer->symbols, STR("AUTHORITY_SHORT_NAME"));

	return str_equal(own->text, area);
}

/* Published as a whole percentage, a figure is compared as one. */
static bool is_whole(const struct benchmark *benchmark)
{
	return benchmark->unit == UNIT_PERCENT && benchmark->value % 10 == 0;
}

static void fill_benchmark(struct draft *draft, struct cell *cells, enum measure_id id,
			   struct str area)
{
	struct sketch *sketch = draft->sketch;
	const struct benchmark *benchmark =
		benchmark_lookup(sketch->facts, id, area, str_of(sketch->facts->period.label));
	const char *name = measure_at(id)->name;

	if (!benchmark) {
		cells[0] = figure_cell(draft, (struct printed){0}, name);
		cells[1] = figure_cell(draft, (struct printed){0}, NULL);
		return;
	}
	sketch_add_source(sketch, &draft->table->source, benchmark->source);
	struct printed difference =
		difference_words(sketch->arena, id, &sketch->facts->figures.of[id],
				 benchmark->value, is_whole(benchmark));

	if (difference.known && benchmark->unit == UNIT_PERCENT) {
		bool one = str_is(difference.value, "1") || str_is(difference.value, "-1");

		difference.text = str_format(sketch->arena, "%.*s\u00a0point%s",
					     STR_ARG(difference.text), one ? "" : "s");
	}
	draft->rounded = draft->rounded || is_whole(benchmark);
	cells[0] = figure_cell(draft, benchmark_words(sketch->arena, benchmark), name);
	cells[1] = figure_cell(draft, difference, NULL);
}

static void draw_benchmarks(struct draft *draft)
{
	struct sketch *sketch = draft->sketch;
	struct table *table = draft->table;
	size_t count;
	struct str *areas = read_areas(draft, &count);

	set_columns(draft, 2 + 2 * count);
	table->columns[1] = STR("This report");
	for (size_t i = 0; i < count; i++) {
		table->columns[2 + 2 * i] =
			is_own_area(sketch, areas[i])
				? str_format(sketch->arena, "%.*s, published", STR_ARG(areas[i]))
				: areas[i];
		table->columns[3 + 2 * i] =
			str_format(sketch->arena, "Difference from %.*s%s", STR_ARG(areas[i]),
				   is_own_area(sketch, areas[i]) ? ", published" : "");
	}
	for (const struct record *at = record_child(draft->record, ELEMENT_TABLE_ROW); at;
	     at = record_sibling(at)) {
		enum measure_id *measures = row_measures(draft, at, 1);

		if (!measures)
			continue;
		struct cell *row = add_row(draft, row_label(draft, at, measures[0]));

		row[1] = computed_cell(draft, measures[0], VARIANT_PLAIN);
		for (size_t i = 0; i < count; i++)
			fill_benchmark(draft, &row[2 + 2 * i], measures[0], areas[i]);
	}
}

static void add_notes(struct draft *draft, bool years, bool benchmarks)
{
	struct sketch *sketch = draft->sketch;
	struct str *note = &draft->table->note;

	if (draft->rounded)
		sketch_add_note(sketch, note,
				"Where a percentage was published without decimals, the difference "
				"is between whole percentages.");
	sketch_add_reasons(sketch, note, draft->lacks,
			   years ? "A dash (–) means that no figure was published for that "
				   "year."
			   : benchmarks
				   ? "A dash (–) means that there is no figure to compare with."
				   : reason_note(REASON_NONE));
}

struct table *sketch_table(struct sketch *sketch, const struct record *record)
{
	struct table *table = ARENA_NEW(sketch->arena, struct table);
	struct draft draft = {.sketch = sketch, .record = record, .table = table};
	const struct record *family = record_child(record, ELEMENT_TABLE_FAMILY);
	bool years = record_flag(record, TABLE_YEARS);
	bool benchmarks = record_has(record, TABLE_BENCHMARKS);

	table->name = str_of(record_text(record, TABLE_NAME));
	table->caption = sketch_text(sketch, record, TABLE_CAPTION, NULL);
	table->note = sketch_text(sketch, record, TABLE_NOTE, NULL);
	table->source = sketch_own_source(sketch);
	if (!family && !record_child(record, ELEMENT_TABLE_ROW))
		composer_complain_text(sketch->composer, sketch_place(sketch, record), STR(""),
				       "the table has no rows: add <row> or <family>");
	if (family)
		draw_family(&draft, family);
	else if (years)
		draw_years(&draft);
	else if (benchmarks)
		draw_benchmarks(&draft);
	else
		draw_rows(&draft);
	add_notes(&draft, years, benchmarks);
	return table;
}
