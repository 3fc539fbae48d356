/* Drawing a chart: chooses the layout and the kind. */
#include "render/chart_draw.h"

#include <linebreak.h>
#include <math.h>

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
	return chart_draw_rows(chart, canvas, width, size,
			       (struct stretch){0, chart->category_count}, NULL);
}

double chart_draw_rows(const struct chart *chart, struct canvas *canvas, double width, double size,
		       struct stretch stretch, double *tops)
{
	struct arena arena;
	struct drawing drawing = {
		.chart = chart,
		.canvas = canvas,
		.arena = &arena,
		.width = width,
		.size = size,
		.from = stretch.from,
		.to = stretch.to,
		.tops = tops,
	};

	arena_init(&arena);
	drawing_chart(&drawing);
	arena_release(&arena);
	if (tops)
		tops[chart->category_count] = drawing.y;
	return drawing.y;
}

/* Whole rows that are about as high as what is left, evenly shared; one row at least. */
static size_t stretch_end(const double *tops, size_t count, size_t from, double room)
{
	double left = tops[count] - tops[from], share = room > 0 ? left / ceil(left / room) : 0;
	size_t to = from + 1;

	while (to < count && tops[to + 1] - tops[from] <= room &&
	       (tops[to] + tops[to + 1]) / 2 - tops[from] <= share)
		to++;
	return to;
}

size_t chart_divide(const double *tops, size_t count, double most, struct stretch *stretches)
{
	size_t found = 0;

	for (size_t from = 0; from < count; from = stretches[found++].to) {
		stretches[found].from = from;
		stretches[found].to = stretch_end(tops, count, from, most - tops[0]);
	}
	return found;
}
