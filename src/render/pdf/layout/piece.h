/* Cuts the text of a typesetter into shaped pieces, the smallest things that a line is made of. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_PIECE_H
#define HEARTH_RENDER_PDF_LAYOUT_PIECE_H

#include "render/pdf/layout/text.h"

/* Cuts the typesetter's text and runs into the paragraph's pieces. */
void paragraph_cut(struct typesetter *setter, struct paragraph *paragraph);

/*
 * Cuts pieces that are wider than `width` between their letters, so that even a word without any
 * place to break stays on the page.
 */
void paragraph_cut_wide(struct typesetter *setter, struct paragraph *paragraph, double width);

#endif
