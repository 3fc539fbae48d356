#include "render/draw/chart_columns.h"
#include "render/draw/chart_bars.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"
#include "render/draw/chart_text.h"

#define HEIGHT 12.0	/* of the longest column, in sizes */
#define SLOT_MOST 9.0	/* a category takes no more width than that, for each series a bit more */
#define SLOT_SHARE 0.72 /* of a slot is column, the rest air */
#define LABEL_LINES 3	/* below a column; more make bars */
#define VALUE_AIR 0.25	/* at the side of a value */

struct columns {
	double slot, column; /* widths */
	struct lines *labels;
	double label_height;
	bool fit;
};

static struct columns columns_layout(const struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double size = drawing->size, count = (double)chart->category_count;
	double most = (SLOT_MOST + 2.0 * (double)(chart->series_count - 1)) * size;
	struct columns columns = {.fit = true, .slot = drawing->width / count};

	if (columns.slot > most)
		columns.slot = most;
	columns.column = columns.slot * SLOT_SHARE / (double)chart->series_count;
	columns.labels = ARENA_ARRAY(drawing->arena, chart->category_count, struct lines);
	for (size_t i = 0; i < chart->category_count; i++) {
		struct lines *label = &columns.labels[i];
		double room = columns.slot - 0.6 * size;

		*label = drawing_wrap(drawing, chart->categories[i].label, false, room);
		columns.fit &= room > 0 && !label->torn && label->count <= LABEL_LINES;
		if (drawing_lines_height(drawing, label) > columns.label_height)
			columns.label_height = drawing_lines_height(drawing, label);
		for (size_t j = 0; j < chart->series_count; j++) {
			struct str text = value_text(&chart->categories[i].values[j]);
			double width = drawing_width(drawing, text, true) + VALUE_AIR * size;

			columns.fit &=
				width <= (chart->series_count == 1 ? columns.slot : columns.column);
		}
	}
	return columns;
}

static void draw_column(const struct drawing *drawing, const struct chart_value *value,
			size_t series, double x, double base, double unit, double width)
{
	double length = value_amount(value) * unit;

	series_box(drawing, series, x, base - length, width, length, 0);
	drawing_label(drawing, x + width / 2, base - length - 0.4 * drawing->size,
		      value_text(value), true, value->known ? COLOUR_INK : COLOUR_QUIET,
		      ALIGN_MIDDLE);
}

void draw_columns(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	struct columns columns = columns_layout(drawing);
	double size = drawing->size, largest = chart_largest(chart);
	double height = drawing->narrow ? 0.75 * HEIGHT * size : HEIGHT * size;

	if (!columns.fit) {
		draw_bars(drawing);
		return;
	}
	drawing_legend(drawing, 0, KEY_BOXES);
	height = largest > 0 ? height : 0;

	double base = drawing->y + 1.4 * size + height, unit = largest > 0 ? height / largest : 0;

	for (size_t i = 0; i < chart->category_count; i++) {
		double slot = columns.slot * (double)i;
		double x = slot + columns.slot * (1 - SLOT_SHARE) / 2;

		for (size_t j = 0; j < chart->series_count; j++)
			draw_column(drawing, &chart->categories[i].values[j], j,
				    x + columns.column * (double)j, base, unit,
				    columns.column - (chart->series_count > 1 ? 1.5 : 0));
		drawing_lines(drawing, &columns.labels[i], slot + columns.slot / 2,
			      base + 0.3 * size, false, COLOUR_INK, ALIGN_MIDDLE);
	}
	drawing_line(drawing, 0, base, columns.slot * (double)chart->category_count, base,
		     COLOUR_INK, 1);
	drawing->y = base + 0.4 * size + columns.label_height;
}
