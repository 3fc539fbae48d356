/* Draws a chart on a canvas: one way for all canvases. */
#ifndef HEARTH_CHART_DRAW_H
#define HEARTH_CHART_DRAW_H

#include "compose/chart.h"
#include "render/canvas.h"

/*
 * Draws the marks and their labels, without title, subtitle or description, within `width`; gives
 * the height that it took. `size` is the text's size in points. Below a width of 24 times the size
 * labels stand above their bars: the narrow layout.
 */
double chart_draw(const struct chart *chart, struct canvas *canvas, double width, double size);

#endif
