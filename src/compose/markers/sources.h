/*
 * All sources of a document: each is scanned, which finds those that it includes.
 */
#ifndef HEARTH_COMPOSE_MARKERS_SOURCES_H
#define HEARTH_COMPOSE_MARKERS_SOURCES_H

#include "compose/markers/source.h"

/*
 * Reads the document's template and all that it includes. The errors go to the composer; false when
 * there were any.
 */
bool sources_read(struct sources *sources, struct composer *composer, struct str path);

#endif
