/* The style of a chart's SVG: the palette as custom properties, and the classes of canvas_svg. */
#ifndef HEARTH_RENDER_DRAW_CHART_STYLE_H
#define HEARTH_RENDER_DRAW_CHART_STYLE_H

#include "base/str.h"

/* :root with the light colours and, with `dark`, the dark ones for dark screens. */
void style_palette(struct buffer *out, bool dark);
/* .f-NAME and .s-NAME for each colour, .b for bold. */
void style_classes(struct buffer *out);
/* Adds a style with the light colour itself for each var(--NAME): for readers of old. */
void style_literal(struct str style, struct buffer *out);

#endif
