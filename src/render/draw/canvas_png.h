/*
 * The PNG canvas: cairo draws, FreeType opens the project's own fonts, so that neither fontconfig
 * nor the machine's fonts have a say. Always the palette's light values.
 */
#ifndef HEARTH_RENDER_DRAW_CANVAS_PNG_H
#define HEARTH_RENDER_DRAW_CANVAS_PNG_H

#include <cairo.h>

#include "render/draw/canvas.h"
#include "render/type/text_width.h"

struct png_fonts;

/* The two faces as cairo draws them; NULL when it can't, with *why. Close takes NULL. */
struct png_fonts *png_fonts_open(struct arena *arena, struct faces *faces, struct str *why);
void png_fonts_close(struct png_fonts *fonts);

struct canvas_png {
	struct canvas canvas;
	struct faces *faces;
	const struct png_fonts *fonts;
	cairo_t *cairo; /* borrowed */
};

void canvas_png_init(struct canvas_png *png, cairo_t *cairo, const struct png_fonts *fonts,
		     struct faces *faces);

#endif
