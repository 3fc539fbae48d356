/* Lists and quotations: what hangs beside their words. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_LIST_H
#define HEARTH_RENDER_PDF_LAYOUT_LIST_H

#include "render/pdf/layout/layout.h"

void enter_list(struct layout *layout, const struct node *node);

void leave_list(struct layout *layout, struct context *context);

void enter_item(struct layout *layout, const struct node *node);

void leave_item(struct layout *layout, struct context *context);

void enter_quote(struct layout *layout, const struct node *node);

void leave_quote(struct layout *layout, struct context *context);

#endif
