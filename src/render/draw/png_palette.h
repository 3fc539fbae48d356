/* The palette of a picture: the commonest of its colours, then what stands for the others. */
#ifndef HEARTH_RENDER_DRAW_PNG_PALETTE_H
#define HEARTH_RENDER_DRAW_PNG_PALETTE_H

#include "base/arena.h"
#include "base/str.h"

enum { PALETTE_MOST = 256 };

/* A colour of the picture, and where it went in the palette. */
struct shade {
	uint32_t colour;
	size_t times;	     /* it begins a run of pixels; 0: the place is free */
	unsigned char index; /* in the palette: its own, or the nearest one's */
	unsigned apart;	     /* how far that one is from it */
};

struct palette {
	struct shade *shades; /* by a hash of their colour */
	size_t size, count;   /* places, a power of two; those taken */
	uint32_t colours[PALETTE_MOST];
	size_t colour_count;
};

/* Reads the colours of all pixels; the top byte of a pixel means nothing. */
void palette_make(struct palette *palette, struct arena *arena, const uint32_t *pixels,
		  size_t width, size_t height);

/* Of a colour that the picture has. */
unsigned char palette_index(const struct palette *palette, uint32_t pixel);

#endif
