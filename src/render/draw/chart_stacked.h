/*
 * Stacked bars: each category is a bar of 100%, its counts in it. A count that its part has no room
 * for is written at the bar's right, or below it where it is narrow.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_STACKED_H
#define HEARTH_RENDER_DRAW_CHART_STACKED_H

#include "render/draw/chart_parts.h"

void draw_stacked(struct drawing *drawing);

#endif
