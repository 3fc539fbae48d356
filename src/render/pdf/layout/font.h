/*
 * The fonts of one PDF: which glyphs it shows, by what codes, and what each means, for ToUnicode.
 * Glyphs are given their codes in the order in which they are drawn. Every shape's operators are
 * kept, so that a word that comes again costs one look-up.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_FONT_H
#define HEARTH_RENDER_PDF_LAYOUT_FONT_H

#include "render/type/shape.h"

/*
 * What stands for a glyph in the file: mostly one byte. A glyph that means an ASCII character has
 * that character's code, the next ones that are met have those behind ASCII, and when they run out
 * a glyph has two bytes: FONT_LONG more than its id.
 */
enum font_codes {
	FONT_SHORT_OTHER = 0x80,
	FONT_SHORT_END = 0xc0,
	FONT_LONG = 0xc000, /* and FACE_GLYPHS_MOST: so that all codes fit two bytes */
};

struct font {
	const struct face *face;
	hb_set_t *used;			 /* glyphs that were shown; NULL when the face never was */
	struct str *meaning;		 /* by glyph: its text; `at` is NULL when not used */
	uint16_t *codes;		 /* by glyph: see font_code; 0 when it has none yet */
	uint16_t glyphs[FONT_SHORT_END]; /* by code of one byte: its glyph */
	unsigned next_code;		 /* of those from FONT_SHORT_OTHER on */
	int *widths;			 /* by glyph, 1 more than font_width; 0: not known yet */
};

/* A shape as the file shows it. */
struct shown {
	struct font *font;
	struct str show; /* what stands in the brackets of TJ; empty when the shape is raised */
	bool spelled;	 /* the glyphs do not spell the text: ActualText is needed */
};

struct font_set {
	struct arena *arena;
	struct font fonts[FACE_COUNT]; /* by the face's slot */
	struct map shown;	       /* struct shown, by shape */
};

void font_set_init(struct font_set *set, struct arena *arena);
void font_set_release(struct font_set *set);

/* How a shape is shown; made when it is first asked for, and then its glyphs are used. */
const struct shown *font_show(struct font_set *set, const struct shape *shape);

/* The code of a glyph whose meaning is known; it keeps the one that it is first given. */
unsigned font_code(struct font *font, uint32_t glyph);

/* The width of the font's advances as PDF's W array gives it: thousandths of an em. */
int font_width(const struct font *font, uint32_t glyph);

#endif
