/* The nodes of a document as elements: what is written on entering and on leaving each kind. */
#ifndef HEARTH_RENDER_HTML_NODES_H
#define HEARTH_RENDER_HTML_NODES_H

#include "render/html/page.h"

void html_nodes(struct web_page *page, const struct node *top);

#endif
