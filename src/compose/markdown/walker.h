/*
 * The walk over what cmark-gfm read, and what its parts share. Private to the Markdown reader:
 * walker.c (what is added), markdown.c (blocks), inlines.c, directive.c, outline.c (numbers, ids,
 * links), placing.c (charts and tables); pasted.c, what is made of the words before cmark reads
 * them.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_WALKER_H
#define HEARTH_COMPOSE_MARKDOWN_WALKER_H

/* cmark's short names would be our own node kinds. */
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm.h>

#include <cmark-gfm-core-extensions.h>

#include "compose/data/data.h"
#include "compose/markers/expand.h"

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

struct link_use {
	struct node *link;
	unsigned group;
};

struct walker {
	struct composer *composer;
	struct arena *arena;
	const struct expansion *expansion;
	struct str text;   /* the part of the expansion that cmark reads */
	int line_offset;   /* lines of the expansion before it */
	char *list_styles; /* by line of what cmark reads: of the pasted item that begins there */
	size_t list_style_count;
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
	struct map ids;		 /* of headings, as given */
	struct map wanted;	 /* group and id as wanted -> the first such heading */
	struct map last_numbers; /* id as wanted -> the next number that may be free */
	struct link_use *links;
	size_t link_count, link_capacity;
	size_t chart_capacity, table_capacity;
	unsigned note;	     /* the number of the last note */
	unsigned *note_uses; /* by number: how often the words ask for it */
	size_t note_count, note_capacity;
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

#endif
