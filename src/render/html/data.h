/* What machines are told of a report: schema.org's Report, its other formats and its data. */
#ifndef HEARTH_RENDER_HTML_DATA_H
#define HEARTH_RENDER_HTML_DATA_H

#include "render/html/page.h"

/* JSON-LD: the report, its other formats, its data. */
void html_linked_data(struct web_page *page, struct buffer *out);

/* The same of an index: the page, and each document of it. */
void html_index_data(const struct index_page *index, struct buffer *out);

#endif
