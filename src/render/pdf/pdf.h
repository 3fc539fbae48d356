/* A document to a PDF: the steps, from fonts to bytes, on one screen. */
#ifndef HEARTH_RENDER_PDF_PDF_H
#define HEARTH_RENDER_PDF_PDF_H

#include "render/type/look.h"

bool render_pdf(const struct document *document, const struct render_options *options,
		struct buffer *out);

#endif
