#include <cairo.h>

#include "base/buffer.h"
#include "base/html_escape.h"
#include "render/draw/canvas_png.h"
#include "render/draw/canvas_svg.h"
#include "render/draw/canvas_trace.h"
#include "render/draw/chart_draw.h"
#include "render/draw/chart_parts.h"
#include "render/draw/chart_picture.h"
#include "render/draw/chart_style.h"
#include "render/draw/chart_text.h"
#include "render/draw/png.h"
#include "render/type/look.h"
#include "render/type/web_font.h"

#define WIDTH 880.0 /* of what is drawn, in units */
#define SIZE 18.0   /* of the chart's text */
#define MARGIN 40.0
#define PIXELS 2.0	    /* a unit of the PNG */
#define PIXELS_MOST 32000.0 /* of a picture's height: cairo draws none above 32767 */

static void draw_block(struct drawing *drawing, struct str text, double size, bool bold,
		       enum colour colour, double gap)
{
	double own = drawing->size;

	if (text.length == 0)
		return;
	drawing->size = size;

	struct lines lines = drawing_wrap(drawing, text, bold, drawing->width);

	drawing_lines(drawing, &lines, 0, drawing->y, bold, colour, ALIGN_START);
	drawing->y += drawing_lines_height(drawing, &lines) + gap;
	drawing->size = own;
}

/* Gives the height. */
static double picture_draw(const struct chart *chart, struct canvas *canvas, struct arena *arena)
{
	struct drawing drawing = {.chart = chart,
				  .canvas = canvas,
				  .arena = arena,
				  .width = WIDTH,
				  .size = SIZE,
				  .to = chart->category_count};
	struct str source = chart->source.length > 0
				    ? str_format(arena, "Source: %.*s", STR_ARG(chart->source))
				    : STR("");

	draw_block(&drawing, chart->title, 1.4 * SIZE, true, COLOUR_FIRST, 0.15 * SIZE);
	draw_block(&drawing, chart->subtitle, SIZE, false, COLOUR_QUIET, SIZE);
	drawing_chart(&drawing);
	drawing.y += chart->note.length > 0 || source.length > 0 ? SIZE : 0;
	draw_block(&drawing, chart->note, 0.85 * SIZE, false, COLOUR_QUIET, 0.2 * SIZE);
	draw_block(&drawing, source, 0.85 * SIZE, false, COLOUR_QUIET, 0);
	return drawing.y;
}

static bool complain(const struct render_options *options, struct str why)
{
	diagnostic_add(options->diagnostics, DIAGNOSTIC_FILE_UNREADABLE,
		       (struct place){.file = options->faces->folder},
		       str_terminated(options->arena, why));
	return false;
}

/* All the text that the body shows, for the font's subset: the body itself holds it. */
static bool add_style(const struct render_options *options, struct str body, struct buffer *out)
{
	struct web_font font = {.faces = options->faces, .text = body};

	buffer_text(out, "<style>\n");
	if (!web_font_face(&font, WEB_FONT_REGULAR, out) ||
	    !web_font_face(&font, WEB_FONT_BOLD, out))
		return complain(options, STR(WEB_FONT_BROKEN));
	style_palette(out, false);
	style_classes(out);
	buffer_text(out, "text{font-family:" WEB_FONT_FAMILY "}\n</style>\n");
	return true;
}

static void add_element(struct buffer *out, const char *name, struct str text)
{
	buffer_format(out, "<%s id=\"%s\">", name, name);
	html_escape_text(out, text);
	buffer_format(out, "</%s>\n", name);
}

bool render_chart_svg(const struct chart *chart, const struct render_options *options,
		      struct buffer *out)
{
	struct str why = STR("");
	struct buffer body = {0};
	struct canvas_svg svg;

	if (!faces_ready(options->faces, WEB_FACES, &why))
		return complain(options, why);
	canvas_svg_init(&svg, options->faces, &body, SIZE);

	double height = picture_draw(chart, &svg.canvas, options->arena);

	buffer_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
			 "aria-labelledby=\"title\" aria-describedby=\"desc\" viewBox=\"");
	buffer_format(out, "%g %g ", -MARGIN, -MARGIN);
	buffer_number(out, WIDTH + 2 * MARGIN);
	buffer_byte(out, ' ');
	buffer_number(out, height + 2 * MARGIN);
	buffer_format(out, "\" font-size=\"%g\">\n", SIZE);
	add_element(out, "title", chart->title);
	add_element(out, "desc", chart->description);

	bool good = add_style(options, buffer_view(&body), out);

	buffer_format(out, "<path class=\"f-paper\" d=\"M%g %gh%gv", -MARGIN, -MARGIN,
		      WIDTH + 2 * MARGIN);
	buffer_number(out, height + 2 * MARGIN);
	buffer_format(out, "H%gZ\"/>\n%.*s\n</svg>\n", -MARGIN, STR_ARG(buffer_view(&body)));
	canvas_svg_release(&svg);
	buffer_release(&body);
	return good;
}

static bool draw_png(const struct chart *chart, struct faces *faces, const struct png_fonts *fonts,
		     struct arena *arena, struct buffer *out)
{
	struct canvas_trace trace;
	struct canvas_png png;

	canvas_trace_init(&trace, arena, faces);

	double height = picture_draw(chart, &trace.canvas, arena) + 2 * MARGIN;
	double scale = height * PIXELS > PIXELS_MOST ? PIXELS_MOST / height : PIXELS;
	cairo_surface_t *surface = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, (int)((WIDTH + 2 * MARGIN) * scale), (int)(height * scale));
	cairo_t *cairo = cairo_create(surface);

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	cairo_translate(cairo, MARGIN, MARGIN);
	canvas_png_init(&png, cairo, fonts, faces);
	picture_draw(chart, &png.canvas, arena);

	bool good = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

	cairo_surface_flush(surface);
	/* RGB24 has rows of whole words without gaps between them. */
	if (good)
		png_write(out, (const uint32_t *)(void *)cairo_image_surface_get_data(surface),
			  (size_t)cairo_image_surface_get_width(surface),
			  (size_t)cairo_image_surface_get_height(surface));
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return good;
}

bool render_chart_png(const struct chart *chart, const struct render_options *options,
		      struct buffer *out)
{
	struct str why = STR("the picture cannot be drawn");
	struct faces *faces = options->faces;
	struct png_fonts *fonts = faces_ready(faces, WEB_FACES, &why)
					  ? png_fonts_open(options->arena, faces, &why)
					  : NULL;
	bool good = fonts && draw_png(chart, faces, fonts, options->arena, out);

	if (!good)
		complain(options, why);
	png_fonts_close(fonts);
	return good;
}
