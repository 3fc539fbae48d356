/* The package document: what the book is, what it holds, the order of reading. */
#ifndef HEARTH_RENDER_EPUB_PACKAGE_H
#define HEARTH_RENDER_EPUB_PACKAGE_H

#include "render/epub/epub.h"

struct book_file *book_add(struct book *book, const char *id, const char *name,
			   const char *media_type, struct str content);

/* The package document of the files, and the file that says where it is. */
struct str book_package(struct book *book);
extern const char book_container[];

#endif
