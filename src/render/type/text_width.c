/* Text widths by HarfBuzz; owns the HarfBuzz objects of the two fonts. */
#include "render/type/text_width.h"

#include <hb.h>

#include "render/type/font_file.h"

struct face {
	hb_font_t *font;
	double units_per_em;
};

struct text_measure {
	struct face faces[2]; /* regular, bold */
	hb_buffer_t *buffer;
};

static const char *const file_names[2] = {
	"AtkinsonHyperlegibleNext-Regular.ttf",
	"AtkinsonHyperlegibleNext-Bold.ttf",
};

static bool face_open(struct face *face, struct arena *arena, struct str folder, const char *name,
		      struct str *why)
{
	hb_blob_t *blob = font_file_blob(arena, folder, name, why);

	if (!blob)
		return false;
	hb_face_t *opened = hb_face_create(blob, 0);
	unsigned upem = hb_face_get_glyph_count(opened) > 0 ? hb_face_get_upem(opened) : 0;

	face->font = hb_font_create(opened);
	face->units_per_em = upem;
	hb_face_destroy(opened);
	hb_blob_destroy(blob);
	if (upem == 0)
		*why = str_format(arena, "%s is not a font", name);
	return upem > 0;
}

struct text_measure *text_measure_open(struct arena *arena, struct str fonts, struct str *why)
{
	struct text_measure *measure = ARENA_NEW(arena, struct text_measure);

	measure->buffer = hb_buffer_create();
	for (size_t i = 0; i < 2; i++) {
		if (!face_open(&measure->faces[i], arena, fonts, file_names[i], why)) {
			text_measure_close(measure);
			return NULL;
		}
	}
	return measure;
}

void text_measure_close(struct text_measure *measure)
{
	if (!measure)
		return;
	for (size_t i = 0; i < 2; i++)
		if (measure->faces[i].font)
			hb_font_destroy(measure->faces[i].font);
	hb_buffer_destroy(measure->buffer);
}

static void shape(struct text_measure *measure, struct str text, bool bold)
{
	hb_buffer_clear_contents(measure->buffer);
	hb_buffer_add_utf8(measure->buffer, text.at, (int)text.length, 0, (int)text.length);
	hb_buffer_guess_segment_properties(measure->buffer);
	hb_shape(measure->faces[bold].font, measure->buffer, NULL, 0);
}

double text_measure_width(struct text_measure *measure, struct str text, double size, bool bold)
{
	unsigned count;
	double width = 0;

	if (text.length == 0)
		return 0;
	shape(measure, text, bold);

	const hb_glyph_position_t *positions =
		hb_buffer_get_glyph_positions(measure->buffer, &count);
	for (unsigned i = 0; i < count; i++)
		width += positions[i].x_advance;
	return width * size / measure->faces[bold].units_per_em;
}

size_t text_measure_glyphs(struct text_measure *measure, struct str text, double size, bool bold,
			   struct text_glyph *glyphs, size_t most)
{
	double scale = size / measure->faces[bold].units_per_em, x = 0, y = 0;
	unsigned count = 0;

	if (text.length == 0)
		return 0;
	shape(measure, text, bold);

	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(measure->buffer, &count);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(measure->buffer, NULL);
	for (unsigned i = 0; i < count && i < most; i++) {
		glyphs[i] = (struct text_glyph){.glyph = infos[i].codepoint,
						.x = (x + at[i].x_offset) * scale,
						.y = (y + at[i].y_offset) * scale,
						.cluster = infos[i].cluster};
		x += at[i].x_advance;
		y += at[i].y_advance;
	}
	return count;
}
