/*
 * A canvas that draws nothing and notes what would be: for tests, and for measuring a chart's
 * height before there is a page to draw it on.
 */
#ifndef HEARTH_RENDER_DRAW_CANVAS_TRACE_H
#define HEARTH_RENDER_DRAW_CANVAS_TRACE_H

#include "render/draw/canvas.h"
#include "render/type/text_width.h"

struct trace_text {
	struct str text;
	struct text_style style;
	double x, baseline;
	double left, top, right, bottom; /* its box: 0.8 sizes above the baseline, 0.25 below */
	size_t shapes;			 /* that were drawn before it */
};

struct trace_shape {
	double left, top, right, bottom; /* of all its points */
	enum colour colour;
	bool stroked;
	bool slanted;  /* some line of it is neither level nor upright */
	size_t points; /* two of a rectangle */
};

struct canvas_trace {
	struct canvas canvas;
	struct arena *arena;
	struct faces *faces; /* NULL: every character is 0.55 sizes wide */
	struct trace_text *texts;
	size_t text_count, text_capacity;
	struct trace_shape *shapes;
	size_t shape_count, shape_capacity;
	struct trace_shape path; /* being built */
	bool path_open;
	double x, y;   /* of its last point */
	size_t faults; /* numbers that are none, fills without a path */
};

void canvas_trace_init(struct canvas_trace *trace, struct arena *arena, struct faces *faces);

#endif
