/*
 * "How these figures were made": every measure in words, with its value, as sections of a document.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_DEFINITIONS_H
#define HEARTH_COMPOSE_MARKDOWN_DEFINITIONS_H

#include "compose/markdown/walker.h"

/*
 * Places what ![](definitions:NAME) asks for; an unknown name is an error at `place`.
 *
 *   figures   for each group of measures a heading, one level below the last, and a table of its
 *             measures: label, definition, value. A whole that is told apart by a word ("by
 *             source") has one row for all its parts, which names each with its value.
 *   checks    the identities, as a list: what every build tries before it writes anything.
 */
void definitions_place(struct walker *walker, struct str name, struct place place);

/* Whether it is a table of definitions, which holds every measure. */
bool definitions_is_table(const struct table *table);

#endif
