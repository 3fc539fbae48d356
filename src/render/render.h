/*
 * The renderers: a document in, the bytes of one file out. A format is one row of the table in
 * render.c; publish and the command line know formats by that table alone.
 */
#ifndef HEARTH_RENDER_H
#define HEARTH_RENDER_H

#include "compose/document.h"

/* A file that stands beside the document: for "Download as PDF (180 KB)". */
struct download {
	struct str label, href;
	size_t size;
};

/* How a document is set on paper. */
enum edition {
	EDITION_NORMAL,
	EDITION_LARGE_PRINT, /* 18 point and more, reflowed */
	EDITION_PLAIN,	     /* printed in black only: patterns and labels do what colour did */
};

struct render_options {
	struct arena *arena;
	struct str fonts;     /* folder of the font files */
	struct str templates; /* folder with the page's look */
	const struct download *downloads;
	size_t download_count;
	struct diagnostics *diagnostics; /* a character that no font has, and where */
	enum edition edition;
};

bool render_html(const struct document *document, const struct render_options *options,
		 struct buffer *out);
bool render_pdf(const struct document *document, const struct render_options *options,
		struct buffer *out);
bool render_epub(const struct document *document, const struct render_options *options,
		 struct buffer *out);

/* Where a document stands in a page of a council's site. */
struct fragment {
	unsigned level;	    /* of the title's heading, from 1 */
	struct str prefix;  /* of every id */
	struct str address; /* of the pack, with its last slash; empty: no links to its files */
};

/* The document as one element without style: a part of another's page, for render_style. */
bool render_fragment(const struct document *document, const struct render_options *options,
		     const struct fragment *fragment, struct buffer *out);
/* The style of all fragments, with the fonts in it. */
bool render_style(const struct render_options *options, struct buffer *out);

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
	const struct node *headlines;	/* NODE_HEADLINES; may be NULL */
	struct index_section *sections; /* those without an item are left out */
	size_t section_count;
};

bool render_index(const struct index_page *page, const struct render_options *options,
		  struct buffer *out);

/* A chart alone, with title, subtitle, source: for slides and the press. */
bool render_chart_svg(const struct chart *chart, const struct render_options *options,
		      struct buffer *out);
bool render_chart_png(const struct chart *chart, const struct render_options *options,
		      struct buffer *out);

#endif
