/*
 * PNG files of drawings: each row is told by how it differs from the one above, which in a drawing
 * is hardly, and packed by libdeflate. Ten times faster than libpng's search for the best filter,
 * which was two thirds of a build.
 */
#ifndef HEARTH_RENDER_DRAW_PNG_H
#define HEARTH_RENDER_DRAW_PNG_H

#include "base/str.h"

/* Adds a PNG of pixels 0xRRGGBB, row after row; width and height are above 0. */
void png_write(struct buffer *out, const uint32_t *pixels, size_t width, size_t height);

#endif
