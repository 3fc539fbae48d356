/*
 * The file .hearth-swap of an output folder: while it is there packs are changing places. A run
 * that finds one knows that another died meanwhile, and from the folders' numbers how far it came.
 *
 *   hearth-swap 1
 *   1835048 keep 2024-25     the new pack is folder number 1835048, and the former is to be kept
 */
#ifndef HEARTH_PUBLISH_JOURNAL_H
#define HEARTH_PUBLISH_JOURNAL_H

#include <sys/types.h>

#include "base/str.h"

enum journal_former { FORMER_NONE, FORMER_DRAFT, FORMER_KEEP };

struct journal_line {
	struct str folder; /* output/2024-25 */
	ino_t number;	   /* the inode of the new pack's folder */
	enum journal_former former;
};

/* Written beside, then put in its place in one step, on disk when it gives true. */
bool journal_write(struct arena *arena, struct str output, const struct journal_line *lines,
		   size_t count, struct str *why);
/* With what was written of one. */
bool journal_remove(struct arena *arena, struct str output, struct str *why);

/* The lines; *count 0 when there is no journal, or none that can be read. */
struct journal_line *journal_read(struct arena *arena, struct str output, size_t *count);

/* A folder's number; 0 when there is none. */
ino_t folder_number(struct arena *arena, struct str folder);

#endif
