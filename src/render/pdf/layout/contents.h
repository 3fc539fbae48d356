/* The contents: a row for each heading, as many levels of them as two pages hold. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_CONTENTS_H
#define HEARTH_RENDER_PDF_LAYOUT_CONTENTS_H

#include "render/pdf/layout/layout.h"

struct cuts;

/* The contents, once it is known on which page each heading is; `first` is the body's first page.
 */
void layout_contents(struct layout *layout, struct flow *flow, struct tag *toc,
		     const struct cuts *cuts, size_t first);

#endif
