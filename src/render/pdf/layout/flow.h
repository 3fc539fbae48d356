/*
 * The flow: a document as one long strip, before it is cut into pages.
 *
 * The strip is made of slabs, one below the other, which pages never cut. A slab holds marks: what
 * is drawn, placed from the slab's top. So layout decides once where everything stands, and drawing
 * knows nothing of blocks.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_FLOW_H
#define HEARTH_RENDER_PDF_LAYOUT_FLOW_H

#include "render/pdf/layout/text.h"

struct chart_drawing; /* canvas_pdf.h */

enum mark_kind {
	MARK_LINE,	/* a line of a paragraph; y is its baseline */
	MARK_RECTANGLE, /* filled; behind all text */
	MARK_DISC,	/* filled, round (x, y), `width` its radius */
	MARK_DRAWING,	/* a chart; its top left */
	MARK_TARGET,	/* where links and bookmarks lead */
	MARK_LINK,	/* an area that leads to `target`: a row of the contents */
};

struct mark {
	enum mark_kind kind;
	struct mark *next;
	double x, y; /* x from the paper's left; y from the slab's top, downwards */
	double width, height;
	enum colour colour;
	const struct paragraph *paragraph;
	size_t line;
	struct tag *element; /* LINE: when not the paragraph's; DRAWING: its Figure */
	bool artifact;	     /* LINE: not to be read */
	const struct chart_drawing *drawing;
	struct target *target;
};

/* A place in the document that something leads to; known once pages are drawn. */
struct target {
	struct str id; /* may be empty */
	size_t page;
	double y; /* from the paper's bottom */
	struct tag *element;
	bool placed;
};

struct slab {
	double above, below; /* space wanted; none at the top and the end of a page */
	double height;
	bool keep;	   /* stays with the next one */
	bool chapter;	   /* begins a chapter: a page may well end before it */
	bool text;	   /* words that may go before a figure that waits for the next page */
	size_t figure;	   /* so many slabs, this the first, are a figure that may wait */
	double reluctance; /* to begin a page with this one: what it costs, as in page_cost() */
	const struct slab *head; /* what is repeated when a page begins with this one */
	struct mark *first, *last;
};

struct flow {
	struct arena *arena;
	struct slab **slabs;
	size_t count, capacity;
};

/* A new slab at the end, at least `above` from what comes before. */
struct slab *flow_slab(struct flow *flow, double above, double height);
/* The last slab; there is one. */
struct slab *flow_last(const struct flow *flow);
/* Space wanted below what is there; the larger of it and the next block's `above` holds. */
void flow_below(struct flow *flow, double below);
/* The space between two slabs, one below the other. */
double slab_gap(const struct slab *upper, const struct slab *lower);
/* Keeps the slabs from `from` to the last together. */
void flow_keep(struct flow *flow, size_t from);
/* The height of the slabs from..to and of the spaces between them. */
double flow_height(const struct flow *flow, size_t from, size_t to);

struct mark *slab_mark(struct arena *arena, struct slab *slab, enum mark_kind kind, double x,
		       double y);
struct mark *slab_rectangle(struct arena *arena, struct slab *slab, double x, double y,
			    double width, double height, enum colour colour);
/* One line of a broken paragraph, its ink beginning at x, its baseline at y. */
struct mark *slab_line(struct arena *arena, struct slab *slab, const struct paragraph *paragraph,
		       size_t line, double x, double y);
/* Where a line's ink begins: at x, or, when the paragraph runs backwards, it ends at its right
 * edge. */
double line_left(const struct paragraph *paragraph, size_t line, double x);
/* All lines of a broken paragraph, the first line's top at y; gives the height that they take. */
double slab_paragraph(struct arena *arena, struct slab *slab, const struct paragraph *paragraph,
		      double x, double y);
/* Makes the slab's last mark the first to be read. */
void slab_last_first(struct slab *slab);
/* Copies the marks of a flow that was laid out apart into a slab, its top at y. */
void slab_flow(struct arena *arena, struct slab *slab, const struct flow *part, double y);

/* A broken paragraph as slabs, a line each, that leave no line of it alone on a page. */
void flow_paragraph(struct flow *flow, const struct paragraph *paragraph, double x, double above);

#endif
