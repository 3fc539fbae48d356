/*
 * Lines of a paragraph, chosen all together: of all ways to break it, the one whose lines are most
 * even, set ragged without dividing words. (The total fit of Knuth and Plass, for lines that do not
 * stretch.)
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_LINEBREAK_H
#define HEARTH_RENDER_PDF_LAYOUT_LINEBREAK_H

#include "render/pdf/layout/text.h"

/* Gives the paragraph its lines for a width; may be called again for another width. */
void paragraph_break(struct typesetter *setter, struct paragraph *paragraph, double width);

/* Its width on one line; and that of the widest thing that can't be broken. */
double paragraph_natural(const struct paragraph *paragraph);
double paragraph_ink(const struct paragraph *paragraph); /* without no-break spaces at its end */
double paragraph_least(const struct paragraph *paragraph);

#endif
