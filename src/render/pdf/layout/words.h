/* Headings, paragraphs, addresses, rules. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_WORDS_H
#define HEARTH_RENDER_PDF_LAYOUT_WORDS_H

#include "render/pdf/layout/layout.h"

/* One for each kind of block; those that hold blocks are left when all of these have been laid out.
 */
void enter_heading(struct layout *layout, const struct node *node);

void enter_paragraph(struct layout *layout, const struct node *node);

/* A place that something leads to, at the slab's top. */
struct target *layout_target(struct layout *layout, struct slab *slab, struct str id);

void enter_address(struct layout *layout, const struct node *node);

void enter_rule(struct layout *layout, const struct node *node);

#endif
