/* What the parts of the HTML renderer share. Private to html*.c. */
#ifndef HEARTH_HTML_PAGE_H
#define HEARTH_HTML_PAGE_H

#include "render/html_writer.h"
#include "render/render.h"
#include "render/text_width.h"

struct book; /* epub.h */

struct page {
	struct html html;
	const struct document *document; /* NULL for the index */
	const struct render_options *options;
	struct text_measure *measure;
	unsigned level; /* of the heading that the reader is under */
	/* The book that the page is a chapter of: nothing in it folds or scrolls, and no link leads
	 * to a file beside it. NULL: a page of the web. */
	const struct book *book;
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

/* Says that a file can't be read; gives false. */
bool html_unreadable(const struct render_options *options, struct str file, struct str why);
/* Everything from the doctype to <body>, with the style and the fonts for what `body` shows. */
bool html_head(struct page *page, const struct page_head *head, struct str body,
	       struct buffer *out);
void html_foot(struct buffer *out); /* the end of the file */

/* The parts of the body that the index has too. */
void html_skip_link(struct html *html);
void html_masthead(struct html *html, struct str council, struct str title, struct str subtitle);
struct str html_file_size(struct arena *arena, size_t bytes); /* "180 KB" */

/* The document's parts. */
void html_front(struct page *page);			 /* what the cover says */
void html_contents(struct page *page, unsigned deepest); /* of headings to that level */
/* The deepest level at which the contents are an overview; 3, the sections' own, at the least. */
unsigned html_contents_depth(const struct node *root);
/* The style of a page, with the palette and the classes of charts, but not the fonts. */
bool html_style(const struct render_options *options, struct buffer *out);
void html_nodes(struct page *page, const struct node *top);
/* Attributes of the element opened last: the block's language and direction. */
void html_node_language(struct page *page, const struct node *block);
/* Headings by their level in the document, whose title has level 1. */
void html_heading(struct page *page, unsigned level, struct str id, struct str text);
void html_heading_enter(struct page *page, const struct node *node);
void html_heading_leave(struct page *page, const struct node *node);
/* Where a link leads from the page; empty when nowhere, so that its text is no link. */
struct str html_target(const struct page *page, struct str target);
struct str epub_target(const struct book *book, struct str target); /* the same, in a book */
void html_chart(struct page *page, const struct chart *chart);
void html_chart_picture(struct page *page,
			const struct chart *chart); /* alone, for a narrow place */
void html_table(struct page *page, const struct table *table);
/* The table element alone, its caption's element with the id CAPTION. */
void html_table_element(struct page *page, const struct table *table, struct str caption_id,
			struct str caption);
/* A line that links to the CSV of that name, where the page links to files. */
void html_data_link(struct page *page, struct str name, struct str text);
/* JSON-LD: the report, its other formats, its data. */
void html_linked_data(struct page *page, struct buffer *out);
/* The same of an index: the page, and each document of it. */
void html_index_data(const struct index_page *index, struct buffer *out);

#endif
