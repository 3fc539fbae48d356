/*
 * Layout: the document's blocks to the flow, and to the structure tree.
 *
 * The walk over the document is in layout.c; kinds of blocks that need more than a few lines have a
 * file of their own, all working on struct layout.
 */
#ifndef HEARTH_PDF_LAYOUT_H
#define HEARTH_PDF_LAYOUT_H

#include "render/pdf/canvas_pdf.h"
#include "render/pdf/flow.h"

/* A heading for the contents and the bookmarks. */
struct heading {
	const struct node *node;
	struct str title; /* with its number: "2.1 Enquiries" */
	unsigned level;
	size_t slab, end; /* its first, and the one behind its last */
	struct target *target;
	struct element *element;
};

/* A block that holds blocks, while it is open; what it changed is put back when it ends. */
struct context {
	struct context *outer;
	const struct node *node;
	struct flow *flow;
	struct element *element;
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
	const struct page_style *style;
	const struct document *document;
	struct map targets; /* struct target by heading id */
	struct element *root;
	struct drawing *drawings;
	struct heading *headings;
	size_t heading_count, heading_capacity;
	unsigned level;		 /* of the heading that was last */
	double hang;		 /* how far paragraph numbers stand out to the left */
	struct target *contents; /* the contents, for the bookmarks; may be NULL */
	struct context *context;
	/* where the next block goes */
	struct flow *flow;
	struct element *element;
	double x, width;
	bool backwards;	     /* bullets and bars hang at the right edge */
	enum text_role body; /* of paragraphs */
	/* a step's name, already set, and the element that the words after it belong to */
	const struct node *step_name;
	struct element *step_element;
};

/* Lays out all blocks into `flow`, under `root`. */
void layout_blocks(struct layout *layout, struct flow *flow);

/* A paragraph of a role, broken to a width. */
struct paragraph *layout_text(struct layout *layout, enum text_role role, struct str text,
			      struct element *element, double width);
/* The element of a block in another language says so. */
void layout_language(struct element *element, const struct node *node);
/* The space above a chart, a table, panels; less under a heading. */
double layout_above(const struct layout *layout);

/* One for each kind of block; those that hold blocks are left when all of these have been laid out.
 */
void enter_heading(struct layout *layout, const struct node *node);
void enter_paragraph(struct layout *layout, const struct node *node);
void enter_address(struct layout *layout, const struct node *node);
void enter_rule(struct layout *layout, const struct node *node);
void enter_chart(struct layout *layout, const struct node *node);
void enter_table(struct layout *layout, const struct node *node);
void enter_headlines(struct layout *layout, const struct node *node);
void enter_list(struct layout *layout, const struct node *node);
void leave_list(struct layout *layout, struct context *context);
void enter_item(struct layout *layout, const struct node *node);
void leave_item(struct layout *layout, struct context *context);
void enter_quote(struct layout *layout, const struct node *node);
void leave_quote(struct layout *layout, struct context *context);
void enter_panels(struct layout *layout, const struct node *node);
void leave_panels(struct layout *layout, struct context *context);
void enter_panel(struct layout *layout, const struct node *node);
void leave_panel(struct layout *layout, struct context *context);
void enter_pathway(struct layout *layout, const struct node *node);
void leave_pathway(struct layout *layout, struct context *context);
void enter_step(struct layout *layout, const struct node *node);
void leave_step(struct layout *layout, struct context *context);

/* The cover, one slab that is the whole page. */
void layout_cover(struct layout *layout, struct flow *flow);
/* The contents, once it is known on which page each heading is; `first` is the body's first page.
 */
struct cuts;
void layout_contents(struct layout *layout, struct flow *flow, struct element *toc,
		     const struct cuts *cuts, size_t first);

#endif
