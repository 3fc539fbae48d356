/*
 * Charts as data: categories and series from measures, years or benchmarks; titles that say the
 * finding; the table behind each.
 */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "compose/sketch.h"

static const char DASH[] = "\u2013";

/* One <series>. */
struct series {
	const struct record *record;
	struct str label;
	struct str area;	 /* dots: whose published figure; empty: the computed one */
	enum measure_id measure; /* years */
};

/* A chart while it is made: what the struct chart does not keep. */
struct draft {
	struct sketch *sketch;
	const struct record *record;
	struct chart *chart;
	struct series *series;
	size_t series_count;		 /* 1 at least */
	enum measure_id of;		 /* the whole; or NONE */
	struct chart_category *left_out; /* of 0: in the table, but no bars */
	size_t left_out_count;
	size_t capacity;
	struct str sources;
	bool ordered, years;
};

static double amount_of(enum measure_unit unit, int64_t value)
{
	return unit == UNIT_COUNT ? (double)value
				  : (double)value / (unit == UNIT_PERCENT ? 10.0 : 1000.0);
}

static struct chart_value make_value(enum measure_id id, struct printed words, double amount)
{
	return (struct chart_value){
		.known = words.known,
		.amount = words.known ? amount : 0,
		.text = words.known ? words.text : STR(DASH),
		.share = STR(""),
		.measure = measure_at(id)->name,
	};
}

static struct chart_value figure_value(const struct draft *draft, enum measure_id id)
{
	const struct facts *facts = draft->sketch->facts;
	const struct figure *figure = &facts->figures.of[id];
	struct chart_value value =
		make_value(id, figure_words(draft->sketch->arena, facts, id, VARIANT_PLAIN),
			   amount_of(measure_at(id)->unit, figure->value));

	if (draft->of != MEASURE_NONE && draft->series_count == 1 && figure->known &&
	    facts->figures.of[draft->of].known) {
		struct printed share = share_words(draft->sketch->arena, figure->value,
						   facts->figures.of[draft->of].value);

		value.share = share.known ? share.text : STR("");
	}
	return value;
}

static struct chart_value benchmark_value(struct draft *draft, enum measure_id id, struct str area)
{
	struct sketch *sketch = draft->sketch;
	const struct benchmark *benchmark =
		benchmark_lookup(sketch->facts, id, area, str_of(sketch->facts->period.label));

	if (!benchmark)
		return make_value(id, (struct printed){0}, 0);
	sketch_add_source(sketch, &draft->sources, benchmark->source);
	return make_value(id, benchmark_words(sketch->arena, benchmark),
			  amount_of(benchmark->unit, benchmark->value));
}

static struct chart_category *add_category(struct draft *draft, struct str label)
{
	struct chart *chart = draft->chart;
	struct arena *arena = draft->sketch->arena;

	chart->categories = arena_grow(arena, chart->categories, &draft->capacity,
				       chart->category_count + 1, sizeof(struct chart_category));
	struct chart_category *category = &chart->categories[chart->category_count++];

	*category = (struct chart_category){
		.label = label,
		.left = STR(""),
		.values = ARENA_ARRAY(arena, draft->series_count, struct chart_value),
	};
	return category;
}

static struct str measure_label(struct draft *draft, enum measure_id id)
{
	return sketch_fill(draft->sketch, draft->record, str_of(measure_at(id)->label), NULL);
}

static void add_family(struct draft *draft, const struct record *record)
{
	struct family family = sketch_family(draft->sketch, record, CHART_FAMILY_MEASURES);

	for (size_t i = 0; i < family.count; i++) {
		enum measure_id id = family.members[i];

		add_category(draft, measure_label(draft, id))->values[0] = figure_value(draft, id);
	}
}

static bool has_areas(const struct draft *draft)
{
	for (size_t i = 0; i < draft->series_count; i++) {
		if (draft->series[i].area.length)
			return true;
	}
	return false;
}

static void add_declared(struct draft *draft, const struct record *record)
{
	struct sketch *sketch = draft->sketch;
	bool areas = has_areas(draft);
	size_t count, needed = areas ? 1 : draft->series_count;
	enum measure_id *measures =
		sketch_measures(sketch, record, CHART_CATEGORY_MEASURES, &count);

	if (count != needed) {
		composer_complain_text(
			sketch->composer, sketch_place(sketch, record), STR(""),
			"a category of this chart names %zu measure%s, one for each series; "
			"here are %zu",
			needed, needed == 1 ? "" : "s", count);
		return;
	}
	struct str label = sketch_text(sketch, record, CHART_CATEGORY_LABEL, NULL);
	struct chart_category *category =
		add_category(draft, label.length ? label : measure_label(draft, measures[0]));

	category->left = sketch_text(sketch, record, CHART_CATEGORY_LEFT, NULL);
	for (size_t i = 0; i < draft->series_count; i++) {
		enum measure_id id = measures[areas ? 0 : i];

		category->values[i] = draft->series[i].area.length
					      ? benchmark_value(draft, id, draft->series[i].area)
					      : figure_value(draft, id);
	}
}

/* One category a year: past ones as they were published, then this one. */
static void add_years(struct draft *draft)
{
	struct sketch *sketch = draft->sketch;
	enum measure_id *measures =
		ARENA_ARRAY(sketch->arena, draft->series_count, enum measure_id);
	size_t count;

	for (size_t i = 0; i < draft->series_count; i++) {
		measures[i] = draft->series[i].measure;
		if (measures[i] == MEASURE_NONE)
			return;
	}
	const struct past_year **years =
		sketch_years(sketch, measures, draft->series_count, &count);

	for (size_t i = 0; i < count; i++) {
		struct chart_category *category = add_category(
			draft, str_copy(sketch->arena, str_of(years[i]->figures.period.label)));

		sketch_add_source(sketch, &draft->sources, years[i]->source);
		for (size_t j = 0; j < draft->series_count; j++)
			category->values[j] = make_value(
				measures[j], past_words(sketch->arena, years[i], measures[j]),
				amount_of(measure_at(measures[j])->unit,
					  years[i]->figures.of[measures[j]].value));
	}
	struct chart_category *category =
		add_category(draft, str_copy(sketch->arena, str_of(sketch->facts->period.label)));

	for (size_t j = 0; j < draft->series_count; j++)
		category->values[j] = figure_value(draft, measures[j]);
}

static void read_series(struct draft *draft)
{
	struct sketch *sketch = draft->sketch;
	size_t count = sketch_count(draft->record, ELEMENT_CHART_SERIES), i = 0;

	draft->series_count = count ? count : 1;
	draft->series = ARENA_ARRAY(sketch->arena, draft->series_count, struct series);
	draft->series[0].label = STR("");
	draft->series[0].area = STR("");
	draft->series[0].measure = MEASURE_NONE;
	for (const struct record *at = record_child(draft->record, ELEMENT_CHART_SERIES); at;
	     at = record_sibling(at), i++) {
		draft->series[i] = (struct series){
			.record = at,
			.label = sketch_text(sketch, at, CHART_SERIES_LABEL, NULL),
			.area = sketch_text(sketch, at, CHART_SERIES_AREA, NULL),
			.measure = sketch_measure(sketch, at, CHART_SERIES_MEASURE),
		};
		if (draft->years && !record_has(at, CHART_SERIES_MEASURE))
			composer_complain_text(
				sketch->composer, sketch_place(sketch, at), STR(""),
				"a series over the years needs its measure: add measure=\"…\"");
	}
}

static void read_categories(struct draft *draft)
{
	const struct record *record = draft->record;

	if (draft->years) {
		add_years(draft);
		return;
	}
	for (const struct record *at = record->children; at; at = at->next) {
		if (at->element == ELEMENT_CHART_FAMILY)
			add_family(draft, at);
		else if (at->element == ELEMENT_CHART_CATEGORY)
			add_declared(draft, at);
	}
	if (!record_child(record, ELEMENT_CHART_FAMILY) &&
	    !record_child(record, ELEMENT_CHART_CATEGORY))
		composer_complain_text(draft->sketch->composer, sketch_place(draft->sketch, record),
				       STR(""),
				       "the chart has no categories: add <family> or <category>");
}

/* The words of the largest and the smallest of the first series. */
static struct chart_words find_words(const struct draft *draft)
{
	const struct chart *chart = draft->chart;
	const struct facts *facts = draft->sketch->facts;
	struct chart_words words = {.largest_tied = true, .smallest_tied = true};
	const struct chart_category *largest = NULL, *smallest = NULL;

	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_category *at = &chart->categories[i];
		const struct chart_value *value = &at->values[0];

		if (!value->known || value->amount <= 0)
			continue;
		if (!largest || value->amount >= largest->values[0].amount) {
			words.largest_tied = largest && value->amount <= largest->values[0].amount;
			largest = at;
		}
		if (!smallest || value->amount <= smallest->values[0].amount) {
			words.smallest_tied =
				smallest && value->amount >= smallest->values[0].amount;
			smallest = at;
		}
	}
	if (largest) {
		words.largest_label = largest->label;
		words.largest_value = largest->values[0].text;
		words.largest_share = largest->values[0].share;
		words.smallest_label = smallest->label;
		words.smallest_value = smallest->values[0].text;
		words.smallest_share = smallest->values[0].share;
	}
	if (draft->of != MEASURE_NONE)
		words.total =
			figure_words(draft->sketch->arena, facts, draft->of, VARIANT_PLAIN).text;
	return words;
}

static bool mentions(struct str text, const char *word)
{
	for (size_t at = 0; at < text.length; at++) {
		if (str_starts(str_slice(text, at, text.length), str_of(word)))
			return true;
	}
	return false;
}

/* The title, or the plain one where the finding that it says would not be one. */
static struct str choose_title(struct draft *draft, const struct chart_words *words)
{
	struct sketch *sketch = draft->sketch;
	struct str title = str_of(record_text(draft->record, CHART_TITLE));
	bool largest = mentions(title, "{{LARGEST_"), smallest = mentions(title, "{{SMALLEST_");
	bool share = mentions(title, "EST_SHARE}}");

	if ((largest || smallest) && !record_has(draft->record, CHART_PLAIN_TITLE))
		composer_complain_text(
			sketch->composer, sketch_place(sketch, draft->record), STR(""),
			"the title names the largest or smallest, which may be tied: add "
			"plain-title=\"…\"");
	if (share && draft->of == MEASURE_NONE)
		composer_complain_text(sketch->composer, sketch_place(sketch, draft->record),
				       STR(""),
				       "the title names a share: say of what, with of=\"…\"");
	if ((largest && words->largest_tied) || (smallest && words->smallest_tied) ||
	    (share && !words->largest_share.length))
		return sketch_text(sketch, draft->record, CHART_PLAIN_TITLE, words);
	return sketch_text(sketch, draft->record, CHART_TITLE, words);
}

static void sort_categories(struct chart *chart)
{
	/* Insertion keeps what is equal in its written order; there are a dozen at most. */
	for (size_t i = 1; i < chart->category_count; i++) {
		struct chart_category moved = chart->categories[i];
		size_t at = i;

		while (at > 0 &&
		       chart->categories[at - 1].values[0].amount < moved.values[0].amount) {
			chart->categories[at] = chart->categories[at - 1];
			at--;
		}
		chart->categories[at] = moved;
	}
}

/* Bars of 0 have no length: the table says them. */
static void leave_out_zeros(struct draft *draft)
{
	struct chart *chart = draft->chart;
	size_t kept = 0;

	draft->left_out =
		ARENA_ARRAY(draft->sketch->arena, chart->category_count, struct chart_category);
	for (size_t i = 0; i < chart->category_count; i++) {
		struct chart_value *value = &chart->categories[i].values[0];

		if (value->known && value->amount == 0)
			draft->left_out[draft->left_out_count++] = chart->categories[i];
		else
			chart->categories[kept++] = chart->categories[i];
	}
	chart->category_count = kept;
}

/* A value as CSV writes it: without the marks of print. */
static struct str plain_of(struct arena *arena, const struct chart_value *value)
{
	struct buffer out = {0};
	size_t at = 0;

	if (!value->known)
		return STR("");
	for (uint32_t c; (c = str_next(value->text, &at)) != 0;) {
		if (c == 0x2212)
			buffer_byte(&out, '-');
		else if (c < 0x80 && c != ',' && c != '%')
			buffer_byte(&out, (char)c);
	}
	struct str plain = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return plain;
}

static struct cell share_cell(struct arena *arena, struct str share)
{
	struct chart_value value = {.known = share.length > 0, .text = share};

	return (struct cell){share.length ? share : STR(DASH), plain_of(arena, &value), NULL, true};
}

static void fill_row(const struct draft *draft, struct cell *cells,
		     const struct chart_category *category, bool shares)
{
	struct arena *arena = draft->sketch->arena;
	size_t i;

	cells[0] = (struct cell){category->label, category->label, NULL, false};
	for (i = 0; i < draft->series_count; i++) {
		const struct chart_value *value = &category->values[i];

		cells[i + 1] =
			(struct cell){value->text, plain_of(arena, value), value->measure, true};
	}
	if (shares)
		cells[i + 1] = share_cell(arena, category->values[0].share);
}

/* Whether the parts are the whole, so that a row may say so. */
static bool parts_make_whole(const struct draft *draft)
{
	const struct facts *facts = draft->sketch->facts;
	const struct chart *chart = draft->chart;
	int64_t sum = 0;

	if (draft->of == MEASURE_NONE || draft->series_count != 1 || draft->years)
		return false;
	for (size_t i = 0; i < chart->category_count; i++) {
		const char *name = chart->categories[i].values[0].measure;
		enum measure_id id = name ? measure_find(str_of(name)) : MEASURE_NONE;

		if (id == MEASURE_NONE || !facts->figures.of[id].known ||
		    measure_at(id)->unit != measure_at(draft->of)->unit)
			return false;
		sum += facts->figures.of[id].value;
	}
	return facts->figures.of[draft->of].known && sum == facts->figures.of[draft->of].value &&
	       sum > 0;
}

static void fill_total(const struct draft *draft, struct cell *cells, bool shares)
{
	struct arena *arena = draft->sketch->arena;
	struct printed all = figure_words(arena, draft->sketch->facts, draft->of, VARIANT_PLAIN);

	cells[0] = (struct cell){STR("All"), STR("All"), NULL, false};
	cells[1] = (struct cell){all.text, all.value, measure_at(draft->of)->name, true};
	if (shares)
		cells[2] = share_cell(arena, STR("100%"));
}

static struct table *make_table(struct draft *draft, bool whole)
{
	struct arena *arena = draft->sketch->arena;
	struct chart *chart = draft->chart;
	struct table *table = ARENA_NEW(arena, struct table);
	bool shares = draft->of != MEASURE_NONE && draft->series_count == 1;
	size_t row = 0;

	table->name = chart->name;
	table->caption = chart->title;
	table->note = chart->note;
	table->source = chart->source;
	table->column_count = 1 + draft->series_count + shares;
	table->row_count = chart->category_count + draft->left_out_count + whole;
	table->total_row = whole;
	table->columns = ARENA_ARRAY(arena, table->column_count, struct str);
	table->columns[0] = sketch_text(draft->sketch, draft->record, CHART_HEAD, NULL);
	for (size_t i = 0; i < draft->series_count; i++)
		table->columns[i + 1] =
			draft->series[i].label.length ? draft->series[i].label : STR("Number");
	if (shares)
		table->columns[draft->series_count + 1] = STR("Share");
	table->cells = ARENA_ARRAY(arena, table->row_count * table->column_count, struct cell);
	for (size_t i = 0; i < chart->category_count; i++)
		fill_row(draft, &table->cells[row++ * table->column_count], &chart->categories[i],
			 shares);
	for (size_t i = 0; i < draft->left_out_count; i++)
		fill_row(draft, &table->cells[row++ * table->column_count], &draft->left_out[i],
			 shares);
	if (whole)
		fill_total(draft, &table->cells[row * table->column_count], shares);
	return table;
}

static bool any_unknown(const struct chart *chart)
{
	for (size_t i = 0; i < chart->category_count; i++) {
		for (size_t j = 0; j < chart->series_count; j++) {
			if (!chart->categories[i].values[j].known)
				return true;
		}
	}
	return false;
}

static void finish_words(struct draft *draft, const struct chart_words *words)
{
	struct sketch *sketch = draft->sketch;
	struct chart *chart = draft->chart;

	chart->title = choose_title(draft, words);
	chart->subtitle = sketch_text(sketch, draft->record, CHART_SUBTITLE, words);
	chart->note = sketch_text(sketch, draft->record, CHART_NOTE, words);
	chart->source = draft->sources;
	if (any_unknown(chart))
		sketch_add_note(sketch, &chart->note,
				draft->years	   ? "A dash (–) means that no figure was "
						     "published for that year."
				: has_areas(draft) ? "A dash (–) means that there is no figure to "
						     "compare with."
						   : "A dash (–) means that there was nothing to "
						     "work the figure out from.");
}

static enum chart_kind kind_of(const struct record *record)
{
	return (enum chart_kind)(record_word(record, CHART_KIND) -
				 vocabulary_at(VOCABULARY_CHART_KIND)->first_word);
}

struct chart *sketch_chart(struct sketch *sketch, const struct record *record)
{
	struct chart *chart = ARENA_NEW(sketch->arena, struct chart);
	struct draft draft = {
		.sketch = sketch,
		.record = record,
		.chart = chart,
		.of = sketch_measure(sketch, record, CHART_OF),
		.ordered = record_flag(record, CHART_ORDERED),
		.years = record_flag(record, CHART_YEARS),
		.sources = sketch_own_source(sketch),
	};

	chart->name = str_of(record_text(record, CHART_NAME));
	chart->kind = kind_of(record);
	read_series(&draft);
	chart->series_count = draft.series_count;
	chart->series = ARENA_ARRAY(sketch->arena, draft.series_count, struct str);
	for (size_t i = 0; draft.series_count > 1 && i < draft.series_count; i++)
		chart->series[i] = draft.series[i].label;
	read_categories(&draft);
	struct chart_words words = find_words(&draft);
	bool whole = parts_make_whole(&draft);
	bool sorted = chart->kind == CHART_BARS && !draft.ordered;

	if (sorted)
		sort_categories(chart);
	if (chart->kind == CHART_BARS && draft.series_count == 1)
		leave_out_zeros(&draft);
	finish_words(&draft, &words);
	chart->table = make_table(&draft, whole);
	chart->description = chart_describe(
		sketch->arena, chart,
		&(struct chart_context){draft.left_out, draft.left_out_count, sorted, draft.years});
	return chart;
}
