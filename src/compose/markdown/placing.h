/*
 * Charts and tables in the document: placed by name from data.xml, or written as Markdown tables.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_PLACING_H
#define HEARTH_COMPOSE_MARKDOWN_PLACING_H

#include "compose/markdown/walker.h"

/* placing.c */
/* A paragraph that holds an image alone places a chart or a table: true, and done. */
bool placing_paragraph(struct walker *walker, cmark_node *paragraph);
/* A paragraph "Table: …" directly before a table is its caption: true, and kept. */
bool placing_caption(struct walker *walker, cmark_node *paragraph);
void placing_table(struct walker *walker, cmark_node *table);

#endif
