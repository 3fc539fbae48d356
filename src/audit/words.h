/* Sentences: what titles, descriptions and labels say in words of the figures of a table. */
#ifndef HEARTH_AUDIT_WORDS_H
#define HEARTH_AUDIT_WORDS_H

#include "audit/sheet.h"

/*
 * Text without its markup, each tag a space, character references resolved; what stands in style
 * and script is left out.
 */
struct str words_of_markup(struct arena *arena, struct str markup);

/*
 * Looks for each label whose figure is hidden, and for the number behind it: "Foster care, 52%",
 * "Foster care is the largest, with 309 (52%)", "These have none: Open".
 */
void words_read(struct told *told, const struct sheet *sheet, struct str text, struct str file);

#endif
