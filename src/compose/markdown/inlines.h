/*
 * The inlines: text with figures in it, emphasis, links, passages in another language.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_INLINES_H
#define HEARTH_COMPOSE_MARKDOWN_INLINES_H

#include "compose/markdown/walker.h"

/* inlines.c: true when the cmark node was an inline. */
bool inline_enter(struct walker *walker, cmark_node *node);
void inline_exit(struct walker *walker, cmark_node *node);
/* After a block's inlines: a span that was not closed is an error. */
void inline_end(struct walker *walker, struct node *block);

#endif
