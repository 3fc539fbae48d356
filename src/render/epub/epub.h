/*
 * An EPUB 3.3 of a document: a file for each chapter, a title page, the contents, one style, two
 * fonts. What the parts of the renderer share; private to epub*.c.
 */
#ifndef HEARTH_RENDER_EPUB_EPUB_H
#define HEARTH_RENDER_EPUB_EPUB_H

#include "render/type/look.h"

#include "base/map.h"
#include "render/html/page.h"

/* A file of the publication, as the package lists it. */
struct book_file {
	const char
		*name;	/* "chapter-3.xhtml", "fonts/bold.ttf": within the folder of the package */
	const char *id; /* in the package */
	const char *media_type;
	const char *properties; /* "svg", "nav"; NULL for none */
	bool read;		/* part of the reading order */
	struct str content;
};

/* What stands in one file: nodes under the root from `first` up to but without `end`. */
struct chapter {
	const char *id; /* "chapter-3" */
	const struct node *first, *end;
};

struct book {
	struct arena *arena;
	const struct document *document;
	struct chapter *chapters; /* [0] is the title page */
	size_t chapter_count, chapter_capacity;
	struct map places;	       /* a heading's id: the chapter that has it */
	const struct chapter *current; /* the one being written; NULL for the contents */
	struct book_file *files;       /* in the order of reading, then the rest */
	size_t file_count, file_capacity;
	struct buffer text; /* all that is shown: for the fonts */
};

bool render_epub(const struct document *document, const struct render_options *options,
		 struct buffer *out);

#endif
