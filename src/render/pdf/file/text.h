/* Text strings: titles, descriptions, alternative texts. */
#ifndef HEARTH_RENDER_PDF_FILE_TEXT_H
#define HEARTH_RENDER_PDF_FILE_TEXT_H

#include "render/pdf/file/write.h"

/* A text string: PDF's own encoding where that has all of the text, else UTF-16. */
void writer_text(struct writer *writer, HPDF_Dict dict, const char *key, struct str text);

void text_write(struct buffer *out, struct str text);

#endif
