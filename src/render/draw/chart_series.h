/*
 * How one series is told from another: by colour, by pattern and dash, by the shape of its mark.
 * Patterns are lines cut off at the box by arithmetic, so no canvas needs to know of them.
 */
#ifndef HEARTH_RENDER_DRAW_CHART_SERIES_H
#define HEARTH_RENDER_DRAW_CHART_SERIES_H

#include "render/draw/chart_parts.h"

/*
 * What a series looks like, as the canvas tells series apart: a box in its colour, with its
 * pattern, which leaves `clear` free at the left for a text; such a text, and the room that the
 * pattern beside it needs to be known; a line, dashed; a mark about (x, y) of a shape of its own.
 */
void series_box(const struct drawing *drawing, size_t series, double x, double y, double width,
		double height, double clear);
void series_text(const struct drawing *drawing, size_t series, double x, double baseline,
		 struct str text);
double series_text_room(const struct drawing *drawing, size_t series);
void series_line(const struct drawing *drawing, size_t series, double x1, double y1, double x2,
		 double y2);
void series_mark(const struct drawing *drawing, size_t series, double x, double y, double radius);

#endif
