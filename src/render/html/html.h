/* A document as a web page: one file, without script, that asks nobody for anything. */
#ifndef HEARTH_RENDER_HTML_HTML_H
#define HEARTH_RENDER_HTML_HTML_H

#include "render/html/page.h"
#include "render/type/look.h"

/* The parts of the body that the index has too. */
void html_skip_link(struct html *html);
void html_masthead(struct html *html, struct str council, struct str title, struct str subtitle);
struct str html_file_size(struct arena *arena, size_t bytes); /* "180 KB" */

/* The document's parts. */
void html_front(struct web_page *page); /* what the cover says */

bool render_html(const struct document *document, const struct render_options *options,
		 struct buffer *out);

#endif
