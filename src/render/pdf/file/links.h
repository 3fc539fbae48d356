/* What leads to places of the document, or out of it: links on the page, and bookmarks. */
#ifndef HEARTH_RENDER_PDF_FILE_LINKS_H
#define HEARTH_RENDER_PDF_FILE_LINKS_H

#include "render/pdf/file/write.h"

/* The links of a page, as its annotations. */
HPDF_Array write_annotations(struct writer *writer, const struct pdf *pdf, const struct page *page);

/* The bookmarks; gives their root. */
void *write_outline(struct writer *writer, const struct pdf *pdf);

#endif
