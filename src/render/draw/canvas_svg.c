/* The SVG canvas; owns nothing but the path being built. */
#include "render/draw/canvas_svg.h"
#include "base/buffer.h"

#include <math.h>
#include <stdlib.h>

#include "base/html_escape.h"
#include "render/draw/colour.h"

static struct canvas_svg *svg_of(struct canvas *canvas)
{
	return (struct canvas_svg *)canvas;
}

void buffer_number(struct buffer *out, double value)
{
	long hundredths = isfinite(value) ? lround(value * 100) : 0;
	long rest = labs(hundredths) % 100;

	buffer_format(out, "%s%ld", hundredths < 0 ? "-" : "", labs(hundredths) / 100);
	if (rest % 10)
		buffer_format(out, ".%02ld", rest);
	else if (rest)
		buffer_format(out, ".%ld", rest / 10);
}

static void path_add(struct canvas *canvas, char command, const double *numbers, size_t count)
{
	struct buffer *path = &svg_of(canvas)->path;

	buffer_byte(path, command);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buffer_byte(path, ' ');
		buffer_number(path, numbers[i]);
	}
}

static void svg_move_to(struct canvas *canvas, double x, double y)
{
	path_add(canvas, 'M', (const double[]){x, y}, 2);
}

static void svg_line_to(struct canvas *canvas, double x, double y)
{
	path_add(canvas, 'L', (const double[]){x, y}, 2);
}

static void svg_curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2,
			 double x, double y)
{
	path_add(canvas, 'C', (const double[]){x1, y1, x2, y2, x, y}, 6);
}

static void svg_close_path(struct canvas *canvas)
{
	path_add(canvas, 'Z', NULL, 0);
}

static void svg_rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
	svg_move_to(canvas, x, y);
	path_add(canvas, 'h', &width, 1);
	path_add(canvas, 'v', &height, 1);
	path_add(canvas, 'H', &x, 1);
	svg_close_path(canvas);
}

static void svg_fill(struct canvas *canvas, enum colour colour)
{
	struct canvas_svg *svg = svg_of(canvas);

	buffer_format(svg->out, "<path class=\"f-%s\" d=\"%.*s\"/>", colour_value(colour)->name,
		      STR_ARG(buffer_view(&svg->path)));
	buffer_clear(&svg->path);
}

static void svg_stroke(struct canvas *canvas, enum colour colour, double width)
{
	struct canvas_svg *svg = svg_of(canvas);

	buffer_format(svg->out, "<path class=\"s-%s\" d=\"%.*s\"", colour_value(colour)->name,
		      STR_ARG(buffer_view(&svg->path)));
	buffer_text(svg->out, " stroke-width=\"");
	buffer_number(svg->out, width);
	buffer_text(svg->out, "\"/>");
	buffer_clear(&svg->path);
}

static void svg_text(struct canvas *canvas, double x, double y, struct str text,
		     struct text_style style)
{
	static const char *const anchors[] = {
		[ALIGN_START] = "",
		[ALIGN_MIDDLE] = " text-anchor=\"middle\"",
		[ALIGN_END] = " text-anchor=\"end\"",
	};
	struct canvas_svg *svg = svg_of(canvas);
	struct buffer *out = svg->out;

	buffer_format(out, "<text class=\"f-%s%s\"%s", colour_value(style.colour)->name,
		      style.bold ? " b" : "", anchors[style.align]);
	if (style.size != svg->size) {
		buffer_text(out, " font-size=\"");
		buffer_number(out, style.size);
		buffer_byte(out, '"');
	}
	buffer_text(out, " x=\"");
	buffer_number(out, x);
	buffer_text(out, "\" y=\"");
	buffer_number(out, y);
	buffer_text(out, "\">");
	html_escape_text(out, text);
	buffer_text(out, "</text>");
}

static double svg_text_width(struct canvas *canvas, struct str text, struct text_style style)
{
	return text_advance(svg_of(canvas)->faces, text, style.size, style.bold);
}

static const struct canvas_operations operations = {
	.move_to = svg_move_to,
	.line_to = svg_line_to,
	.curve_to = svg_curve_to,
	.close_path = svg_close_path,
	.rectangle = svg_rectangle,
	.fill = svg_fill,
	.stroke = svg_stroke,
	.text = svg_text,
	.text_width = svg_text_width,
};

void canvas_svg_init(struct canvas_svg *svg, struct faces *faces, struct buffer *out, double size)
{
	*svg = (struct canvas_svg){
		.canvas = {.operations = &operations}, .faces = faces, .out = out, .size = size};
}

void canvas_svg_release(struct canvas_svg *svg)
{
	buffer_release(&svg->path);
}
