/* Tables: a caption, heads with their scope, numbers at the right; wide ones in a region that
 * scrolls and that the keyboard reaches. */
#ifndef HEARTH_RENDER_HTML_TABLE_H
#define HEARTH_RENDER_HTML_TABLE_H

#include "render/html/page.h"

void html_table(struct web_page *page, const struct table *table);

/* The table element alone, its caption's element with the id CAPTION. */
void html_table_element(struct web_page *page, const struct table *table, struct str caption_id,
			struct str caption);

/* A line that links to the CSV of that name, where the page links to files. */
void html_data_link(struct web_page *page, struct str name, struct str text);

#endif
