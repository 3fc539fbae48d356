/*
 * What every renderer is told: where its fonts and styles lie, what stands beside the document, and
 * the edition. A document goes in, the bytes of one file come out.
 */
#ifndef HEARTH_RENDER_TYPE_LOOK_H
#define HEARTH_RENDER_TYPE_LOOK_H

#include "document/document.h"
#include "render/type/faces.h"

/* A file that stands beside the document: for "Download as PDF (180 KB)". */
struct download {
	struct str label, href;
	size_t size;
};

/* How a document is set on paper. */
enum edition {
	EDITION_NORMAL,
	EDITION_LARGE_PRINT, /* 18 point and more, reflowed */
	EDITION_PLAIN,	     /* printed in black only: patterns and labels do what colour did */
};

struct render_options {
	struct arena *arena;
	struct faces *faces;  /* of the run, lent */
	struct str templates; /* folder with the page's look */
	const struct download *downloads;
	size_t download_count;
	struct diagnostics *diagnostics; /* a character that no font has, and where */
	enum edition edition;
};

#endif
