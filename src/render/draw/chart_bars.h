/* Bars: one for each category and series, the value at its end, its share quietly behind. */
#ifndef HEARTH_RENDER_DRAW_CHART_BARS_H
#define HEARTH_RENDER_DRAW_CHART_BARS_H

#include "render/draw/chart_parts.h"

void draw_bars(struct drawing *drawing);

#endif
