#include "render/draw/chart_funnel.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_rows.h"
#include "render/draw/chart_series.h"
#include "render/draw/chart_text.h"

#define PAD 0.6 /* within a bar and a shape, in sizes */

static double bar_length(const struct drawing *drawing, size_t category, double room)
{
	double largest = chart_largest(drawing->chart);
	double amount = value_amount(&drawing->chart->categories[category].values[0]);
	double length = largest > 0 ? room * amount / largest : 0;

	return amount > 0 && length < 1.5 ? 1.5 : length;
}

/* The value in its bar, or behind it where the bar is too short. */
static void draw_step(const struct drawing *drawing, size_t category, double x, double y,
		      double length, double thickness)
{
	const struct chart_value *value = &drawing->chart->categories[category].values[0];
	double baseline = drawing_centred(drawing, y + thickness / 2), size = drawing->size;

	series_box(drawing, 0, x, y, length, thickness, 0);
	if (value->known && value_width(drawing, value) + 2 * PAD * size <= length)
		value_draw(drawing, value, x + PAD * size, baseline, COLOUR_ON_FIRST,
			   COLOUR_ON_FIRST);
	else
		value_draw(drawing, value, x + length + PAD * size, baseline, COLOUR_INK,
			   COLOUR_QUIET);
}

static void trace_shape(struct canvas *canvas, double x, double top, double bottom, double from,
			double to)
{
	canvas->operations->move_to(canvas, x, top);
	canvas->operations->line_to(canvas, x + from, top);
	canvas->operations->line_to(canvas, x + to, bottom);
	canvas->operations->line_to(canvas, x, bottom);
	canvas->operations->close_path(canvas);
}

static void draw_shape(const struct drawing *drawing, double x, double top, double bottom,
		       double from, double to)
{
	struct canvas *canvas = drawing->canvas;

	if (from <= 0 && to <= 0)
		return;
	trace_shape(canvas, x, top, bottom, from, to);
	canvas->operations->fill(canvas, COLOUR_PALE);
	if (canvas->telling != TELLING_PATTERNS)
		return;
	trace_shape(canvas, x, top, bottom, from, to);
	canvas->operations->stroke(canvas, COLOUR_INK, 0.75);
}

/* What left between two steps: drawn when it is known where the second begins. */
struct between {
	struct lines text;
	double top, height; /* the least height */
};

static struct between between_layout(const struct drawing *drawing, size_t category, double x,
				     double top)
{
	struct str left = drawing->chart->categories[category].left;
	struct between between = {.top = top};

	between.text =
		drawing_wrap(drawing, left, false, drawing->width - x - 2 * PAD * drawing->size);
	between.height = drawing_lines_height(drawing, &between.text);
	between.height += (between.text.count > 0 ? 0.5 : 0.8) * drawing->size;
	return between;
}

/*
 * Where the words begin, from `x`: within the shape, or beside it rather than over its edge. What
 * has no room beside it either stands within, on a plate that takes the edge away.
 */
static double words_x(const struct drawing *drawing, const struct between *between, double x,
		      double from, double to)
{
	double pad = PAD * drawing->size, width = between->text.width;
	double least = from < to ? from : to, most = from > to ? from : to;
	double edge = most - 0.2 * (most - least); /* of the shape, where the words are high */
	bool beside = x + edge + 2 * pad + width <= drawing->width;

	return pad + (width + 2 * pad > least && beside ? edge : 0);
}

/* Down to the next bar, or to its label where that stands above it. */
static void draw_between(const struct drawing *drawing, const struct between *between, double x,
			 double next, double from, double to)
{
	double bottom = drawing->narrow ? between->top + between->height : next;
	double words = words_x(drawing, between, x, from, to), size = drawing->size;

	draw_shape(drawing, x, between->top, bottom, from, to);
	if (drawing->canvas->telling == TELLING_PATTERNS && between->text.count > 0)
		drawing_box(drawing, x + words - 0.2 * size, between->top + 0.1 * size,
			    between->text.width + 0.4 * size, between->height - 0.2 * size,
			    COLOUR_PAPER);
	drawing_lines(drawing, &between->text, x + words, between->top + 0.25 * size, false,
		      COLOUR_INK, ALIGN_START);
}

void draw_funnel(struct drawing *drawing)
{
	const struct chart *chart = drawing->chart;
	double thickness = 1.8 * drawing->size;
	struct rows rows = rows_layout(drawing);
	double widest = 0, room;

	for (size_t i = 0; i < chart->category_count; i++) {
		double width = value_width(drawing, &chart->categories[i].values[0]);

		widest = width > widest ? width : widest;
	}
	/* Room behind the longest bar, for a value that has to stand behind its own. */
	room = drawing->width - rows.left;
	room -= widest + 2 * PAD * drawing->size > room / 2 ? widest + PAD * drawing->size : 0;
	room = room > 0 ? room : 0;
	struct between between = {0};

	for (size_t i = drawing->from; i < drawing->to; i++) {
		bool last = i + 1 == chart->category_count;
		double length = bar_length(drawing, i, room);
		double y = rows_begin(&rows, drawing, i, thickness);

		if (i > drawing->from)
			draw_between(drawing, &between, rows.left, y,
				     bar_length(drawing, i - 1, room), length);
		draw_step(drawing, i, rows.left, y, length, thickness);
		if (!last)
			between = between_layout(drawing, i, rows.left, y + thickness);
		rows_end(&rows, drawing, last ? y + thickness : between.top + between.height,
			 drawing->narrow && !last ? 0.2 * drawing->size : 0);
	}
	/* What leads to a step that another picture begins with. */
	if (drawing->to < chart->category_count)
		draw_between(drawing, &between, rows.left, drawing->y,
			     bar_length(drawing, drawing->to - 1, room),
			     bar_length(drawing, drawing->to, room));
}
