/*
 * From spreadsheets to a case extract: what `hearth import` prints. Which sheet holds which records
 * and which column which attribute follows from their names, as the empty workbook has them
 * (columns.h), or from a mapping file (root `mapping`, urn:hearth:mapping:1). What comes out has
 * passed the reader's own rules; each fault of it is told at the cell that it came from.
 */
#ifndef HEARTH_READ_SHEETS_IMPORT_H
#define HEARTH_READ_SHEETS_IMPORT_H

#include "read/record.h"

struct import_options {
	const struct record *mapping; /* the root of a mapping file; NULL: names alone decide */
	const char *const *paths;
	size_t path_count;
	const char *authority; /* the code, where no file says it; may be NULL */
	int64_t now;	       /* seconds since 1970: the extract's `generated` */
};

/* Adds the extract to `out`. False when there were errors, which the diagnostics then say. */
bool import_sheets(struct arena *arena, const struct import_options *options, struct buffer *out,
		   struct diagnostics *diagnostics);

#endif
