/*
 * The outline: levels and numbers of headings, numbers of paragraphs, ids, and the links to them.
 *
 * Headings are numbered to depth 3 ("3.1.4"). A paragraph's number is its heading's and a running
 * one; a subheading takes its number from the same count, so no two things share a number.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_OUTLINE_H
#define HEARTH_COMPOSE_MARKDOWN_OUTLINE_H

#include "compose/markdown/walker.h"

/* outline.c */
void outline_heading(struct walker *walker, struct node *heading, unsigned level);
void outline_heading_end(struct walker *walker, struct node *heading);
struct str outline_paragraph(struct walker *walker);
/* A heading that the words do not hold: of the level given, at the end of what was read. */
void outline_add_heading(struct walker *walker, unsigned level, struct str text,
			 struct place place);
void outline_add_link(struct walker *walker, struct node *link);
void outline_finish(struct walker *walker);

#endif
