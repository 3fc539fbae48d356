/* The PNG canvas; owns the FreeType and cairo faces. */
#include "render/draw/canvas_png.h"

#include <stdlib.h>

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "render/draw/colour.h"
#include "render/type/font_file.h"

struct png_fonts {
	FT_Library library;
	FT_Face faces[2]; /* regular, bold */
	cairo_font_face_t *cairo[2];
};

static const char *const file_names[2] = {
	"AtkinsonHyperlegibleNext-Regular.ttf",
	"AtkinsonHyperlegibleNext-Bold.ttf",
};

struct png_fonts *png_fonts_open(struct arena *arena, struct str folder, struct str *why)
{
	struct png_fonts *fonts = ARENA_NEW(arena, struct png_fonts);

	if (FT_Init_FreeType(&fonts->library) != 0) {
		*why = STR("FreeType cannot be started");
		return NULL;
	}
	for (size_t i = 0; i < 2; i++) {
		struct str bytes;
		bool good = font_file_read(arena, folder, file_names[i], &bytes, why);

		if (good && FT_New_Memory_Face(fonts->library, (const FT_Byte *)bytes.at,
					       (FT_Long)bytes.length, 0, &fonts->faces[i]) != 0) {
			*why = str_format(arena, "%s is not a font", file_names[i]);
			good = false;
		}
		if (!good) {
			png_fonts_close(fonts);
			return NULL;
		}
		fonts->cairo[i] =
			cairo_ft_font_face_create_for_ft_face(fonts->faces[i], FT_LOAD_NO_HINTING);
	}
	return fonts;
}

void png_fonts_close(struct png_fonts *fonts)
{
	if (!fonts)
		return;
	for (size_t i = 0; i < 2; i++)
		if (fonts->cairo[i])
			cairo_font_face_destroy(fonts->cairo[i]);
	/* cairo keeps a face in its cache; without it the FreeType face would be used when gone. */
	cairo_debug_reset_static_data();
	for (size_t i = 0; i < 2; i++)
		if (fonts->faces[i])
			FT_Done_Face(fonts->faces[i]);
	FT_Done_FreeType(fonts->library);
}

static cairo_t *cairo_of(struct canvas *canvas)
{
	return ((struct canvas_png *)canvas)->cairo;
}

static void set_colour(cairo_t *cairo, enum colour colour)
{
	unsigned rgb = colour_value(colour)->light;

	cairo_set_source_rgb(cairo, colour_red(rgb), colour_green(rgb), colour_blue(rgb));
}

static void png_move_to(struct canvas *canvas, double x, double y)
{
	cairo_move_to(cairo_of(canvas), x, y);
}

static void png_line_to(struct canvas *canvas, double x, double y)
{
	cairo_line_to(cairo_of(canvas), x, y);
}

static void png_curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2,
			 double x, double y)
{
	cairo_curve_to(cairo_of(canvas), x1, y1, x2, y2, x, y);
}

static void png_close_path(struct canvas *canvas)
{
	cairo_close_path(cairo_of(canvas));
}

static void png_rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
	cairo_rectangle(cairo_of(canvas), x, y, width, height);
}

static void png_fill(struct canvas *canvas, enum colour colour)
{
	set_colour(cairo_of(canvas), colour);
	cairo_fill(cairo_of(canvas));
}

static void png_stroke(struct canvas *canvas, enum colour colour, double width)
{
	set_colour(cairo_of(canvas), colour);
	cairo_set_line_width(cairo_of(canvas), width);
	cairo_stroke(cairo_of(canvas));
}

static double png_text_width(struct canvas *canvas, struct str text, struct text_style style)
{
	struct canvas_png *png = (struct canvas_png *)canvas;

	return text_measure_width(png->measure, text, style.size, style.bold);
}

static void png_text(struct canvas *canvas, double x, double y, struct str text,
		     struct text_style style)
{
	struct canvas_png *png = (struct canvas_png *)canvas;
	size_t count = text_measure_glyphs(png->measure, text, style.size, style.bold, NULL, 0);
	struct text_glyph *glyphs = memory_resize(NULL, (count + 1) * sizeof *glyphs);
	cairo_glyph_t *placed = memory_resize(NULL, (count + 1) * sizeof *placed);
	double width = png_text_width(canvas, text, style);

	text_measure_glyphs(png->measure, text, style.size, style.bold, glyphs, count);
	x -= style.align == ALIGN_MIDDLE ? width / 2 : style.align == ALIGN_END ? width : 0;
	for (size_t i = 0; i < count; i++)
		placed[i] = (cairo_glyph_t){glyphs[i].glyph, x + glyphs[i].x, y - glyphs[i].y};
	set_colour(png->cairo, style.colour);
	cairo_set_font_face(png->cairo, png->fonts->cairo[style.bold]);
	cairo_set_font_size(png->cairo, style.size);
	cairo_show_glyphs(png->cairo, placed, (int)count);
	free(placed);
	free(glyphs);
}

static const struct canvas_operations operations = {
	.move_to = png_move_to,
	.line_to = png_line_to,
	.curve_to = png_curve_to,
	.close_path = png_close_path,
	.rectangle = png_rectangle,
	.fill = png_fill,
	.stroke = png_stroke,
	.text = png_text,
	.text_width = png_text_width,
};

void canvas_png_init(struct canvas_png *png, cairo_t *cairo, const struct png_fonts *fonts,
		     struct text_measure *measure)
{
	*png = (struct canvas_png){.canvas = {.operations = &operations},
				   .measure = measure,
				   .fonts = fonts,
				   .cairo = cairo};
}
