/*
 * The way from the first step to the last: a bar for each step, and between two of them a pale
 * shape that narrows from one to the next and says what left.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_FUNNEL_H
#define HEARTH_RENDER_DRAW_CHART_FUNNEL_H

#include "render/draw/chart_parts.h"

void draw_funnel(struct drawing *drawing);

#endif
