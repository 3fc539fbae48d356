/*
 * Workbooks made by libxlsxwriter, wholly in memory: the library puts its parts into files of its
 * own and the workbook into one that is named, and here all of these are memory. So no disk can be
 * full, nothing is left in a folder when the run dies, and a run that is confined can make one.
 */
#ifndef HEARTH_BASE_WORKBOOK_H
#define HEARTH_BASE_WORKBOOK_H

#include <xlsxwriter.h>

#include "base/str.h"

struct workbook_in_memory {
	lxw_workbook *book; /* to be filled */
	int handle;
};

/* A new workbook. Memory that can't be had ends the run, as ever. */
struct workbook_in_memory workbook_begin(struct arena *arena);
/* Adds its bytes to `out`, and lets go of it. False with *why. */
bool workbook_end(struct arena *arena, struct workbook_in_memory *workbook, struct buffer *out,
		  struct str *why);

#endif
