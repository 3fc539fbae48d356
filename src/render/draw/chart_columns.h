/*
 * Columns: categories along the foot, the series side by side, each value above its column. Where
 * the labels or the values have no room they are drawn as bars, which have.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_COLUMNS_H
#define HEARTH_RENDER_DRAW_CHART_COLUMNS_H

#include "render/draw/chart_parts.h"

void draw_columns(struct drawing *drawing); /* as bars where the labels need more room */

#endif
