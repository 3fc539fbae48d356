#include "render/draw/chart_bars.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"

#define VALUE_GAP 0.45	 /* between a bar and its value, in sizes */
#define MANY_ROWS 16	 /* more rows than these stand closer together */
#define LEAST_LENGTH 1.5 /* what is not 0 is seen */

/* The length of a unit, such that the longest bar and its value still fit. */
static double unit_length(const struct drawing *drawing, double room)
{
	const struct chart *chart = drawing->chart;
	double unit = -1;

	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++) {
			const struct chart_value *value = &chart->categories[i].values[j];
			double amount = value_amount(value), label = value_width(drawing, value);
			double free = room - label - VALUE_GAP * drawing->size;

			if (amount > 0 && (unit < 0 || free / amount < unit))
				unit = free > 0 ? free / amount : 0;
		}
	return unit > 0 ? unit : 0;
}

static void draw_bar(const struct drawing *drawing, const struct chart_category *category,
		     size_t series, double x, double y, double unit, double thickness)
{
	const struct chart_value *value = &category->values[series];
	double amount = value_amount(value), length = amount * unit;

	if (amount > 0 && length < LEAST_LENGTH)
		length = LEAST_LENGTH;
	if (category->rest)
		drawing_box(drawing, x, y, length, thickness, COLOUR_REST);
	else
		series_box(drawing, series, x, y, length, thickness, 0);
	value_draw(drawing, value, x + length + VALUE_GAP * drawing->size,
		   drawing_centred(drawing, y + thickness / 2), COLOUR_INK, COLOUR_QUIET);
}

void draw_bars(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size;
	bool close = chart->category_count * chart->series_count > MANY_ROWS;
	double thickness = (close ? 1.15 : drawing->narrow ? 1.3 : 1.5) * size;
	double gap = (close ? (drawing->narrow ? 0.5 : 0.3) : drawing->narrow ? 0.65 : 0.75) * size;
	struct rows rows = rows_layout(drawing);
	double unit = unit_length(drawing, drawing->width - rows.left), first, last = 0;

	drawing_legend(drawing, rows.left, KEY_BOXES);
	first = drawing->y;
	drawing->y += drawing->narrow ? 0 : gap / 2;
	for (size_t i = drawing->from; i < drawing->to; i++) {
		double height = thickness * (double)chart->series_count;
		double y = rows_begin(&rows, drawing, i, height);

		for (size_t j = 0; j < chart->series_count; j++)
			draw_bar(drawing, &chart->categories[i], j, rows.left,
				 y + thickness * (double)j, unit,
				 thickness - (j + 1 < chart->series_count ? 1 : 0));
		last = y + height;
		rows_end(&rows, drawing, last, gap);
	}
	drawing->y -= gap / 2;
	if (!drawing->narrow)
		drawing_line(drawing, rows.left, first, rows.left, drawing->y, COLOUR_INK, 1);
}
