/*
 * The fonts of a document and the shaping of its words.
 *
 * A set holds the four faces of the text and, opened when a character first needs one, the faces
 * that stand in for scripts these lack. Every shaped word is kept, so that a word that comes again
 * costs one look-up; with it goes what each glyph means, for ToUnicode.
 *
 * Owns the HarfBuzz objects. Knows nothing of pages or PDF objects.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_FONT_H
#define HEARTH_RENDER_PDF_LAYOUT_FONT_H

#include <hb.h>

#include "base/map.h"

enum font_slot {
	FONT_REGULAR,
	FONT_BOLD, /* bold and italic are bits: FONT_BOLD | FONT_ITALIC */
	FONT_ITALIC,
	FONT_BOLD_ITALIC,
	FONT_FALLBACK, /* the first of those that stand in: regular, then bold, script by script */
	FONT_COUNT = FONT_FALLBACK + 18,
};

/*
 * What stands for a glyph in the file: mostly one byte. A glyph that means an ASCII character has
 * that character's code, the next ones that are met have those behind ASCII, and when they run out
 * a glyph has two bytes: FONT_LONG more than its id.
 */
enum font_codes {
	FONT_SHORT_OTHER = 0x80,
	FONT_SHORT_END = 0xc0,
	FONT_LONG = 0xc000,
	FONT_GLYPHS_MOST = 0x4000, /* of a face: so that all codes fit two bytes */
};

struct font {
	unsigned index; /* its name in the page's resources: F0, F1, … */
	hb_face_t *face;
	hb_font_t *font;
	hb_set_t *used;		/* glyphs that were shaped */
	unsigned units;		/* an em in font units */
	double ascent, descent; /* of an em, both positive */
	unsigned glyph_count;
	struct str *meaning;		 /* by glyph: its text; `at` is NULL when not used */
	uint16_t *codes;		 /* by glyph: see font_code; 0 when it has none yet */
	uint16_t glyphs[FONT_SHORT_END]; /* by code of one byte: its glyph */
	unsigned next_code;		 /* of those from FONT_SHORT_OTHER on */
	uint32_t *characters; /* by glyph: its character or 0; NULL until font_character is asked */
	int *widths;	      /* by glyph, 1 more than font_width; 0 when not known yet */
	signed char has[0x600]; /* by character: 1 yes, -1 no, 0 not known yet */
	bool tried;
};

struct glyph {
	uint32_t id;
	uint32_t cluster;		     /* where its text begins in the shape's */
	int32_t advance, x_offset, y_offset; /* font units */
};

/* A word as glyphs, in the order in which they are drawn. */
struct shape {
	struct font *font;
	struct str text;
	int32_t width; /* font units */
	struct glyph *glyphs;
	size_t count;
	struct str show; /* what stands in the brackets of TJ; empty when `raised` */
	bool raised;	 /* some glyph stands above or below the line */
	bool spelled;	 /* the glyphs do not spell the text: ActualText is needed */
};

struct font_set {
	struct arena *arena;
	struct str folder;
	struct font fonts[FONT_COUNT];
	hb_buffer_t *buffer;
	hb_language_t language;
	struct map shapes;
	hb_set_t *missing; /* characters that no font has */
	struct buffer key;
	struct str fault; /* of a font that is there and can't be used; names the file */
};

/* Opens the four faces; false when one is missing or no font, *why then says which and why. */
bool font_set_open(struct font_set *set, struct arena *arena, struct str folder, struct str *why);
void font_set_release(struct font_set *set);

/*
 * The font for a character: the slot's own, else the first that has it; NULL when none has.
 * Characters without ink of their own (joiners, marks of direction) are in every font.
 */
struct font *font_for(struct font_set *set, unsigned slot, uint32_t character);

enum shape_flags {
	SHAPE_TABULAR = 1,   /* figures of one width */
	SHAPE_BACKWARDS = 2, /* right to left */
	SHAPE_EXACT = 4,     /* kerned to the unit, as large type needs; else in steps */
};

/* The code of a glyph whose meaning is known; it keeps the one that it is first given. */
unsigned font_code(struct font *font, uint32_t glyph);

/* The width of the font's advances as PDF's W array gives it: thousandths of an em. */
int font_width(const struct font *font, uint32_t glyph);
/* The character that a glyph stands for alone, or 0. */
uint32_t font_character(struct arena *arena, struct font *font, uint32_t glyph);

/* The font cut down to the glyphs that were used, ids kept; the caller destroys the blob. */
hb_blob_t *font_subset(const struct font *font);
/* Its PostScript name, without a subset's tag. */
struct str font_name(struct arena *arena, const struct font *font);

#endif
