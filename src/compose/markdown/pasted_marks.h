/*
 * Signs that other programs understand and a document can't: told, since they'd be printed.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_PASTED_MARKS_H
#define HEARTH_COMPOSE_MARKDOWN_PASTED_MARKS_H

#include "compose/markdown/pasting.h"

/* Tells those of the line that is looked at. */
void pasted_check_marks(struct pasting *pasting);

#endif
