/* Drawing a chart: chooses the layout and the kind. */
#include "render/chart_draw.h"

#include <linebreak.h>

#include "render/chart_parts.h"

#define NARROW 24.0 /* in sizes: below it labels stand above their marks */

static void draw_nothing(struct drawing *drawing)
{
	drawing_label(drawing, 0, drawing->y + drawing->size, STR("\xe2\x80\x93"), false,
		      COLOUR_QUIET, ALIGN_START);
	drawing->y += drawing->size * LINE_HEIGHT;
}

static void (*const draw_kind[])(struct drawing *) = {
	[CHART_BARS] = draw_bars,	[CHART_STACKED] = draw_stacked,
	[CHART_COLUMNS] = draw_columns, [CHART_FUNNEL] = draw_funnel,
	[CHART_DOTS] = draw_dots,	[CHART_LINES] = draw_lines,
};

void drawing_chart(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;

	init_linebreak();
	drawing->narrow = drawing->width < NARROW * drawing->size;
	if (chart->category_count == 0 || chart->series_count == 0)
		draw_nothing(drawing);
	else
		draw_kind[chart->kind](drawing);
}

double chart_draw(const struct chart *chart, struct canvas *canvas, double width, double size)
{
	struct arena arena;
	struct drawing drawing = {
		.chart = chart,
		.canvas = canvas,
		.arena = &arena,
		.width = width,
		.size = size,
	};

	arena_init(&arena);
	drawing_chart(&drawing);
	arena_release(&arena);
	return drawing.y;
}
