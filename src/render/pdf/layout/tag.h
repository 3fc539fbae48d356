/*
 * The structure tree: what each piece of the page is, for those who do not see it.
 *
 * Elements are made while the document is laid out and are given their content while the pages are
 * drawn; so an element knows what it holds in the order in which it is read. Elements that never
 * got any content are left out of the file. Knows nothing of libharu.
 */
#ifndef HEARTH_RENDER_PDF_LAYOUT_TAG_H
#define HEARTH_RENDER_PDF_LAYOUT_TAG_H

#include "base/str.h"

struct tag;
struct annotation;

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION };

struct kid {
	enum kid_kind kind;
	struct kid *next;
	struct tag *element; /* KID_ELEMENT */
	size_t page;	     /* KID_CONTENT: page and marked content of that page */
	unsigned content;
	struct annotation *annotation; /* KID_ANNOTATION */
};

struct tag {
	const char *type; /* "P" */
	struct tag *parent;
	struct kid *first, *last;
	struct kid *place;     /* among the parent's kids; NULL until it is attached */
	bool inked;	       /* it or something in it has content */
	struct str alt;	       /* FIGURE, LINK (its Contents) */
	struct str language;   /* when not the document's */
	const char *scope;     /* TH: "Column", "Row" */
	const char *numbering; /* L: "Disc", "Decimal", "None" */
	double box[4];	       /* FIGURE: x, y, x, y on its page */
	struct str title;      /* of a section */
	struct str id;	       /* of a note, which must have one */
	void *object;	       /* the writer's */
};

/* A new element at the end of its parent's content. */
struct tag *element_new(struct arena *arena, struct tag *parent, const char *type);
/* One that takes its place among the parent's content when it first gets some: within a line. */
struct tag *element_inline(struct arena *arena, struct tag *parent, const char *type);

/* Keeps an element without content in the file: an empty cell is still a cell. */
void element_keep(struct arena *arena, struct tag *element);

void element_content(struct arena *arena, struct tag *element, size_t page, unsigned content);
void element_annotation(struct arena *arena, struct tag *element, struct annotation *annotation);

/* The next element in document order, or NULL: only those that are inked. */
struct tag *element_after(struct tag *element, const struct tag *top);

#endif
