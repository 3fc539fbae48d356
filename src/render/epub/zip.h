/*
 * The container of an EPUB: a ZIP archive, made in memory by libzip. All entries have one date and
 * no other attribute, in the order given, so that the same files make the same bytes.
 */
#ifndef HEARTH_RENDER_EPUB_ZIP_H
#define HEARTH_RENDER_EPUB_ZIP_H

#include "base/str.h"

struct epub_entry {
	const char *name; /* "EPUB/nav.xhtml" */
	struct str content;
	bool stored; /* as it is, not packed */
};

/* Adds the archive to `out`; false with *why when libzip can't make it. */
bool epub_zip(struct arena *arena, const struct epub_entry *entries, size_t count,
	      struct buffer *out, struct str *why);

#endif
