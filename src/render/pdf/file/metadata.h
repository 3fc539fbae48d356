/* What the file says about itself: Info, XMP, the catalog's entries, the colours' profile. */
#ifndef HEARTH_RENDER_PDF_FILE_METADATA_H
#define HEARTH_RENDER_PDF_FILE_METADATA_H

#include "render/pdf/file/write.h"

void write_metadata(struct writer *writer, const struct pdf *pdf);

/* "D:20250501120000+00'00'" or, for XMP, "2025-05-01T12:00:00Z". */
struct str moment_text(struct arena *arena, int64_t moment, bool xmp);

#endif
