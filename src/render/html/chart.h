/*
 * A chart on a web page: a numbered title that says what it shows, the picture in a wide and a
 * narrow layout, hidden from assistive technology, its description in words, then its data.
 */
#ifndef HEARTH_RENDER_HTML_CHART_H
#define HEARTH_RENDER_HTML_CHART_H

#include "render/html/page.h"

void html_chart(struct web_page *page, const struct chart *chart);

void html_chart_picture(struct web_page *page,
			const struct chart *chart); /* alone, for a narrow place */

#endif
