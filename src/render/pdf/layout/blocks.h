/* The walk over a document's blocks: each is laid out by the file of its kind. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_BLOCKS_H
#define HEARTH_RENDER_PDF_LAYOUT_BLOCKS_H

#include "render/pdf/layout/layout.h"

/* Lays out all blocks into `flow`, under `root`. */
void layout_blocks(struct layout *layout, struct flow *flow);

#endif
