/* Which way text runs: FriBidi's levels, and the order in which a line's pieces are drawn. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_BIDI_H
#define HEARTH_RENDER_PDF_LAYOUT_BIDI_H

#include "render/pdf/layout/text.h"

/* By a text's first letter: 1 when it runs left to right, -1 right to left, 0 without a letter. */
int bidi_direction(struct str text);

/*
 * The level of direction of each byte's character, odd for right to left; NULL when all run left to
 * right. *backwards then says which way the whole runs: as the first letter that is in no isolate
 * does, or, when all are in isolates, the first.
 */
unsigned char *bidi_levels(struct arena *arena, struct str text, bool *backwards);

/* The order in which a line's pieces are drawn; NULL when it is that in which they are read. */
size_t *line_order(struct arena *arena, const struct paragraph *paragraph, const struct line *line);
/* Where each of them stands, the line's ink beginning at x; NULL: one behind the other. */
double *line_places(struct arena *arena, const struct paragraph *paragraph, const struct line *line,
		    double x);

#endif
