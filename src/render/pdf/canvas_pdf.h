/*
 * A chart's canvas on a page: operators in the chart's own space, kept as they will stand in the
 * page's content, its origin the drawing's top left.
 */
#ifndef HEARTH_PDF_CANVAS_PDF_H
#define HEARTH_PDF_CANVAS_PDF_H

#include "compose/chart.h"
#include "render/pdf/text.h"

struct drawing {
	struct buffer content;
	double width, height; /* as drawn, before `scale` */
	double scale;
	struct drawing *next; /* made before it, so that all are released */
};

/* Draws a chart, made smaller when it would be higher than `height`. */
struct drawing *drawing_of_chart(struct typesetter *setter, const struct chart *chart, double width,
				 double height);
void drawings_release(struct drawing *newest);

#endif
