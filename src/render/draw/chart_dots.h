/*
 * Dots: a row for each category, a mark for each series, a line between the two. The lesser value
 * is written at the left of its mark and the greater at the right of its, so they never meet; with
 * more than two series each mark has a line of its own.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_DOTS_H
#define HEARTH_RENDER_DRAW_CHART_DOTS_H

#include "render/draw/chart_parts.h"

void draw_dots(struct drawing *drawing);

#endif
