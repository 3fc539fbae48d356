/* Draws a chart on a canvas: one way for all canvases. */
#ifndef HEARTH_RENDER_DRAW_CHART_DRAW_H
#define HEARTH_RENDER_DRAW_CHART_DRAW_H

#include "render/draw/chart_parts.h"

#include "document/chart.h"
#include "render/draw/canvas.h"

/*
 * Draws the marks and their labels, without title, subtitle or description, within `width`; gives
 * the height that it took. `size` is the text's size in points. Below a width of 24 times the size
 * labels stand above their bars: the narrow layout.
 */
double chart_draw(const struct chart *chart, struct canvas *canvas, double width, double size);

/* Categories that follow each other and are one picture of a chart that has several. */
struct stretch {
	size_t from, to;
};

/*
 * Draws the rows of those categories alone, on the scale of the whole chart. `tops`, when it isn't
 * NULL, has room for one more than all categories: it takes where each row drawn begins and, last,
 * where the chart ends. Columns and lines have no rows and are always drawn whole: tops is left.
 */
double chart_draw_rows(const struct chart *chart, struct canvas *canvas, double width, double size,
		       struct stretch stretch, double *tops);

/*
 * Divides a chart of `count` rows, at least 1, into pictures about equally high, the first no
 * higher than `first` and none higher than `most`, as long as no row alone is. `stretches` has room
 * for `count`; gives how many there are.
 */
size_t chart_divide(const double *tops, size_t count, double first, double most,
		    struct stretch *stretches);

/* The whole chart of `drawing`, from its `y` on; moves `y` behind it. */
void drawing_chart(struct drawing *drawing);

#endif
