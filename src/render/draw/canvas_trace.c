/* The canvas that only notes what is drawn. */
#include "render/draw/canvas_trace.h"

#include <math.h>

static struct canvas_trace *trace_of(struct canvas *canvas)
{
	return (struct canvas_trace *)canvas;
}

static void note_point(struct canvas *canvas, double x, double y)
{
	struct canvas_trace *trace = trace_of(canvas);
	struct trace_shape *path = &trace->path;

	if (!isfinite(x) || !isfinite(y)) {
		trace->faults++;
		return;
	}
	if (!trace->path_open)
		*path = (struct trace_shape){.left = x, .top = y, .right = x, .bottom = y};
	trace->path_open = true;
	path->left = x < path->left ? x : path->left;
	path->right = x > path->right ? x : path->right;
	path->top = y < path->top ? y : path->top;
	path->bottom = y > path->bottom ? y : path->bottom;
	path->points++;
	trace->x = x;
	trace->y = y;
}

static void trace_line_to(struct canvas *canvas, double x, double y)
{
	struct canvas_trace *trace = trace_of(canvas);

	trace->path.slanted |= fabs(x - trace->x) > 0.01 && fabs(y - trace->y) > 0.01;
	note_point(canvas, x, y);
}

static void trace_curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2,
			   double x, double y)
{
	note_point(canvas, x1, y1);
	note_point(canvas, x2, y2);
	note_point(canvas, x, y);
}

static void trace_close_path(struct canvas *canvas)
{
	if (!trace_of(canvas)->path_open)
		trace_of(canvas)->faults++;
}

static void trace_rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
	note_point(canvas, x, y);
	note_point(canvas, x + width, y + height);
}

static void note_shape(struct canvas *canvas, enum colour colour, bool stroked)
{
	struct canvas_trace *trace = trace_of(canvas);

	if (!trace->path_open || colour >= COLOUR_COUNT) {
		trace->faults++;
		return;
	}
	trace->path.colour = colour;
	trace->path.stroked = stroked;
	trace->shapes = arena_grow(trace->arena, trace->shapes, &trace->shape_capacity,
				   trace->shape_count + 1, sizeof *trace->shapes);
	trace->shapes[trace->shape_count++] = trace->path;
	trace->path_open = false;
}

static void trace_fill(struct canvas *canvas, enum colour colour)
{
	note_shape(canvas, colour, false);
}

static void trace_stroke(struct canvas *canvas, enum colour colour, double width)
{
	if (!(width > 0))
		trace_of(canvas)->faults++;
	note_shape(canvas, colour, true);
}

static double trace_text_width(struct canvas *canvas, struct str text, struct text_style style)
{
	struct canvas_trace *trace = trace_of(canvas);
	size_t position = 0, characters = 0;

	if (trace->faces)
		return text_advance(trace->faces, text, style.size, style.bold);
	while (position < text.length) {
		str_next(text, &position);
		characters++;
	}
	return 0.55 * style.size * (double)characters;
}

static void trace_draw_text(struct canvas *canvas, double x, double y, struct str text,
			    struct text_style style)
{
	struct canvas_trace *trace = trace_of(canvas);
	double width = trace_text_width(canvas, text, style), left = x;

	if (!isfinite(x) || !isfinite(y)) {
		trace->faults++;
		return;
	}
	if (style.align == ALIGN_MIDDLE)
		left = x - width / 2;
	else if (style.align == ALIGN_END)
		left = x - width;
	trace->texts = arena_grow(trace->arena, trace->texts, &trace->text_capacity,
				  trace->text_count + 1, sizeof *trace->texts);
	trace->texts[trace->text_count++] = (struct trace_text){
		.text = str_copy(trace->arena, text),
		.style = style,
		.x = x,
		.baseline = y,
		.left = left,
		.top = y - 0.8 * style.size,
		.right = left + width,
		.bottom = y + 0.25 * style.size,
		.shapes = trace->shape_count,
	};
}

static const struct canvas_operations operations = {
	.move_to = note_point,
	.line_to = trace_line_to,
	.curve_to = trace_curve_to,
	.close_path = trace_close_path,
	.rectangle = trace_rectangle,
	.fill = trace_fill,
	.stroke = trace_stroke,
	.text = trace_draw_text,
	.text_width = trace_text_width,
};

void canvas_trace_init(struct canvas_trace *trace, struct arena *arena, struct faces *faces)
{
	*trace = (struct canvas_trace){
		.canvas = {.operations = &operations}, .arena = arena, .faces = faces};
}
