/*
 * The head of a page: what it is about, and its look, which stands in it, so that a page is one
 * file that asks for nothing. The policy in it makes a browser hold the page to that.
 */
#ifndef HEARTH_RENDER_HTML_HEAD_H
#define HEARTH_RENDER_HTML_HEAD_H

#include "render/html/page.h"

/* Says that a file can't be read; gives false. */
bool html_unreadable(const struct render_options *options, struct str file, struct str why);
/* Everything from the doctype to <body>, with the style and the fonts for what `body` shows. */
bool html_head(struct web_page *page, const struct page_head *head, struct str body,
	       struct buffer *out);
void html_foot(struct buffer *out); /* the end of the file */

/* The style of a page, with the palette and the classes of charts, but not the fonts. */
bool html_style(const struct render_options *options, struct buffer *out);

#endif
