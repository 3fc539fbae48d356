/*
 * The project's font for a web page or a picture: only the characters that it shows, by hb-subset,
 * packed as WOFF, in a data: address, so that the page looks the same everywhere and asks nobody.
 */
#ifndef HEARTH_RENDER_TYPE_WEB_FONT_H
#define HEARTH_RENDER_TYPE_WEB_FONT_H

#include "render/type/faces.h"

/* The family that web_font_face declares, as CSS writes it, with what stands in for it. */
#define WEB_FONT_FAMILY                                                                            \
	"\"Hearth Atkinson\", \"Atkinson Hyperlegible Next\", \"Atkinson Hyperlegible\", "         \
	"Verdana, Tahoma, sans-serif"

/* What can be wrong when the faces are ready. */
#define WEB_FONT_BROKEN "the typeface cannot be cut down: a font file is broken"

/* How many faces a page or a picture can't do without: regular, bold. */
enum { WEB_FACES = 2 };

enum web_font_style { WEB_FONT_REGULAR, WEB_FONT_BOLD, WEB_FONT_ITALIC };

struct web_font {
	struct faces *faces;
	struct str text; /* every character that will be shown, and more may be: UTF-8 */
};

/* Adds the @font-face rule of one style; false when the font can't be cut down. */
bool web_font_face(const struct web_font *font, enum web_font_style style, struct buffer *out);

/* For where a font may be a file of its own: the rule that names it, and the TrueType file,
 * borrowed from the faces; empty when there is none. */
void web_font_rule(enum web_font_style style, struct str address, const char *format,
		   struct buffer *out);
struct str web_font_file(const struct web_font *font, enum web_font_style style);

/* Adds the bytes as base64, padded. */
void buffer_base64(struct buffer *out, struct str bytes);

#endif
