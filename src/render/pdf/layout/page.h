/*
 * Pages: cutting the flow, and drawing the marks of each page as PDF operators.
 *
 * Owns the pages' content and what was found while drawing: the structure's content, links,
 * targets. Knows nothing of libharu.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_PAGE_H
#define HEARTH_RENDER_PDF_LAYOUT_PAGE_H

#include "render/pdf/layout/flow.h"
#include "render/pdf/layout/pen.h"

/* A link's rectangle on a page. */
struct annotation {
	struct annotation *next;
	double box[4];
	const struct node *link; /* NODE_LINK, or NULL: */
	struct target *target;	 /* leads within the document */
	struct tag *element;
	size_t page;
	/* the writer's: its object, its key in the parent tree */
	void *object;
	size_t key;
};

struct page {
	struct buffer content;
	struct tag **owners; /* by marked content: the element */
	size_t owner_count, owner_capacity;
	struct annotation *first, *last;
	bool running; /* it has the running lines */
};

/* The pages of a document while they are drawn. */
struct pages {
	struct arena *arena;
	struct typesetter *setter;
	struct inks ink;
	struct page *pages;
	size_t count, capacity;
	/* the state of the page that is being drawn */
	struct page *page;
	struct pen pen;
	struct tag *current;   /* whose marked content is open */
	bool artifact;	       /* an artifact's content is open */
	struct buffer rules;   /* lines under links, drawn at the page's end */
	struct buffer running; /* the running lines: content of most pages */
};

void pages_init(struct pages *pages, struct typesetter *setter, struct inks ink);
void pages_release(struct pages *pages);

/* Where the pages of a flow begin: `starts` of them, each the index of a slab. */
struct cuts {
	size_t *starts;
	size_t count;
};

/* The lines that stand on every page but the cover, drawn once for all: each may be NULL. */
struct running {
	struct paragraph *head_left, *head_right, *foot_left;
};
void pages_running(struct pages *pages, const struct running *running);

/* Begins a page, and ends it with its number and the running lines; NULL on the cover. */
void page_begin(struct pages *pages);
void page_end(struct pages *pages, const struct paragraph *number);

/* Draws slabs from..to, the first one's top `top` below the paper's upper edge. */
void page_slabs(struct pages *pages, const struct flow *flow, size_t from, size_t to, double top);

/* The properties by which running lines, which are artifacts, say what they are. */
#define ARTIFACT_HEADER_NAME "H"
#define ARTIFACT_FOOTER_NAME "F"

#endif
