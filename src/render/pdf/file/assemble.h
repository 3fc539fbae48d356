/* The whole file: the catalog, the pages and what they hold, in the order in which they are made.
 */
#ifndef HEARTH_RENDER_PDF_FILE_ASSEMBLE_H
#define HEARTH_RENDER_PDF_FILE_ASSEMBLE_H

#include "render/pdf/file/write.h"

/* Makes all objects and adds the file's bytes; false, with *why, after any error of libharu. */
bool pdf_assemble(struct writer *writer, const struct pdf *pdf, struct buffer *out,
		  struct str *why);

#endif
