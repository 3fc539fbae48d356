/*
 * Items of lists as word processors write them.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_PASTED_ITEMS_H
#define HEARTH_COMPOSE_MARKDOWN_PASTED_ITEMS_H

#include "compose/markdown/pasting.h"

/* Whether the line was an item of a pasted list, and came out as one. */
bool pasted_item(struct pasting *pasting);
/* A line that is none: it goes on with the item above, or ends the lists. */
void pasted_no_item(struct pasting *pasting);

#endif
