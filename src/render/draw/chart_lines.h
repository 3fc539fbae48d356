/*
 * Lines over years: each series begins with its first value and ends in its last and its name;
 * those between are written where there is room for them beside the other lines and texts.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_LINES_H
#define HEARTH_RENDER_DRAW_CHART_LINES_H

#include "render/draw/chart_parts.h"

void draw_lines(struct drawing *drawing);

#endif
