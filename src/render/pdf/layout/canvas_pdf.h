/*
 * A chart's canvas on a page: operators in the chart's own space, kept as they will stand in the
 * page's content, its origin the drawing's top left.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_CANVAS_PDF_H
#define HEARTH_RENDER_PDF_LAYOUT_CANVAS_PDF_H

#include "document/chart.h"
#include "render/pdf/layout/pen.h"

struct chart_drawing {
	struct buffer content;
	double width, height;	    /* as drawn, before `scale` */
	double scale;		    /* below 1 only where a row alone, or lines, are too high */
	struct chart_drawing *next; /* of the same chart */
};

/* A chart as one picture no higher than `first`, or as several, the others no higher than `most`.
 */
struct chart_drawing *drawings_of_chart(struct typesetter *setter, struct inks inks,
					const struct chart *chart, double width, double first,
					double most);
/* That drawing and those that it leads to. */
void drawings_release(struct chart_drawing *first);

#endif
