/* The files of a book that are read: title page, contents, chapters. XHTML, by the web page's own
 * writers. */
#ifndef HEARTH_RENDER_EPUB_PAGES_H
#define HEARTH_RENDER_EPUB_PAGES_H

#include "render/epub/epub.h"

/* The title page, the contents and the chapters, as files of the book. */
void book_write(struct book *book, const struct render_options *options);

#endif
