/* Breaking a chart's texts into lines, by libunibreak. */
#ifndef HEARTH_RENDER_DRAW_CHART_TEXT_H
#define HEARTH_RENDER_DRAW_CHART_TEXT_H

#include "render/draw/chart_parts.h"

/* Breaks the text at its break opportunities, and inside a word only where one alone is too wide.
 */
struct lines drawing_wrap(const struct drawing *drawing, struct str text, bool bold, double width);

/* The same in as many lines, but of about the same length. */
struct lines drawing_wrap_even(const struct drawing *drawing, struct str text, bool bold,
			       double width);

double drawing_lines_height(const struct drawing *drawing, const struct lines *lines);

/* Draws lines of which the first begins at `top`. */
void drawing_lines(const struct drawing *drawing, const struct lines *lines, double x, double top,
		   bool bold, enum colour colour, enum align align);

#endif
