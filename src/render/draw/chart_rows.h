/* The rows of a chart, with their labels in lines that fit, and its legend. */
#ifndef HEARTH_RENDER_DRAW_CHART_ROWS_H
#define HEARTH_RENDER_DRAW_CHART_ROWS_H

#include "render/draw/chart_parts.h"

enum key { KEY_BOXES, KEY_MARKS, KEY_LINES };
/* Names of the series with what they look like, in order, where `x` begins; nothing for one. */
void drawing_legend(struct drawing *drawing, double x, enum key key);

/* Rows that have their labels at the left, or above where it is narrow. */
struct rows {
	double left;	      /* where the marks begin */
	struct lines *labels; /* one for each category */
	size_t begun;	      /* the row begun last: */
	double top, bottom;   /* with its label */
};

struct rows rows_layout(const struct drawing *drawing);
/* Draws the label of the category beside a mark of that height; gives the mark's top. */
double rows_begin(struct rows *rows, const struct drawing *drawing, size_t category, double height);
/* Moves on to the next row, `gap` below what ends last: the row, or `mark_bottom`. */
void rows_end(struct rows *rows, struct drawing *drawing, double mark_bottom, double gap);

#endif
