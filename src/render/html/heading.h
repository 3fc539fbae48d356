/* Headings: of the level that they have where the page stands, each with the way to its address. */
#ifndef HEARTH_RENDER_HTML_HEADING_H
#define HEARTH_RENDER_HTML_HEADING_H

#include "render/html/page.h"

/* Headings by their level in the document, whose title has level 1. */
void html_heading(struct web_page *page, unsigned level, struct str id, struct str text);

void html_heading_enter(struct web_page *page, const struct node *node);

void html_heading_leave(struct web_page *page, const struct node *node);

#endif
