/* Tables: laid out under their heads, or as records where the columns have no room. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_TABLE_H
#define HEARTH_RENDER_PDF_LAYOUT_TABLE_H

#include "render/pdf/layout/layout.h"

void enter_table(struct layout *layout, const struct node *node);

#endif
