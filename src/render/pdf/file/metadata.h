/* What the file says about itself: Info, XMP, the catalog's entries, the colours' profile. */
#ifndef HEARTH_RENDER_PDF_FILE_METADATA_H
#define HEARTH_RENDER_PDF_FILE_METADATA_H

#include "render/pdf/file/write.h"

void write_metadata(struct writer *writer, const struct pdf *pdf);

#endif
