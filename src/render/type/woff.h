/* WOFF 1.0: a font as web pages take it, each of its tables packed. */
#ifndef HEARTH_RENDER_TYPE_WOFF_H
#define HEARTH_RENDER_TYPE_WOFF_H

#include "base/str.h"

/* Wraps a TrueType file; false when the file is not as its own directory says. */
bool woff_pack(struct str font, struct buffer *out);

#endif
