#include "compose/data/chart_table.h"
#include "base/buffer.h"
#include "compose/data/chart_draft.h"

static const char DASH[] = "\u2013";

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

/* A share, or the mark of what stands in the figure's place. */
static struct cell share_cell(struct arena *arena, struct str share, struct str mark)
{
	struct chart_value value = {.known = share.length > 0, .text = share};

	return (struct cell){share.length ? share : mark, plain_of(arena, &value), NULL, true};
}

static void fill_row(const struct chart_draft *draft, struct cell *cells,
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
		cells[i + 1] = share_cell(arena, category->values[0].share,
					  category->values[0].known ? STR(DASH)
								    : category->values[0].text);
}

bool draft_is_whole(const struct chart_draft *draft)
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

static void fill_total(const struct chart_draft *draft, struct cell *cells, bool shares)
{
	struct arena *arena = draft->sketch->arena;
	struct printed all = figure_words(arena, draft->sketch->facts, draft->of, VARIANT_PLAIN);

	cells[0] = (struct cell){STR("All"), STR("All"), NULL, false};
	cells[1] = (struct cell){all.text, all.value, measure_at(draft->of)->name, true};
	if (shares)
		cells[2] = share_cell(arena, STR("100%"), STR(DASH));
}

struct table *draft_table(struct chart_draft *draft, bool whole)
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
	table->row_count =
		chart->category_count + draft->left_out_count + draft->absent_count + whole;
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
	for (size_t i = 0; i < draft->absent_count; i++)
		fill_row(draft, &table->cells[row++ * table->column_count], &draft->absent[i],
			 shares);
	if (whole)
		fill_total(draft, &table->cells[row * table->column_count], shares);
	return table;
}
