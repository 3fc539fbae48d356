/*
 * How wide a text is, shaped by HarfBuzz in the project's own font, so that a chart is laid out the
 * same on every machine and on every canvas.
 */
#ifndef HEARTH_RENDER_TYPE_TEXT_WIDTH_H
#define HEARTH_RENDER_TYPE_TEXT_WIDTH_H

#include "base/str.h"

struct text_measure;

/*
 * Reads the regular and the bold font from the folder `fonts`. NULL when a font is missing or no
 * font; *why then names the file. Released by text_measure_close, which takes NULL.
 */
struct text_measure *text_measure_open(struct arena *arena, struct str fonts, struct str *why);
void text_measure_close(struct text_measure *measure);

/* The advance of the text in the units of `size`. */
double text_measure_width(struct text_measure *measure, struct str text, double size, bool bold);

struct text_glyph {
	unsigned glyph;	  /* index in the font */
	double x, y;	  /* where it stands, from the text's beginning; y upwards */
	unsigned cluster; /* byte of the text that it came from */
};

/* The shaped glyphs: fills up to `most` of `glyphs`, gives how many there are. */
size_t text_measure_glyphs(struct text_measure *measure, struct str text, double size, bool bold,
			   struct text_glyph *glyphs, size_t most);

#endif
