/*
 * Which part of the document goes into which file of a book. Each heading of level 2 begins one.
 * A long chapter is divided further, at the headings below, as readers load a file at a time.
 */
#ifndef HEARTH_RENDER_EPUB_CHAPTERS_H
#define HEARTH_RENDER_EPUB_CHAPTERS_H

#include "render/epub/epub.h"
#include "render/html/page.h"

/* Divides the document into chapters. */
void book_divide(struct book *book);

struct str epub_target(const struct book *book, struct str target); /* the same, in a book */

#endif
