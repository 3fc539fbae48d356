/*
 * The palette: what each role of canvas.h looks like. The series' colours are those of the
 * government's Analysis Function for charts, in its order; each is told from white by 3:1 and from
 * its neighbour in the order, and text upon it by 4.5:1.
 */
#ifndef HEARTH_RENDER_DRAW_COLOUR_H
#define HEARTH_RENDER_DRAW_COLOUR_H

#include "render/draw/canvas.h"

struct colour_value {
	const char *name; /* "first": the class and the custom property of the page's style */
	unsigned light;	  /* 0xRRGGBB on paper and on a light page */
	unsigned dark;	  /* on a dark page */
	unsigned black;	  /* printed in black only; grey is what carries nothing */
};

const struct colour_value *colour_value(enum colour colour);

/* One part of a 0xRRGGBB, from 0 to 1, as libharu and cairo take it. */
double colour_red(unsigned rgb);
double colour_green(unsigned rgb);
double colour_blue(unsigned rgb);

/* The colour of the series at `index` (they come round again after six), and of text upon it. */
enum colour colour_of_series(size_t index);
enum colour colour_on_series(size_t index);

#endif
