/* A chart on the page: title, subtitle, drawing, description, source. Title and drawing stay
 * together. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_CHART_H
#define HEARTH_RENDER_PDF_LAYOUT_CHART_H

#include "render/pdf/layout/layout.h"

void enter_chart(struct layout *layout, const struct node *node);

#endif
