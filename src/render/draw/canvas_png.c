/* The PNG canvas; owns the FreeType and cairo faces. */
#include "render/draw/canvas_png.h"

#include <stdlib.h>

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "render/draw/colour.h"

struct png_fonts {
	FT_Library library;
	FT_Face faces[2];    /* regular, bold */
	hb_blob_t *files[2]; /* that they read */
	cairo_font_face_t *cairo[2];
};

/* FreeType reads the file that HarfBuzz holds. */
static bool outline_open(struct png_fonts *fonts, struct faces *faces, unsigned bold)
{
	const struct face *face = faces_face(faces, bold ? FACE_BOLD : FACE_REGULAR);
	unsigned length;

	if (!face)
		return false;
	fonts->files[bold] = hb_face_reference_blob(face->face);
	const char *bytes = hb_blob_get_data(fonts->files[bold], &length);

	return FT_New_Memory_Face(fonts->library, (const FT_Byte *)bytes, (FT_Long)length, 0,
				  &fonts->faces[bold]) == 0;
}

struct png_fonts *png_fonts_open(struct arena *arena, struct faces *faces, struct str *why)
{
	struct png_fonts *fonts = ARENA_NEW(arena, struct png_fonts);

	if (FT_Init_FreeType(&fonts->library) != 0) {
		*why = STR("FreeType cannot be started");
		return NULL;
	}
	for (unsigned bold = 0; bold < 2; bold++) {
		if (!outline_open(fonts, faces, bold)) {
			*why = STR("FreeType cannot read the typeface");
			png_fonts_close(fonts);
			return NULL;
		}
		fonts->cairo[bold] = cairo_ft_font_face_create_for_ft_face(fonts->faces[bold],
									   FT_LOAD_NO_HINTING);
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
	for (size_t i = 0; i < 2; i++) {
		if (fonts->faces[i])
			FT_Done_Face(fonts->faces[i]);
		hb_blob_destroy(fonts->files[i]);
	}
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

	return text_advance(png->faces, text, style.size, style.bold);
}

static void png_text(struct canvas *canvas, double x, double y, struct str text,
		     struct text_style style)
{
	struct canvas_png *png = (struct canvas_png *)canvas;
	const struct shape *shape = text_shape(png->faces, text, style.bold);
	double scale = style.size / shape->face->units, width = shape_width(shape, style.size);
	cairo_glyph_t *placed = memory_resize(NULL, (shape->count + 1) * sizeof *placed);
	double pen = 0; /* in font units */

	x -= style.align == ALIGN_MIDDLE ? width / 2 : style.align == ALIGN_END ? width : 0;
	for (size_t i = 0; i < shape->count; i++) {
		const struct glyph *glyph = &shape->glyphs[i];

		placed[i] = (cairo_glyph_t){glyph->id, x + (pen + glyph->x_offset) * scale,
					    y - glyph->y_offset * scale};
		pen += glyph->advance;
	}
	set_colour(png->cairo, style.colour);
	cairo_set_font_face(png->cairo, png->fonts->cairo[style.bold]);
	cairo_set_font_size(png->cairo, style.size);
	cairo_show_glyphs(png->cairo, placed, (int)shape->count);
	free(placed);
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
		     struct faces *faces)
{
	*png = (struct canvas_png){.canvas = {.operations = &operations},
				   .faces = faces,
				   .fonts = fonts,
				   .cairo = cairo};
}
