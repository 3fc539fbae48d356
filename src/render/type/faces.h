/*
 * The faces that a run sets its texts in: the one list of font files, each opened once, when it is
 * first asked for.
 *
 * The text's own four faces come first; then, script by script, those that stand in for letters
 * which these lack. A face never changes once it is open.
 *
 * A run opens the faces once and lends them to every renderer. They may be shared between threads:
 * one mutex guards the list and what is kept with it (shape.h, subset.h); what is handed out stays
 * as it is until faces_close().
 */
#ifndef HEARTH_RENDER_TYPE_FACES_H
#define HEARTH_RENDER_TYPE_FACES_H

#include <hb.h>
#include <pthread.h>

#include "base/map.h"

enum face_slot {
	FACE_REGULAR,
	FACE_BOLD, /* bold and italic are bits: FACE_BOLD | FACE_ITALIC */
	FACE_ITALIC,
	FACE_BOLD_ITALIC,
	FACE_FALLBACK, /* the first of those that stand in: regular, then bold, script by script */
	FACE_COUNT = FACE_FALLBACK + 18,
};

enum {
	FACE_GLYPHS_MOST = 0x4000, /* of a face: so that all of a PDF's codes fit two bytes */
	FACE_LOW = 0x600,	   /* characters below are looked up in a table */
};

struct face {
	unsigned slot;
	hb_face_t *face;
	hb_font_t *font;
	unsigned units;		/* an em in font units */
	double ascent, descent; /* of an em, both positive */
	unsigned glyph_count;
	uint32_t *characters; /* by glyph: the first character that it stands for alone, or 0 */
	bool has[FACE_LOW];   /* by character: the face has a glyph for it */
};

struct faces {
	pthread_mutex_t mutex; /* guards all of the rest */
	struct arena arena;
	struct str folder;
	struct face *_Atomic open[FACE_COUNT]; /* read without the mutex */
	bool tried[FACE_COUNT];
	struct str fault;    /* of a font file that is needed, or there, and can't be used */
	hb_buffer_t *buffer; /* for shaping */
	hb_language_t language;
	struct buffer key;
	struct map shapes; /* struct shape, by face, flags and text */
	struct map kept;   /* struct str, by what it was made of */
};

/* The faces of a folder, which is borrowed; nothing is read yet. faces_close takes NULL. */
struct faces *faces_open(struct str folder);
void faces_close(struct faces *faces);

/* The face of a slot; NULL when there is none, or its file is missing or no font. */
const struct face *faces_face(struct faces *faces, unsigned slot);

/* Whether the first `count` slots can be opened; if not, *why names the file and the reason. */
bool faces_ready(struct faces *faces, unsigned count, struct str *why);
/* What is wrong with the last font file that couldn't be used, one that stands in too; or empty. */
struct str faces_fault(struct faces *faces);

bool face_has(const struct face *face, uint32_t character);

/*
 * The face for a character: the slot's own, else the first that has it; NULL when none has.
 * Characters without ink of their own (joiners, marks of direction) are in every face.
 */
const struct face *faces_for(struct faces *faces, unsigned slot, uint32_t character);

/* Its PostScript name. */
struct str face_name(struct arena *arena, const struct face *face);

#endif
