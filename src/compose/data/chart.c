#include "compose/data/chart.h"
#include "compose/data/chart_draft.h"
#include "compose/data/chart_table.h"
#include "compose/data/chart_words.h"
#include "compose/data/describe.h"

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
		.text = words.known ? words.text : reason_mark(words.reason),
		.share = STR(""),
		.measure = measure_at(id)->name,
	};
}

static struct chart_value figure_value(const struct chart_draft *draft, enum measure_id id)
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

static struct chart_value benchmark_value(struct chart_draft *draft, enum measure_id id,
					  struct str area)
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

static struct chart_category *add_category(struct chart_draft *draft, struct str label)
{
	struct chart *chart = draft->chart;
	struct arena *arena = draft->sketch->arena;

	chart->categories = arena_grow(arena, chart->categories, &draft->capacity,
				       chart->category_count + 1, sizeof(struct chart_category));
	struct chart_category *category = &chart->categories[chart->category_count++];

	*category = (struct chart_category){
		.label = label,
		.values = ARENA_ARRAY(arena, draft->series_count, struct chart_value),
	};
	return category;
}

static struct str measure_label(struct chart_draft *draft, enum measure_id id)
{
	return sketch_fill(draft->sketch, draft->record, str_of(measure_at(id)->label), NULL);
}

static void add_family(struct chart_draft *draft, const struct record *record)
{
	struct family family = sketch_family(draft->sketch, record, CHART_FAMILY_MEASURES);

	for (size_t i = 0; i < family.count; i++) {
		enum measure_id id = family.members[i];

		add_category(draft, measure_label(draft, id))->values[0] = figure_value(draft, id);
	}
}

static void add_declared(struct chart_draft *draft, const struct record *record)
{
	struct sketch *sketch = draft->sketch;
	bool areas = draft_has_areas(draft);
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

	for (size_t i = 0; i < draft->series_count; i++) {
		enum measure_id id = measures[areas ? 0 : i];

		category->values[i] = draft->series[i].area.length
					      ? benchmark_value(draft, id, draft->series[i].area)
					      : figure_value(draft, id);
	}
}

/* One category a year: past ones as they were published, then this one. */
static void add_years(struct chart_draft *draft)
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

static void read_series(struct chart_draft *draft)
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

static void read_categories(struct chart_draft *draft)
{
	const struct record *record = draft->record;

	if (draft->years) {
		add_years(draft);
		return;
	}
	for (const struct record *at = record_children(record); at; at = at->next) {
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
static void leave_out_zeros(struct chart_draft *draft)
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

/* Whether no value of the category is available. */
static bool is_absent(const struct chart_draft *draft, const struct chart_category *category)
{
	for (size_t i = 0; i < draft->series_count; i++) {
		const char *name = category->values[i].measure;
		enum measure_id id = name ? measure_find(str_of(name)) : MEASURE_NONE;

		if (category->values[i].known || id == MEASURE_NONE ||
		    draft->sketch->facts->figures.of[id].reason == REASON_NONE)
			return false;
	}
	return true;
}

/* What isn't available is no bar of any length; the table says why. */
static void leave_out_absent(struct chart_draft *draft)
{
	struct chart *chart = draft->chart;
	size_t kept = 0;

	draft->absent =
		ARENA_ARRAY(draft->sketch->arena, chart->category_count, struct chart_category);
	for (size_t i = 0; i < chart->category_count; i++) {
		if (!draft->years && is_absent(draft, &chart->categories[i]))
			draft->absent[draft->absent_count++] = chart->categories[i];
		else
			chart->categories[kept++] = chart->categories[i];
	}
	chart->category_count = kept;
	chart->absent = kept == 0 && draft->absent_count > 0;
}

static enum chart_kind kind_of(const struct record *record)
{
	return (enum chart_kind)(record_word(record, CHART_KIND) -
				 vocabulary_at(VOCABULARY_CHART_KIND)->first_word);
}

struct chart *sketch_chart(struct sketch *sketch, const struct record *record)
{
	struct chart *chart = ARENA_NEW(sketch->arena, struct chart);
	struct chart_draft draft = {
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
	leave_out_absent(&draft);

	struct chart_words words = draft_words(&draft);
	bool whole = draft_is_whole(&draft);
	bool sorted = chart->kind == CHART_BARS && !draft.ordered;

	if (sorted)
		sort_categories(chart);
	if (chart->kind == CHART_BARS && draft.series_count == 1)
		leave_out_zeros(&draft);
	draft_finish_words(&draft, &words);
	chart->table = draft_table(&draft, whole);
	chart->description = chart_describe(
		sketch->arena, chart,
		&(struct chart_context){draft.left_out, draft.left_out_count, sorted, draft.years});
	return chart;
}
