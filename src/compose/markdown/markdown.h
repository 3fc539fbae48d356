/*
 * Markdown in, the document's tree out.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_MARKDOWN_H
#define HEARTH_COMPOSE_MARKDOWN_MARKDOWN_H

#include "compose/data/data.h"
#include "compose/markers/expand.h"

/*
 * Reads the expanded text behind its head, whose end is `from`, into document->root, with its
 * charts, tables and cover headlines. The errors go to the composer; false when there were any.
 */
bool markdown_read(const struct expansion *expansion, size_t from, const struct data *data,
		   struct document *document);

#endif
