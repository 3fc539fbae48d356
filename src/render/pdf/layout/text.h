/*
 * Text on its way to lines: runs of one look, cut into pieces that a line break can't cut, shaped
 * and measured.
 *
 * A paragraph is made in three steps: text_begin, text_add for each run (or text_inlines for the
 * inline nodes of a block), text_end, which shapes it; then paragraph_break gives it lines.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_TEXT_H
#define HEARTH_RENDER_PDF_LAYOUT_TEXT_H

#include "document/document.h"
#include "render/pdf/layout/style.h"
#include "render/pdf/layout/tag.h"
#include "render/type/shape.h"

/* A run of one look. */
struct text_run {
	size_t start;  /* in the paragraph's text */
	unsigned slot; /* of the font */
	enum colour colour;
	struct tag *element;	 /* what its ink belongs to; NULL: the paragraph's */
	const struct node *link; /* NODE_LINK, or NULL */
	struct place place;
};

enum piece_break { PIECE_NO_BREAK, PIECE_MAY_BREAK, PIECE_MUST_BREAK };

struct piece {
	const struct shape *shape;
	const struct text_run *run;
	double width;
	unsigned char after; /* piece_break */
	unsigned char level; /* of direction: odd runs right to left */
	bool space;	     /* takes no room at the end of a line */
};

struct line {
	size_t from, to; /* pieces */
	double width;	 /* without the space at its end */
};

struct paragraph {
	double size, leading;
	double rise; /* from a line's top to its baseline */
	struct tag *element;
	struct piece *pieces;
	size_t piece_count;
	struct line *lines;
	size_t line_count;
	double width;	/* of its longest line */
	double measure; /* the width that it was broken to */
	bool backwards; /* it runs right to left, from its right edge */
	bool mixed;	/* some pieces run right to left */
	bool balanced;	/* all its lines about alike, as in titles */
};

/* What texts are made with: one for a document. */
struct typesetter {
	struct arena *arena;
	struct faces *faces;
	const struct page_style *style;
	struct diagnostics *diagnostics;
	const char *language; /* for line breaks: "en" */
	struct buffer text;   /* of the paragraph that is being made */
	struct text_run *runs;
	size_t run_count, run_capacity;
	enum text_role role;
	bool tabular;
	struct tag *element;
	hb_set_t *missing; /* characters that no face has */
	bool failed;	   /* there are some */
};

/* `faces` are lent, and ready (faces_ready) as far as FACE_FALLBACK. */
void typesetter_init(struct typesetter *setter, struct arena *arena, struct faces *faces,
		     const struct page_style *style);
void typesetter_release(struct typesetter *setter);

void text_begin(struct typesetter *setter, enum text_role role, struct tag *element);
/* Adds a run; white space becomes one space, U+2028 breaks the line. `like` may be NULL. */
void text_add(struct typesetter *setter, struct str text, const struct text_run *like);
/* Adds all inline nodes within a block. */
void text_inlines(struct typesetter *setter, const struct node *block);
/* Adds them from one of the block's children on; NULL adds none. */
void text_inlines_from(struct typesetter *setter, const struct node *block,
		       const struct node *node);
struct paragraph *text_end(struct typesetter *setter);
/* The same in another size than the role's, leaded 1.4 times it. */
struct paragraph *text_end_sized(struct typesetter *setter, double size);

/* One run in the role's look, from begin to end. */
struct paragraph *text_plain(struct typesetter *setter, enum text_role role, struct str text,
			     struct tag *element);
/* The same with figures of one width. */
struct paragraph *text_tabular(struct typesetter *setter, enum text_role role, struct str text,
			       struct tag *element);

/* The look of a role's text, to be changed and given to text_add. */
struct text_run run_of(const struct typesetter *setter, enum text_role role);

#endif
