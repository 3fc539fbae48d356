/*
 * PNG files of drawings, in indexed colour: a drawing has few colours, and the shades between them
 * at its edges. Where it has more than a palette holds, rare shades are drawn in the nearest that
 * it has, which no eye tells.
 */
#ifndef HEARTH_RENDER_DRAW_PNG_H
#define HEARTH_RENDER_DRAW_PNG_H

#include "base/str.h"

/* Adds a PNG of pixels 0xRRGGBB, row after row; width and height are above 0. */
void png_write(struct buffer *out, const uint32_t *pixels, size_t width, size_t height);

#endif
