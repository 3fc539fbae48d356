/* The table of contents: a list for each level of headings, one within the other. */
#ifndef HEARTH_RENDER_HTML_CONTENTS_H
#define HEARTH_RENDER_HTML_CONTENTS_H

#include "render/html/page.h"

void html_contents(struct web_page *page, unsigned deepest); /* of headings to that level */

/* The deepest level at which the contents are an overview; 3, the sections' own, at the least. */
unsigned html_contents_depth(const struct node *root);

#endif
