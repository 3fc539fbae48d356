/*
 * The formats a document is written in: one row each. The command line and the pack know them by
 * this table alone.
 */
#ifndef HEARTH_RENDER_FORMAT_H
#define HEARTH_RENDER_FORMAT_H

#include "render/type/look.h"

struct format {
	const char *name;  /* "pdf": the ending of the file's name */
	const char *label; /* "PDF": for links */
	bool published;	   /* part of the pack, or only for a look */
	bool binary;	   /* not for a terminal */
	/* Adds the file's bytes; false with an error in options->diagnostics. */
	bool (*render)(const struct document *, const struct render_options *, struct buffer *);
};

extern const struct format formats[];
extern const size_t format_count;

const struct format *format_find(struct str name); /* NULL when there is no such */

#endif
