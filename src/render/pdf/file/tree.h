/* The structure tree and the parent tree. */
#ifndef HEARTH_RENDER_PDF_FILE_TREE_H
#define HEARTH_RENDER_PDF_FILE_TREE_H

#include "render/pdf/file/write.h"

void write_tree(struct writer *writer, const struct pdf *pdf);

#endif
