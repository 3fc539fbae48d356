/*
 * The document: the tree that every renderer prints, and the only thing it sees.
 *
 * A node has a kind, children, and what its kind needs. Text is UTF-8, already typeset as to
 * characters (quotes, dashes, no-break spaces). A figure is a node of its own that carries its text
 * and its measure. A node knows where it was written.
 */
#ifndef HEARTH_DOCUMENT_DOCUMENT_H
#define HEARTH_DOCUMENT_DOCUMENT_H

#include "base/diagnostic.h"
#include "document/chart.h"

enum node_kind {
	/* blocks */
	NODE_DOCUMENT,	/* children: blocks */
	NODE_HEADING,	/* level 2 to 6 (the document's title is level 1), number "3.1" or empty, id
			 */
	NODE_PARAGRAPH, /* number "3.1.2" (hangs in the margin) or empty */
	NODE_LIST,	/* ordered or not; children NODE_ITEM */
	NODE_ITEM,   /* children: blocks; a tight list's item holds one paragraph without number */
	NODE_QUOTE,  /* a quotation; children: paragraphs */
	NODE_CHART,  /* `chart` */
	NODE_TABLE,  /* `table`; from data, or from a Markdown table */
	NODE_PANELS, /* children NODE_PANEL, side by side where there is room */
	NODE_PANEL,  /* title, style ("success", "next", "note"); children: blocks */
	NODE_HEADLINES, /* children NODE_HEADLINE: the headline figures, up to four in a row */
	NODE_HEADLINE,	/* children: inlines, the first of them NODE_STRONG with the number */
	NODE_PATHWAY,	/* numbered steps joined by a line; children NODE_ITEM whose first paragraph
			   begins with NODE_STRONG, the step's name */
	NODE_ADDRESS,	/* lines of an address; children: inlines with NODE_BREAK between */
	NODE_RULE,	/* a thematic break */
	/* inlines */
	NODE_TEXT,
	NODE_STRONG,
	NODE_EMPHASIS,
	NODE_LINK,   /* `target`: "#id" within the document, or a URL */
	NODE_FIGURE, /* `text` as printed, `measure`, `value` as CSV writes it */
	NODE_SPAN,   /* a passage in another language: `language` */
	NODE_BREAK,  /* a line break */
};

/* What the items of an ordered list begin with: "1.", "a.", "i.". */
enum list_style { LIST_NUMBERS, LIST_LETTERS, LIST_ROMAN };

/* A node: what all kinds have, then what its own kind has, in the member of that name. */
struct node {
	enum node_kind kind;
	struct node *first, *last, *next, *parent;
	struct place place;
	struct str language; /* of a SPAN, or of any block in another language; else empty */
	union {
		struct {
			unsigned level;
			struct str number; /* "3.1", or empty */
			struct str id;	   /* anchor, unique in the document */
		} heading;
		struct {
			struct str number; /* "3.1.2", or empty */
		} paragraph;
		struct {
			bool ordered;
			unsigned start; /* the first item's number */
			enum list_style style;
		} list;
		struct {
			struct str title, style;
		} panel;
		const struct chart *chart;
		const struct table *table;
		struct str text;
		struct {
			struct str text;     /* as printed */
			struct str value;    /* as CSV writes it */
			const char *measure; /* its name; NULL: a fact that is no measure */
		} figure;
		struct {
			struct str id; /* of a note at the document's end: its anchor; else empty */
		} item;
		struct {
			struct str target;
			struct str id; /* of a note's mark: its anchor; else empty */
		} link;
	};
};

/* A line of the cover's lower part: "For", "Children, Young People and Education Commission". */
struct cover_line {
	struct str label, text;
};

struct document {
	struct str name;	/* "annual-report": file name */
	struct str title;	/* "Fostering annual report" */
	struct str subtitle;	/* "1 April 2024 to 31 March 2025", or the statement's year */
	struct str council;	/* "Leicester City Council" */
	struct str running;	/* running head: "Fostering annual report 2024-25" */
	struct str author;	/* the role that wrote it, for the metadata */
	struct str summary;	/* one sentence, for cards and the metadata */
	struct str notice;	/* what has to be said first of all of it; may be empty */
	struct str language;	/* "en-GB" */
	struct str website;	/* canonical address of the service's pages */
	bool web_only;		/* published as a page, not on paper */
	bool coverless;		/* a few sheets: neither cover nor contents */
	int64_t created;	/* seconds since 1970: SOURCE_DATE_EPOCH or the time of the build */
	struct node *headlines; /* NODE_HEADLINES for the cover; may be NULL */
	struct cover_line *cover;
	size_t cover_count;
	struct node *root;     /* NODE_DOCUMENT */
	struct chart **charts; /* in order */
	size_t chart_count;
	struct table **tables; /* numbered ones, in order */
	size_t table_count;
};

struct node *node_new(struct arena *arena, enum node_kind kind, struct place place);
void node_append(struct node *parent, struct node *child);
void node_drop(struct node *child); /* takes it from its parent, with all it holds */
/* The next node in document order within `top`, or NULL after the last: a walk without recursion.
 */
struct node *node_after(const struct node *node, const struct node *top);
/* The same, passing over the node's own children. */
struct node *node_beyond(const struct node *node, const struct node *top);
/* What machines are told that the document is: its summary, and its notice. */
struct str document_description(struct arena *arena, const struct document *document);
/* The number of an ordered list's item as it is printed: "3", "c", "iii". */
struct str list_number(struct arena *arena, enum list_style style, unsigned number);
bool node_is_inline(enum node_kind kind);
/* A heading's or paragraph's number; empty for others. */
struct str node_number(const struct node *node);
/* What the node itself prints, its children left out: of TEXT and FIGURE; empty for others. */
struct str node_words(const struct node *node);
/* All text of a node, in order, as it would be read: for metadata, ids, contents. */
struct str node_text(struct arena *arena, const struct node *node);
/* The tree as indented text, one node a line: the golden of tests, `hearth render NAME.tree`. */
void document_dump(const struct document *document, struct buffer *out);

#endif
