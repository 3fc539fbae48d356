/*
 * Words to glyphs, each once for all documents and editions of a run: advances are in font units,
 * so that a word is as good at any size. May be called by several threads (faces.h).
 */
#ifndef HEARTH_RENDER_TYPE_SHAPE_H
#define HEARTH_RENDER_TYPE_SHAPE_H

#include "render/type/faces.h"

enum shape_flags {
	SHAPE_TABULAR = 1,   /* figures of one width */
	SHAPE_BACKWARDS = 2, /* right to left */
	SHAPE_EXACT = 4,     /* kerned to the unit, as large type needs; else in steps */
	SHAPE_ITS_WAY = 8,   /* the way that its script runs */
};

struct glyph {
	uint32_t id;
	uint32_t cluster;		     /* where its text begins in the shape's */
	int32_t advance, x_offset, y_offset; /* font units */
};

/* A word as glyphs, in the order in which they are drawn. */
struct shape {
	const struct face *face;
	struct str text; /* hyphens that only say how a line may break are plain ones */
	int32_t width;	 /* font units */
	struct glyph *glyphs;
	size_t count;
	bool backwards;
	bool raised; /* some glyph stands above or below the line */
};

/* Shapes a word or a space; kept as long as the faces, so ask again freely. `text` is copied. */
const struct shape *shape_text(struct faces *faces, const struct face *face, struct str text,
			       unsigned flags);

/* Its width when an em has that size. */
double shape_width(const struct shape *shape, double size);

#endif
