/*
 * Notes: [^name] in the words, and [^name]: what it says. They stand at the document's end, each
 * with links back to where it is asked for. Names are each file's own.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_NOTES_H
#define HEARTH_COMPOSE_MARKDOWN_NOTES_H

#include "compose/markdown/pasting.h"

/* A line's names, made its file's own for cmark; what they lack is told by notes_check(). */
struct str notes_line(struct pasting *pasting, struct str line);
void notes_check(struct pasting *pasting);

/* The mark in the words: a link to the note. */
void notes_mark(struct walker *walker, cmark_node *node);
/* The note itself, an item at the document's end; and its end, where the links back stand. */
void notes_enter(struct walker *walker, cmark_node *node);
void notes_leave(struct walker *walker);

#endif
