/*
 * Directives: <panels>, <headlines> and the like, each tag alone on its line. A directive makes a
 * node that holds what stands between its tags, or changes how that is read.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_DIRECTIVE_H
#define HEARTH_COMPOSE_MARKDOWN_DIRECTIVE_H

#include "compose/markdown/walker.h"

/* directive.c */
void directive_block(struct walker *walker, cmark_node *node);
/* Whether a line of source is a directive's tag alone. */
bool directive_is_line(struct str line);
/* A block ends: directives opened in it must be closed. */
void directive_end(struct walker *walker, cmark_node *parent);
bool directive_is_unnumbered(const struct walker *walker);
unsigned directive_deeper(const struct walker *walker);

#endif
