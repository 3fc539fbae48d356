/* A chart alone, as a picture for slides and the press: title, subtitle, marks, note, source. */
#ifndef HEARTH_RENDER_DRAW_CHART_PICTURE_H
#define HEARTH_RENDER_DRAW_CHART_PICTURE_H

#include "render/type/look.h"

/* A chart alone, with title, subtitle, source: for slides and the press. */
bool render_chart_svg(const struct chart *chart, const struct render_options *options,
		      struct buffer *out);
bool render_chart_png(const struct chart *chart, const struct render_options *options,
		      struct buffer *out);

#endif
