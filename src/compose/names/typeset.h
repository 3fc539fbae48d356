/*
 * Characters as a printer sets them: no-break spaces where a line must not break, en dashes in
 * ranges, curly quotation marks in texts that did not come through Markdown.
 */
#ifndef HEARTH_COMPOSE_NAMES_TYPESET_H
#define HEARTH_COMPOSE_NAMES_TYPESET_H

#include "base/str.h"

/*
 * "31 March", "regulation 35", "20 miles", "0116 454 4510" get no-break spaces and "10-18" an en
 * dash; "2024-25" keeps its hyphen. `before` is what is printed directly before the text.
 */
struct str typeset(struct arena *arena, struct str text, struct str before);
/* The same for plain text: straight quotation marks become curly ones, too. */
struct str typeset_plain(struct arena *arena, struct str text);

#endif
