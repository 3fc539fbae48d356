/* The files' elements and attributes as a section of the manual page, from the vocabulary. */
#ifndef HEARTH_COMMAND_MANUAL_H
#define HEARTH_COMMAND_MANUAL_H

#include "base/str.h"

/* In mdoc: a subsection for each kind of file, an item for each element. */
void vocabulary_write_manual(struct buffer *out);

#endif
