/*
 * What the making of pasted words shares: the lines as they were written, those that come out, and
 * the lists that are open. Private to pasted.c and its parts.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_PASTING_H
#define HEARTH_COMPOSE_MARKDOWN_PASTING_H

#include "compose/markdown/walker.h"

struct note_name; /* notes.c */

enum { DEEPEST_PASTED_LIST = 12 };

/* A list of pasted items, while it goes on. */
struct pasted_list {
	unsigned indent;	  /* of its items, as they were pasted */
	unsigned margin, content; /* where items and their words begin, as Markdown counts */
	char style;		  /* '-' bullets, '1' numbers, 'a' letters, 'i' Roman numerals */
	unsigned last;		  /* the number of its last item */
	char delimiter;		  /* behind the number: another one begins another list */
};

struct pasting {
	struct walker *walker;
	struct expansion *spaced; /* gets the places of the lines that come out */
	size_t place_capacity, style_capacity;
	struct buffer out;
	bool blank;	   /* the last line that came out was blank, or none did */
	struct str *lines; /* as written, their odd spaces made plain */
	size_t count, at;  /* `at` is the line that is looked at */
	struct pasted_list lists[DEEPEST_PASTED_LIST];
	size_t depth;
	struct map notes; /* file and name -> struct note_name */
	struct note_name *first_note, **last_note;
};

/* A line that comes out, of the place of the line that is looked at. */
void pasted_line(struct pasting *pasting, struct str line, char style);
/* A blank line, unless one came before. */
void pasted_part(struct pasting *pasting);
__attribute__((format(printf, 3, 4))) void pasted_complain(struct pasting *pasting, size_t line,
							   const char *format, ...);
/* Behind "- ", "12.", "##" and the like at the line's beginning; 0 without one. */
size_t pasted_marker_end(struct str line);

#endif
