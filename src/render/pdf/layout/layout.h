/*
 * Layout: the document's blocks to the flow, and to the structure tree.
 *
 * The walk over the document is in blocks.c; kinds of blocks that need more than a few lines have a
 * file of their own, all working on struct layout.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_LAYOUT_H
#define HEARTH_RENDER_PDF_LAYOUT_LAYOUT_H

#include "render/pdf/layout/canvas_pdf.h"
#include "render/pdf/layout/flow.h"

/* A heading for the contents and the bookmarks. */
struct heading {
	const struct node *node;
	struct str title; /* with its number: "2.1 Enquiries" */
	unsigned level;
	size_t slab, end; /* its first, and the one behind its last */
	struct target *target;
	struct tag *element;
};

/* A block that holds blocks, while it is open; what it changed is put back when it ends. */
struct context {
	struct context *outer;
	const struct node *node;
	struct flow *flow;
	struct tag *element;
	double x, width;
	bool backwards;
	enum text_role body;
	size_t from;	       /* the first slab within it */
	unsigned items;	       /* how many items have begun */
	size_t item_from;      /* LIST: the first slab of its last item */
	struct panel *waiting; /* PANELS: the first of a row */
};

struct layout {
	struct arena *arena;
	struct typesetter *setter;
	struct inks inks; /* of charts */
	const struct page_style *style;
	const struct document *document;
	struct map targets; /* struct target by heading id */
	struct tag *root;
	struct chart_drawing *drawings;
	struct heading *headings;
	size_t heading_count, heading_capacity;
	unsigned level;		 /* of the heading that was last */
	double hang;		 /* how far paragraph numbers stand out to the left */
	struct target *contents; /* the contents, for the bookmarks; may be NULL */
	struct context *context;
	/* where the next block goes */
	struct flow *flow;
	struct tag *element;
	double x, width;
	bool backwards;	     /* bullets and bars hang at the right edge */
	enum text_role body; /* of paragraphs */
	/* a step's name, already set, and the element that the words after it belong to */
	const struct node *step_name;
	struct tag *step_element;
};

/* A paragraph of a role, broken to a width. */
struct paragraph *layout_text(struct layout *layout, enum text_role role, struct str text,
			      struct tag *element, double width);
/* The element of a block in another language says so. */
void layout_language(struct tag *element, const struct node *node);
/* The space above a chart, a table, panels; less under a heading. */
double layout_above(const struct layout *layout);

#endif
