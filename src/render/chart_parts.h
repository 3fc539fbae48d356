/*
 * What the six kinds of chart are drawn with: text that wraps, rows with their labels, the legend,
 * marks. Only chart_*.c include this.
 *
 * Everything is measured in the text's size, so that a chart keeps its proportions from a phone to
 * a printed page. A text box reaches from 0.8 sizes above its baseline to 0.25 below it.
 */
#ifndef HEARTH_CHART_PARTS_H
#define HEARTH_CHART_PARTS_H

#include "compose/chart.h"
#include "render/canvas.h"

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

/* Breaks the text at its break opportunities, and inside a word only where one alone is too wide.
 */
struct lines drawing_wrap(const struct drawing *drawing, struct str text, bool bold, double width);
/* The same in as many lines, but of about the same length. */
struct lines drawing_wrap_even(const struct drawing *drawing, struct str text, bool bold,
			       double width);
double drawing_lines_height(const struct drawing *drawing, const struct lines *lines);
/* Draws lines of which the first begins at `top`. */
void drawing_lines(const struct drawing *drawing, const struct lines *lines, double x, double top,
		   bool bold, enum colour colour, enum align align);
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

/*
 * What a series looks like, as the canvas tells series apart: a box in its colour, with its
 * pattern, which leaves `clear` free at the left for a text; such a text, and the room that the
 * pattern beside it needs to be known; a line, dashed; a mark about (x, y) of a shape of its own.
 */
void series_box(const struct drawing *drawing, size_t series, double x, double y, double width,
		double height, double clear);
void series_text(const struct drawing *drawing, size_t series, double x, double baseline,
		 struct str text);
double series_text_room(const struct drawing *drawing, size_t series);
void series_line(const struct drawing *drawing, size_t series, double x1, double y1, double x2,
		 double y2);
void series_mark(const struct drawing *drawing, size_t series, double x, double y, double radius);

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

/* The whole chart of `drawing`, from its `y` on; moves `y` behind it. */
void drawing_chart(struct drawing *drawing);

void draw_bars(struct drawing *drawing);
void draw_stacked(struct drawing *drawing);
void draw_columns(struct drawing *drawing); /* as bars where the labels need more room */
void draw_funnel(struct drawing *drawing);
void draw_dots(struct drawing *drawing);
void draw_lines(struct drawing *drawing);

#endif
