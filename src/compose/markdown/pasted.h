/*
 * Words as people paste them, made into what cmark reads before it reads them: bullets of word
 * processors, lists with letters, no-break spaces that stand where Markdown asks for spaces, rows
 * of a sheet. What can't be understood is told at its line; nothing is left out.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_PASTED_H
#define HEARTH_COMPOSE_MARKDOWN_PASTED_H

#include "compose/markdown/walker.h"

/* The walker's text for cmark; fills walker->list_styles, and the places of `spaced`. */
struct str pasted_text(struct walker *walker, struct expansion *spaced);

#endif
