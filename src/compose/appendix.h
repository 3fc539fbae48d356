/*
 * The appendix "How these figures were made", which every document ends with.
 */
#ifndef HEARTH_APPENDIX_H
#define HEARTH_APPENDIX_H

#include "compose/composer.h"

/*
 * Appends a section with a table of every measure that the document prints, in words, charts or
 * tables: its label, its definition, its value. A whole that is told apart by a word ("by source")
 * has one row for all its parts.
 */
void appendix_add(struct composer *composer, struct document *document);

/* Whether it is the table of such an appendix. */
bool appendix_is_table(const struct table *table);

#endif
