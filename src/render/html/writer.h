/*
 * Writes the elements of a page. Every element is one row of a table that says where it may stand
 * and what it may hold; a wrong nesting is a fault of the program and ends it in an assertion.
 */
#ifndef HEARTH_RENDER_HTML_WRITER_H
#define HEARTH_RENDER_HTML_WRITER_H

#include "base/str.h"

struct html_element;

struct html {
	struct buffer *out;
	struct arena *arena;
	const struct html_element **open;
	size_t depth, capacity;
	bool in_tag;	   /* the last start tag still takes attributes */
	bool xml;	   /* written as XML: <br/>, and languages as XML names them too */
	struct str prefix; /* of every id, so that pages put together share none */
};

/* What is written stands in the flow of a body. */
void html_init(struct html *html, struct buffer *out, struct arena *arena);

void html_open(struct html *html, const char *name);
/* Attributes of the element opened last, before anything is put into it. */
void html_attribute(struct html *html, const char *name, struct str value);
void html_class(struct html *html, const char *names);
/* An attribute of ids of the page, with a space between: id, aria-labelledby. */
void html_id(struct html *html, const char *name, struct str ids);
void html_language(struct html *html, struct str language); /* lang; none when empty */
/* dir="rtl" when the text begins so; true once a letter said which way it runs. */
bool html_direction(struct html *html, struct str text);
void html_close(struct html *html, const char *name); /* must be the one opened last */

void html_text(struct html *html, struct str text);
/* The same, with its financial years kept on one line: browsers break behind their hyphen. */
void html_words(struct html *html, struct str text);
/* Markup that was made elsewhere and is whole in itself: an SVG, a character reference. */
void html_raw(struct html *html, const char *markup);

/* An element with a class (or NULL) that holds just text. */
void html_element(struct html *html, const char *name, const char *class, struct str text);

/* Asserts that all that was opened is closed. */
void html_finish(struct html *html);

#endif
