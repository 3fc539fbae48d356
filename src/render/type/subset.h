/*
 * Faces cut down to what a file shows. The same cut of the same face is made once a run, by
 * whichever file needs it first. May be called by several threads (faces.h).
 */
#ifndef HEARTH_RENDER_TYPE_SUBSET_H
#define HEARTH_RENDER_TYPE_SUBSET_H

#include "render/type/faces.h"

enum subset_kind {
	SUBSET_CHARACTERS, /* a font of its own for these characters */
	SUBSET_WOFF,	   /* the same, packed as WOFF 1.0 */
	SUBSET_GLYPHS, /* these glyphs, ids kept, for a file that has its own addresses for them */
};

/* The font file, borrowed from the faces; empty when it can't be made. */
struct str face_subset(struct faces *faces, const struct face *face, enum subset_kind kind,
		       const hb_set_t *shown);

#endif
