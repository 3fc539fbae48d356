/*
 * The pen: PDF operators for numbers, colours, paths and shaped text, written to a buffer. It
 * remembers the font and the colour that are set, so that each is written when it changes.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_PEN_H
#define HEARTH_RENDER_PDF_LAYOUT_PEN_H

#include "render/pdf/layout/font.h"
#include "render/pdf/layout/pen_number.h"
#include "render/pdf/layout/text.h"

/* What one file is written with. */
struct inks {
	struct font_set *fonts;
	bool black; /* colours as they are printed in black only */
};

struct pen {
	struct buffer *out;
	struct inks inks;
	int font;   /* -1: none set yet */
	int colour; /* of fills; -1: none set yet */
	double size;
	bool showing;	       /* the brackets of a TJ are open */
	bool text;	       /* a text object is open */
	double line_x, line_y; /* where its line began */
};

void pen_init(struct pen *pen, struct buffer *out, struct inks inks);
void pen_colour(struct pen *pen, enum colour colour);
void pen_stroke_colour(struct pen *pen, enum colour colour);

void pen_rectangle(struct pen *pen, double x, double y, double width, double height);
void pen_disc(struct pen *pen, double x, double y, double radius);

/* Text: opens a text object if none is open; and moves to a new line's beginning, to a tenth. */
void pen_begin_text(struct pen *pen);
void pen_move(struct pen *pen, double x, double y);
/* Shows a piece where the pen stands. */
void pen_piece(struct pen *pen, const struct piece *piece, double size);
/* Ends a row of pieces, so that other operators may follow; and the text object. */
void pen_pause(struct pen *pen);
void pen_end_text(struct pen *pen);

#endif
