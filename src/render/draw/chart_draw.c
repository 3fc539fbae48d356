/* Drawing a chart: chooses the layout and the kind. */
#include "render/draw/chart_draw.h"
#include "render/draw/chart_bars.h"
#include "render/draw/chart_columns.h"
#include "render/draw/chart_dots.h"
#include "render/draw/chart_lines.h"
#include "render/draw/chart_stacked.h"

#include <linebreak.h>
#include <math.h>

#include "render/draw/chart_parts.h"

#define NARROW 24.0 /* in sizes: below it labels stand above their marks */

static void draw_nothing(struct drawing *drawing)
{
	drawing_label(drawing, 0, drawing->y + drawing->size, STR("\xe2\x80\x93"), false,
		      COLOUR_QUIET, ALIGN_START);
	drawing->y += drawing->size * LINE_HEIGHT;
}

static void (*const draw_kind[])(struct drawing *) = {
	[CHART_BARS] = draw_bars, [CHART_STACKED] = draw_stacked, [CHART_COLUMNS] = draw_columns,
	[CHART_DOTS] = draw_dots, [CHART_LINES] = draw_lines,
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

/* How high a picture is to be so that all that is left are alike; the next may be `first` high. */
static double even_share(double left, double first, double room)
{
	if (first <= 0 || room <= 0)
		return 0;
	return left <= first ? left : left / (1 + ceil((left - first) / room));
}

/* Whole rows that are about as high as `share`, and no higher than `room`; one row at least. */
static size_t stretch_end(const double *tops, size_t count, size_t from, double share, double room)
{
	size_t to = from + 1;

	while (to < count && tops[to + 1] - tops[from] <= room &&
	       (tops[to] + tops[to + 1]) / 2 - tops[from] <= share)
		to++;
	return to;
}

size_t chart_divide(const double *tops, size_t count, double first, double most,
		    struct stretch *stretches)
{
	size_t found = 0;

	for (size_t from = 0; from < count; from = stretches[found++].to) {
		double room = (from == 0 ? first : most) - tops[0]; /* without the key */
		double share = even_share(tops[count] - tops[from], room, most - tops[0]);

		stretches[found].from = from;
		stretches[found].to = stretch_end(tops, count, from, share, room);
	}
	return found;
}
