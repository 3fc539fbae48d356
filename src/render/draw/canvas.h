/*
 * Where charts are drawn: nine operations that every canvas has. Implementations: the PDF page,
 * SVG with real text, PNG by cairo, and a trace for tests.
 *
 * Lengths are points of the canvas's own space, y downwards from its top left. A colour is a role,
 * not a value, so that a page may be light, dark, or black and white.
 */
#ifndef HEARTH_RENDER_DRAW_CANVAS_H
#define HEARTH_RENDER_DRAW_CANVAS_H

#include "base/str.h"

enum colour {
	COLOUR_FIRST,	 /* navy #12436D */
	COLOUR_SECOND,	 /* turquoise #28A197 */
	COLOUR_THIRD,	 /* plum #801650 */
	COLOUR_FOURTH,	 /* orange #F46A25 */
	COLOUR_FIFTH,	 /* grey #3D3D3D */
	COLOUR_SIXTH,	 /* lilac #A285D1 */
	COLOUR_REST,	 /* #838d96: bars of which the title does not speak */
	COLOUR_INK,	 /* #1c2733 */
	COLOUR_QUIET,	 /* #4c5966 */
	COLOUR_HAIRLINE, /* #cfd6dc */
	COLOUR_TINT,	 /* #f2f6f8 */
	COLOUR_PAPER,	 /* white */
	COLOUR_HATCH,	 /* the lines of patterns, and round them */
	COLOUR_ON_FIRST, /* text upon the first colour */
	COLOUR_ON_DARK,	 /* upon the third and fifth */
	COLOUR_ON_LIGHT, /* upon the second, fourth and sixth */
	COLOUR_COVER,	 /* the ground of a document's title */
	COLOUR_ON_COVER,
	COLOUR_COUNT
};

enum align { ALIGN_START, ALIGN_MIDDLE, ALIGN_END };

struct text_style {
	double size; /* points */
	bool bold;
	enum colour colour;
	enum align align;
};

/* How the series of a chart are told apart, which shapes alone do for the marks of points. */
enum telling {
	TELLING_COLOURS,
	TELLING_BOTH,	  /* patterns too, as a page's style may show where it takes colours away */
	TELLING_PATTERNS, /* black only: patterns, dashes, open marks */
};

struct canvas;

struct canvas_operations {
	void (*move_to)(struct canvas *, double x, double y);
	void (*line_to)(struct canvas *, double x, double y);
	void (*curve_to)(struct canvas *, double x1, double y1, double x2, double y2, double x,
			 double y);
	void (*close_path)(struct canvas *);
	void (*rectangle)(struct canvas *, double x, double y, double width, double height);
	void (*fill)(struct canvas *, enum colour); /* the path, which is then empty */
	void (*stroke)(struct canvas *, enum colour, double width);
	void (*text)(struct canvas *, double x, double y, struct str,
		     struct text_style); /* baseline */
	double (*text_width)(struct canvas *, struct str, struct text_style);
};

struct canvas {
	const struct canvas_operations *operations;
	enum telling telling;
	/* An implementation's own fields follow in a struct that begins with this one. */
};

#endif
