/* Panels side by side on tint; headline figures; the steps of a pathway. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_PANELS_H
#define HEARTH_RENDER_PDF_LAYOUT_PANELS_H

#include "render/pdf/layout/layout.h"

void enter_headlines(struct layout *layout, const struct node *node);

void enter_panels(struct layout *layout, const struct node *node);

void leave_panels(struct layout *layout, struct context *context);

void enter_panel(struct layout *layout, const struct node *node);

void leave_panel(struct layout *layout, struct context *context);

void enter_pathway(struct layout *layout, const struct node *node);

void leave_pathway(struct layout *layout, struct context *context);

void enter_step(struct layout *layout, const struct node *node);

void leave_step(struct layout *layout, struct context *context);

#endif
