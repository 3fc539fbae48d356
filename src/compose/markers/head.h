/*
 * A document's head: the `key: value` lines between two lines of "---" at its beginning.
 */
#ifndef HEARTH_COMPOSE_MARKERS_HEAD_H
#define HEARTH_COMPOSE_MARKERS_HEAD_H

#include "compose/markers/expand.h"
#include "document/document.h"

/*
 * Fills title, subtitle, running, summary, author and the cover's lines; *end is where the words
 * begin. The errors go to the composer; false when there were any.
 */
bool head_read(const struct expansion *expansion, struct document *document, size_t *end);

#endif
