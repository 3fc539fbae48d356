/*
 * Borrowed words: a narrative that names another council, its place or its telephone.
 */
#ifndef HEARTH_COMPOSE_MARKERS_BORROWED_H
#define HEARTH_COMPOSE_MARKERS_BORROWED_H

#include "compose/markers/source.h"

/* Warns of each in a source of the narrative's folder; templates name no council at all. */
void borrowed_check(struct composer *composer, const struct source *source);

#endif
