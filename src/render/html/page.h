/* What the parts of the HTML renderer share. Private to html*.c. */
#ifndef HEARTH_RENDER_HTML_PAGE_H
#define HEARTH_RENDER_HTML_PAGE_H

#include "render/html/writer.h"
#include "render/type/look.h"

struct book; /* what a page may be a chapter of: the EPUB's own */

/* Where a document stands in a page of a council's site. */
struct fragment {
	unsigned level;	    /* of the title's heading, from 1 */
	struct str prefix;  /* of every id */
	struct str address; /* of the pack, with its last slash; empty: no links to its files */
};

/* A page that lists what a pack, or an archive of packs, holds. */
struct index_file {
	struct str label; /* the format: "PDF", "CSV" */
	struct str href;
	size_t size; /* bytes; 0: not told */
};

/* One thing in one or more formats. */
struct index_item {
	struct str title;	   /* "Fostering annual report" */
	struct str summary;	   /* a sentence under the title; may be empty */
	const struct chart *chart; /* shown above its files; NULL: none */
	struct index_file *files;
	size_t file_count;
};

/* How the items of a section are set. */
enum index_look {
	INDEX_CARDS,   /* side by side, for documents */
	INDEX_GALLERY, /* pictures in columns */
	INDEX_LIST,    /* a line each */
	INDEX_LINKS,   /* a word each, in a row: the item's title is the link, to its only file */
};

struct index_section {
	struct str title, summary; /* "Charts"; the summary may be empty */
	enum index_look look;
	struct index_item *items;
	size_t item_count;
};

struct index_page {
	struct str council, title, subtitle, language, website;
	struct str notice;		/* what has to be said first of all of it; may be empty */
	const struct node *headlines;	/* NODE_HEADLINES; may be NULL */
	struct index_section *sections; /* those without an item are left out */
	size_t section_count;
};

struct web_page {
	struct html html;
	const struct document *document; /* NULL for the index */
	const struct render_options *options;
	unsigned level; /* of the heading that the reader is under */
	/* The book that the page is a chapter of: nothing in it folds or scrolls, and no link leads
	 * to a file beside it. NULL: a page of the web. */
	const struct book *book;
	/* Where a link of the document leads in that book. */
	struct str (*book_target)(const struct book *book, struct str target);
	const struct fragment *fragment; /* what the page is a part of; NULL: a page of its own */
};

/* The size of a chart's text, in its own units, in each layout. */
#define HTML_CHART_WIDE 16.0
#define HTML_CHART_NARROW 15.0

/* What the head of a page says. */
struct page_head {
	struct str language, title, council, description, author, website;
	struct str file;		  /* the page's own name: "annual-report.html" */
	struct str picture, picture_text; /* for previews of links; may be empty */
	struct str data;		  /* the JSON-LD; may be empty */
};

/* Attributes of the element opened last: the block's language and direction. */
void html_node_language(struct web_page *page, const struct node *block);

/* Where a link leads from the page; empty when nowhere, so that its text is no link. */
struct str html_target(const struct web_page *page, struct str target);

#endif
