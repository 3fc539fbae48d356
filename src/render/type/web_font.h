/*
 * The project's font for a web page or a picture: only the characters that it shows, by hb-subset,
 * packed as WOFF, in a data: address, so that the page looks the same everywhere and asks nobody.
 */
#ifndef HEARTH_RENDER_TYPE_WEB_FONT_H
#define HEARTH_RENDER_TYPE_WEB_FONT_H

#include "base/str.h"

/* The family that web_font_face declares, as CSS writes it, with what stands in for it. */
#define WEB_FONT_FAMILY                                                                            \
	"\"Hearth Atkinson\", \"Atkinson Hyperlegible Next\", \"Atkinson Hyperlegible\", "         \
	"Verdana, Tahoma, sans-serif"

enum web_font_style { WEB_FONT_REGULAR, WEB_FONT_BOLD, WEB_FONT_ITALIC };

struct web_font {
	struct arena *arena;
	struct str folder; /* of the font files */
	struct str text;   /* every character that will be shown, and more may be: UTF-8 */
};

/* Adds the @font-face rule of one style; false with *why naming the file. */
bool web_font_face(const struct web_font *font, enum web_font_style style, struct buffer *out,
		   struct str *why);

/* For where a font may be a file of its own: the rule that names it, and the TrueType file. */
void web_font_rule(enum web_font_style style, struct str address, const char *format,
		   struct buffer *out);
bool web_font_file(const struct web_font *font, enum web_font_style style, struct buffer *out,
		   struct str *why);

/* Adds the bytes as base64, padded. */
void buffer_base64(struct buffer *out, struct str bytes);

#endif
