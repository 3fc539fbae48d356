/* Files that are made of files: books (EPUB), workbooks (XLSX). */
#ifndef HEARTH_AUDIT_BOOK_H
#define HEARTH_AUDIT_BOOK_H

#include <zip.h>

#include "base/str.h"

/* NULL when it is none that can be read. */
zip_t *book_open(struct str content);
/* A part, by its number; empty when it can't be read, or is larger than any part of a pack. */
struct str book_part(struct arena *arena, zip_t *book, zip_uint64_t number);

#endif
