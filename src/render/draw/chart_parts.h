/*
 * What the kinds of chart are drawn with: lines, boxes, labels, values.
 * Only chart_*.c include this.
 *
 * Everything is measured in the text's size, so that a chart keeps its proportions from a phone to
 * a printed page. A text box reaches from 0.8 sizes above its baseline to 0.25 below it.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_PARTS_H
#define HEARTH_RENDER_DRAW_CHART_PARTS_H

#include "document/chart.h"
#include "render/draw/canvas.h"

#define LINE_HEIGHT 1.28 /* from baseline to baseline, in sizes */
#define LINE_INK 2.25	 /* thickness of a series' line, in points */

struct drawing {
	const struct chart *chart;
	struct canvas *canvas;
	struct arena *arena; /* gone when the chart is drawn */
	double width, size;
	bool narrow;	 /* labels above their marks */
	double y;	 /* the top of what is drawn next */
	size_t from, to; /* the categories that have rows in this picture */
	double *tops;	 /* as chart_draw_rows has it */
};

/* A text broken into lines that fit. */
struct lines {
	struct str *items;
	size_t count;
	double width; /* of the widest */
	bool torn;    /* a word was too long and was broken inside */
};

double drawing_width(const struct drawing *drawing, struct str text, bool bold);
void drawing_label(const struct drawing *drawing, double x, double baseline, struct str text,
		   bool bold, enum colour colour, enum align align);
void drawing_box(const struct drawing *drawing, double x, double y, double width, double height,
		 enum colour colour);
void drawing_line(const struct drawing *drawing, double x1, double y1, double x2, double y2,
		  enum colour colour, double width);

/* The baseline of a line of text whose capitals are centred on `middle`. */
double drawing_centred(const struct drawing *drawing, double middle);

/* The value as printed: bold, then its share quietly; "–" where there is none. */
struct str value_text(const struct chart_value *value);
double value_width(const struct drawing *drawing, const struct chart_value *value);
void value_draw(const struct drawing *drawing, const struct chart_value *value, double x,
		double baseline, enum colour colour, enum colour share_colour);
/* 0 for what is unknown or below 0: the length of its mark. */
double value_amount(const struct chart_value *value);
double chart_largest(const struct chart *chart);

#endif
