/* The cover. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_COVER_H
#define HEARTH_RENDER_PDF_LAYOUT_COVER_H

#include "render/pdf/layout/layout.h"

/* The cover, one slab that is the whole page. */
void layout_cover(struct layout *layout, struct flow *flow);

/* The title upon a band at the head of the first page, of a document that has no cover. */
void layout_band(struct layout *layout, struct flow *flow);

#endif
