/*
 * Cutting the flow into pages, all cuts chosen together so that pages are few and evenly full. A
 * figure that would leave a hole at a page's foot may wait for the top of the next page, and words
 * that come after it go before it; in the structure tree it stays where it was written.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_CUT_H
#define HEARTH_RENDER_PDF_LAYOUT_CUT_H

#include "render/pdf/layout/page.h"

struct cuts flow_cut(struct flow *flow, double height);

/* The page, from 0, of a slab. */
size_t cuts_page(const struct cuts *cuts, size_t slab);

#endif
