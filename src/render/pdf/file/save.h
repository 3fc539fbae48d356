/*
 * The saver: all of libharu's objects as a file of PDF 1.7. Objects without a stream are packed
 * into object streams, and the cross-reference table is a stream too, which halves the file.
 */
#ifndef HEARTH_RENDER_PDF_FILE_SAVE_H
#define HEARTH_RENDER_PDF_FILE_SAVE_H

#include "render/pdf/file/write.h"

/* save.c: all objects as a file of PDF 1.7 with object streams. */
void save_file(struct writer *writer, struct buffer *out);

#endif
