/*
 * A document as a part of another's page, as content management systems put pages together, and the
 * style for it. The root's class and the element in it are style_scope.h's.
 */
#ifndef HEARTH_RENDER_HTML_FRAGMENT_H
#define HEARTH_RENDER_HTML_FRAGMENT_H

#include "render/html/page.h"

/* The document as one element without style: a part of another's page, for render_style. */
bool render_fragment(const struct document *document, const struct render_options *options,
		     const struct fragment *fragment, struct buffer *out);
/* The style of all fragments, with the fonts in it. */
bool render_style(const struct render_options *options, struct buffer *out);

#endif
