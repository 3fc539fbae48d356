/*
 * How wide a text is, shaped in the project's own faces, so that a chart is laid out the same on
 * every machine and on every canvas.
 */
#ifndef HEARTH_RENDER_TYPE_TEXT_WIDTH_H
#define HEARTH_RENDER_TYPE_TEXT_WIDTH_H

#include "render/type/shape.h"

/* The text as one shape of the regular or the bold face, which can be opened (faces_ready). */
const struct shape *text_shape(struct faces *faces, struct str text, bool bold);

/* The advance of the text in the units of `size`. */
double text_advance(struct faces *faces, struct str text, double size, bool bold);

#endif
