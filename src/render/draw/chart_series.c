#include <math.h>

#include "render/draw/chart_parts.h"
#include "render/draw/chart_series.h"
#include "render/draw/colour.h"

#define CIRCLE 0.5522847498 /* how far a quarter circle's control points stand off, in radii */
#define HATCH_STEP 0.46	    /* between two lines of a pattern, in sizes */
#define HATCH_INK 0.085	    /* the thickness of its lines */
#define DOT 0.2		    /* the side of a dot */
#define OUTLINE 0.75	    /* in points */

enum pattern { SOLID, OPEN, DIAGONAL, DOTS, CROSSED, UPRIGHT, PATTERN_COUNT };

static bool is_patterned(const struct drawing *drawing)
{
	return drawing->canvas->telling != TELLING_COLOURS;
}

static enum pattern pattern_of(size_t series)
{
	return (enum pattern)(series % PATTERN_COUNT);
}

/* Where patterns stand alone, all but the first are open: black upon white. */
static enum colour ground_of(const struct drawing *drawing, size_t series)
{
	bool open = drawing->canvas->telling == TELLING_PATTERNS && pattern_of(series) != SOLID;

	return open ? COLOUR_PAPER : colour_of_series(series);
}

static enum colour upon(const struct drawing *drawing, size_t series)
{
	bool open = drawing->canvas->telling == TELLING_PATTERNS && pattern_of(series) != SOLID;

	return open ? COLOUR_INK : colour_on_series(series);
}

/* A box whose outline or pattern is drawn. */
struct plot_frame {
	double x, y, width, height;
};

/* Adds the slanting lines to the path; `back` leans them the other way. */
static void trace_slanting(const struct drawing *drawing, const struct plot_frame *frame, bool back)
{
	const struct canvas_operations *to = drawing->canvas->operations;
	double width = frame->width, height = frame->height, step = HATCH_STEP * drawing->size;
	double least = width < height ? width : height;

	step *= 1.4142; /* along the edge, for lines of 45 degrees */
	for (double at = least < step ? least / 2 : step / 2; at < width + height; at += step) {
		double x1 = at <= height ? 0 : at - height, y1 = at <= height ? at : height;
		double x2 = at <= width ? at : width, y2 = at <= width ? 0 : at - width;

		to->move_to(drawing->canvas, frame->x + (back ? width - x1 : x1), frame->y + y1);
		to->line_to(drawing->canvas, frame->x + (back ? width - x2 : x2), frame->y + y2);
	}
}

static void trace_upright(const struct drawing *drawing, const struct plot_frame *frame)
{
	const struct canvas_operations *to = drawing->canvas->operations;
	double step = HATCH_STEP * drawing->size;

	for (double at = frame->width < step ? frame->width / 2 : step / 2; at < frame->width;
	     at += step) {
		to->move_to(drawing->canvas, frame->x + at, frame->y);
		to->line_to(drawing->canvas, frame->x + at, frame->y + frame->height);
	}
}

/* Dots in rows, each row half a step beside the one above. */
static void fill_dots(const struct drawing *drawing, const struct plot_frame *frame)
{
	struct canvas *canvas = drawing->canvas;
	double dot = DOT * drawing->size, step = HATCH_STEP * drawing->size;
	double air = (frame->height - dot) - step * (double)(long)((frame->height - dot) / step);
	bool narrow = frame->width < step + dot, odd = false, any = false;

	for (double y = air / 2; y + dot <= frame->height; y += step, odd = !odd)
		for (double x = narrow ? (frame->width - dot) / 2
				       : (odd ? step : step / 2) - dot / 2;
		     x >= 0 && x + dot <= frame->width; x += step) {
			canvas->operations->rectangle(canvas, frame->x + x, frame->y + y, dot, dot);
			any = true;
		}
	if (any)
		canvas->operations->fill(canvas, COLOUR_HATCH);
}

static void draw_pattern(const struct drawing *drawing, size_t series,
			 const struct plot_frame *frame)
{
	struct canvas *canvas = drawing->canvas;
	enum pattern pattern = pattern_of(series);

	if (pattern == DOTS) {
		fill_dots(drawing, frame);
		return;
	}
	if (pattern == SOLID || pattern == OPEN)
		return;
	if (pattern == UPRIGHT)
		trace_upright(drawing, frame);
	else
		trace_slanting(drawing, frame, false);
	if (pattern == CROSSED)
		trace_slanting(drawing, frame, true);
	canvas->operations->stroke(canvas, COLOUR_HATCH, HATCH_INK * drawing->size);
}

void series_box(const struct drawing *drawing, size_t series, double x, double y, double width,
		double height, double clear)
{
	struct canvas *canvas = drawing->canvas;
	struct plot_frame frame = {x + OUTLINE / 2, y + OUTLINE / 2, width - OUTLINE,
				   height - OUTLINE};
	struct plot_frame rest = {frame.x + clear, frame.y, frame.width - clear, frame.height};

	drawing_box(drawing, x, y, width, height, ground_of(drawing, series));
	if (!is_patterned(drawing) || pattern_of(series) == SOLID || width <= 0 || height <= 0)
		return;
	if (frame.width <= OUTLINE || frame.height <= OUTLINE) {
		drawing_box(drawing, x, y, width, height, COLOUR_HATCH);
		return;
	}
	if (rest.width > 0)
		draw_pattern(drawing, series, &rest);
	canvas->operations->rectangle(canvas, frame.x, frame.y, frame.width, frame.height);
	canvas->operations->stroke(canvas, COLOUR_HATCH, OUTLINE);
}

double series_text_room(const struct drawing *drawing, size_t series)
{
	bool patterned = is_patterned(drawing) && pattern_of(series) > OPEN;

	return patterned ? 1.5 * HATCH_STEP * drawing->size : 0;
}

void series_text(const struct drawing *drawing, size_t series, double x, double baseline,
		 struct str text)
{
	drawing_label(drawing, x, baseline, text, true, upon(drawing, series), ALIGN_START);
}

/* Lengths of ink and air, in sizes; the first line is whole. */
static const double dashes[PATTERN_COUNT][4] = {
	[OPEN] = {0.8, 0.45, 0.8, 0.45},     [DIAGONAL] = {0.2, 0.3, 0.2, 0.3},
	[DOTS] = {0.9, 0.3, 0.2, 0.3},	     [CROSSED] = {1.6, 0.4, 1.6, 0.4},
	[UPRIGHT] = {0.45, 0.25, 0.2, 0.25},
};

void series_line(const struct drawing *drawing, size_t series, double x1, double y1, double x2,
		 double y2)
{
	struct canvas *canvas = drawing->canvas;
	const double *dash = dashes[pattern_of(series)];
	double length = hypot(x2 - x1, y2 - y1), at = 0;

	if (canvas->telling != TELLING_PATTERNS || pattern_of(series) == SOLID) {
		drawing_line(drawing, x1, y1, x2, y2, colour_of_series(series), LINE_INK);
		return;
	}
	for (size_t i = 0; at < length; i++) {
		double end = at + dash[i % 4] * drawing->size;

		if (end > length)
			end = length;
		if (i % 2 == 0)
			drawing_line(drawing, x1 + (x2 - x1) * at / length,
				     y1 + (y2 - y1) * at / length, x1 + (x2 - x1) * end / length,
				     y1 + (y2 - y1) * end / length, COLOUR_INK, LINE_INK);
		at = end;
	}
}

static void trace_circle(struct canvas *canvas, double x, double y, double r)
{
	const struct canvas_operations *to = canvas->operations;
	double k = CIRCLE * r;

	to->move_to(canvas, x + r, y);
	to->curve_to(canvas, x + r, y + k, x + k, y + r, x, y + r);
	to->curve_to(canvas, x - k, y + r, x - r, y + k, x - r, y);
	to->curve_to(canvas, x - r, y - k, x - k, y - r, x, y - r);
	to->curve_to(canvas, x + k, y - r, x + r, y - k, x + r, y);
	to->close_path(canvas);
}

static void trace_polygon(struct canvas *canvas, const double (*points)[2], size_t count, double x,
			  double y, double r)
{
	const struct canvas_operations *to = canvas->operations;

	to->move_to(canvas, x + points[0][0] * r, y + points[0][1] * r);
	for (size_t i = 1; i < count; i++)
		to->line_to(canvas, x + points[i][0] * r, y + points[i][1] * r);
	to->close_path(canvas);
}

static void trace_mark(struct canvas *canvas, size_t series, double x, double y, double radius)
{
	static const double diamond[4][2] = {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
	static const double square[4][2] = {{-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
	static const double triangle[3][2] = {{0, -1.2}, {1.15, 0.85}, {-1.15, 0.85}};

	switch (series % 4) {
	case 0:
		trace_circle(canvas, x, y, radius);
		break;
	case 1:
		trace_polygon(canvas, diamond, 4, x, y, radius);
		break;
	case 2:
		trace_polygon(canvas, square, 4, x, y, radius);
		break;
	default:
		trace_polygon(canvas, triangle, 3, x, y, radius);
		break;
	}
}

/* Marks from the second on are open where patterns tell series apart, as their boxes are. */
void series_mark(const struct drawing *drawing, size_t series, double x, double y, double radius)
{
	struct canvas *canvas = drawing->canvas;

	trace_mark(canvas, series, x, y, radius);
	canvas->operations->fill(canvas, ground_of(drawing, series));
	if (!is_patterned(drawing) || pattern_of(series) == SOLID)
		return;
	trace_mark(canvas, series, x, y, radius);
	canvas->operations->stroke(canvas, COLOUR_HATCH, 1.5 * OUTLINE);
}
