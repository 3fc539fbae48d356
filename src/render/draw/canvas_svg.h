/*
 * The SVG canvas: shapes and real text. Colours are classes ("f-first" fills, "s-ink" strokes), so
 * that the page's style says what they look like; sizes and weights are classes too where the page
 * sets them, attributes otherwise.
 */
#ifndef HEARTH_RENDER_DRAW_CANVAS_SVG_H
#define HEARTH_RENDER_DRAW_CANVAS_SVG_H

#include "render/draw/canvas.h"
#include "render/type/text_width.h"

struct canvas_svg {
	struct canvas canvas;
	struct faces *faces;
	struct buffer *out;
	struct buffer path; /* being built: the d attribute */
	double size;	    /* the size of texts that say none */
};

/* Texts of `size` inherit their size from the element around; `out` takes the elements. */
void canvas_svg_init(struct canvas_svg *svg, struct faces *faces, struct buffer *out, double size);
void canvas_svg_release(struct canvas_svg *svg);

/* Up to two decimals, without trailing zeros and without the locale: 12.5. */
void buffer_number(struct buffer *out, double value);

#endif
