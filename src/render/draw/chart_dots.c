#include "render/draw/chart_dots.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"

#define MARK 0.42	  /* radius, in sizes */
#define MISSING_SHARE 0.3 /* of the width: what names a missing value takes no more */
#define VALUE_GAP 0.85	  /* from a mark's middle to its value */

struct dots {
	double zero, unit; /* where 0 stands, and the length of one */
	double row;
};

static double widest_value(const struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double widest = 0;

	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++) {
			struct str text = value_text(&chart->categories[i].values[j]);
			double width = drawing_width(drawing, text, true);

			widest = width > widest ? width : widest;
		}
	return widest;
}

/* "England –": what is written for a series without a value beside one that has. */
static struct str missing_text(const struct drawing *drawing, size_t series)
{
	struct str name = drawing->chart->series[series];

	struct str text = str_format(drawing->arena, "%.*s%s\xe2\x80\x93", STR_ARG(name),
				     name.length > 0 ? "\xc2\xa0" : "");

	if (drawing_width(drawing, text, false) > MISSING_SHARE * drawing->width)
		return STR("\xe2\x80\x93");
	return text;
}

static double widest_missing(const struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double widest = 0;

	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++)
			if (!chart->categories[i].values[j].known) {
				struct str text = missing_text(drawing, j);
				double width = drawing_width(drawing, text, false);

				widest = width > widest ? width : widest;
			}
	return widest;
}

static void draw_value(const struct drawing *drawing, const struct chart_value *value,
		       size_t series, double x, double y, int side)
{
	drawing_label(drawing, x + side * VALUE_GAP * drawing->size, drawing_centred(drawing, y),
		      value_text(value), series == 0,
		      series == 0 && value->known ? COLOUR_INK : COLOUR_QUIET,
		      side < 0 ? ALIGN_END : ALIGN_START);
}

/* One or two series in a row. */
static void draw_pair(const struct drawing *drawing, const struct chart_category *category,
		      const struct dots *dots, double y)
{
	const struct chart_value *values = category->values;
	size_t count = drawing->chart->series_count, lesser = 0, greater = count - 1;
	double lesser_x, greater_x;

	if (count == 2 && value_amount(&values[1]) < value_amount(&values[0])) {
		lesser = 1;
		greater = 0;
	}
	if (count == 2 && !values[lesser].known)
		lesser = greater;
	else if (count == 2 && !values[greater].known)
		greater = lesser;
	lesser_x = dots->zero + value_amount(&values[lesser]) * dots->unit;
	greater_x = dots->zero + value_amount(&values[greater]) * dots->unit;
	if (lesser != greater)
		drawing_line(drawing, lesser_x, y, greater_x, y, COLOUR_QUIET, 1.5);
	for (size_t j = count; j-- > 0;)
		if (values[j].known)
			series_mark(drawing, j, dots->zero + value_amount(&values[j]) * dots->unit,
				    y, MARK * drawing->size);
	if (lesser != greater || (count == 2 && values[greater].known))
		draw_value(drawing, &values[lesser], lesser, lesser_x, y, -1);
	if (lesser != greater || count == 1 || !values[greater].known)
		draw_value(drawing, &values[greater], greater, greater_x, y, 1);
	else
		drawing_label(drawing, greater_x + VALUE_GAP * drawing->size,
			      drawing_centred(drawing, y), missing_text(drawing, 1 - greater),
			      false, COLOUR_QUIET, ALIGN_START);
}

static void draw_many(const struct drawing *drawing, const struct chart_category *category,
		      const struct dots *dots, double y)
{
	for (size_t j = 0; j < drawing->chart->series_count; j++) {
		const struct chart_value *value = &category->values[j];
		double x = dots->zero + value_amount(value) * dots->unit;
		double middle = y + ((double)j + 0.5) * dots->row;

		if (value->known)
			series_mark(drawing, j, x, middle, MARK * drawing->size);
		draw_value(drawing, value, j, x, middle, 1);
	}
}

static struct dots dots_layout(const struct drawing *drawing, double left)
{
	bool pair = drawing->chart->series_count <= 2;
	double size = drawing->size, largest = chart_largest(drawing->chart);
	double value = widest_value(drawing) + (VALUE_GAP + 0.2) * size;
	double missing = pair ? widest_missing(drawing) + (VALUE_GAP + 0.2) * size : 0;
	double right = missing > value ? missing : value;
	struct dots dots = {.row = pair ? 1.5 * size : 1.35 * size};

	dots.zero = left + (drawing->chart->series_count == 2 ? value : 1.3 * MARK * size);
	double room = drawing->width - right - dots.zero;

	dots.unit = room > 0 && largest > 0 ? room / largest : 0;
	return dots;
}

void draw_dots(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size;
	bool pair = chart->series_count <= 2;
	struct rows rows = rows_layout(drawing);
	struct dots dots = dots_layout(drawing, rows.left);
	double height = dots.row * (double)(pair ? 1 : chart->series_count);

	drawing_legend(drawing, rows.left, KEY_MARKS);
	for (size_t i = drawing->from; i < drawing->to; i++) {
		double y = rows_begin(&rows, drawing, i, height);

		if (pair)
			draw_pair(drawing, &chart->categories[i], &dots, y + height / 2);
		else
			draw_many(drawing, &chart->categories[i], &dots, y);

		double end = (y + height > rows.bottom ? y + height : rows.bottom) + 0.2 * size;

		drawing_line(drawing, rows.left, end, drawing->width, end, COLOUR_HAIRLINE, 0.75);
		rows_end(&rows, drawing, end, 0.35 * size);
	}
}
