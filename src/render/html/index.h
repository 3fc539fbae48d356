/* The page that lists what a pack holds: documents, charts, data, each with its format and size. */
#ifndef HEARTH_RENDER_HTML_INDEX_H
#define HEARTH_RENDER_HTML_INDEX_H

#include "render/html/page.h"

bool render_index(const struct index_page *page, const struct render_options *options,
		  struct buffer *out);

#endif
