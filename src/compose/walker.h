/*
 * The walk over what cmark-gfm read, and what its parts share. Private to the Markdown reader:
 * walker.c (what is added), markdown.c (blocks), inlines.c, directive.c, outline.c (numbers, ids,
 * links), placing.c (charts and tables).
 */
#ifndef HEARTH_WALKER_H
#define HEARTH_WALKER_H

/* cmark's short names would be our own node kinds. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm.h>

#include <cmark-gfm-core-extensions.h>

#include "compose/data.h"
#include "compose/expand.h"

enum { DEEPEST_DIRECTIVE = 16, NUMBERED_LEVELS = 4 };

struct open_directive {
	int kind;	   /* index into directive.c's table */
	struct node *node; /* NULL for those that make none (deeper, unnumbered) */
	cmark_node *parent;
	struct place place;
	unsigned group; /* deeper: the number of its group of ids */
};

/* The numbers of headings and paragraphs: both count on under the heading that they belong to. */
struct outline {
	struct str number[NUMBERED_LEVELS + 1]; /* by heading level; [1] is empty */
	unsigned count[NUMBERED_LEVELS + 1];
	unsigned level;	  /* of the innermost numbered heading; 1 before the first */
	unsigned heading; /* the level of the last heading of any kind */
};

struct heading_id {
	struct node *heading;
	struct str wanted; /* what the source called it */
	unsigned group;
};

struct link_use {
	struct node *link;
	unsigned group;
};

struct walker {
	struct composer *composer;
	struct arena *arena;
	const struct expansion *expansion;
	struct str text; /* the part of the expansion that cmark reads */
	int line_offset; /* lines of the expansion before it */
	const struct data *data;
	struct document *document;
	struct node *at; /* where the next node goes */
	struct open_directive open[DEEPEST_DIRECTIVE];
	size_t depth;
	struct outline outline;
	struct buffer words; /* text not yet made a node */
	struct place words_place;
	struct node *cover; /* what stands between <cover> and </cover> */
	struct str caption; /* of the Markdown table that comes next */
	unsigned group, groups;
	struct map ids; /* of headings, as given */
	struct heading_id *headings;
	size_t heading_count, heading_capacity;
	struct link_use *links;
	size_t link_count, link_capacity;
	size_t chart_capacity, table_capacity;
};

/* walker.c */
struct place walker_place(const struct walker *walker, cmark_node *node);
/* Makes a node where the next one goes. */
struct node *walker_add(struct walker *walker, enum node_kind kind, struct place place);
/* The same, and enters it. */
struct node *walker_enter(struct walker *walker, enum node_kind kind, cmark_node *node);

/* Adds to the text that becomes a node when it ends. */
void walker_words(struct walker *walker, struct str words, struct place place);
/* Ends the text so far. */
void walker_flush(struct walker *walker);
/* Numbers a table, and adds it. */
void walker_add_table(struct walker *walker, struct table *table, struct place place);

/* inlines.c: true when the cmark node was an inline. */
bool inline_enter(struct walker *walker, cmark_node *node);
void inline_exit(struct walker *walker, cmark_node *node);
/* After a block's inlines: a span that was not closed is an error. */
void inline_end(struct walker *walker, struct node *block);

/* directive.c */
void directive_block(struct walker *walker, cmark_node *node);
/* Whether a line of source is a directive's tag alone. */
bool directive_is_line(struct str line);
/* A block ends: directives opened in it must be closed. */
void directive_end(struct walker *walker, cmark_node *parent);
bool directive_is_unnumbered(const struct walker *walker);
unsigned directive_deeper(const struct walker *walker);

/* outline.c */
void outline_heading(struct walker *walker, struct node *heading, unsigned level);
void outline_heading_end(struct walker *walker, struct node *heading);
struct str outline_paragraph(struct walker *walker);
/* A heading that the words do not hold: of the level given, at the end of what was read. */
void outline_add_heading(struct walker *walker, unsigned level, struct str text,
			 struct place place);
void outline_add_link(struct walker *walker, struct node *link);
void outline_finish(struct walker *walker);

/* placing.c */
/* A paragraph that holds an image alone places a chart or a table: true, and done. */
bool placing_paragraph(struct walker *walker, cmark_node *paragraph);
/* A paragraph "Table: …" directly before a table is its caption: true, and kept. */
bool placing_caption(struct walker *walker, cmark_node *paragraph);
void placing_table(struct walker *walker, cmark_node *table);

#endif
