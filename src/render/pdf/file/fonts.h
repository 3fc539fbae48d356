/* Fonts as PDF holds them: cut down, addressed by codes of their own, with what each code means. */
#ifndef HEARTH_RENDER_PDF_FILE_FONTS_H
#define HEARTH_RENDER_PDF_FILE_FONTS_H

#include "render/pdf/file/write.h"

void write_fonts(struct writer *writer, const struct pdf *pdf, HPDF_Dict resources);

#endif
