/* Words to glyphs, each once; and what each glyph means. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_SHAPE_H
#define HEARTH_RENDER_PDF_LAYOUT_SHAPE_H

#include "render/pdf/layout/font.h"

/* Shapes a word or a space; kept, so ask again freely. `text` is copied. */
const struct shape *shape_word(struct font_set *set, struct font *font, struct str text,
			       unsigned flags);

#endif
