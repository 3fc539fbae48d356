/* A mapping's draft, from what spreadsheets say of themselves: `hearth import --suggest`. */
#ifndef HEARTH_READ_SHEETS_SUGGEST_H
#define HEARTH_READ_SHEETS_SUGGEST_H

#include "read/sheets/import.h"

/*
 * Adds a mapping to `out`: for each sheet the record type whose columns are most like its heads,
 * and for each head the attribute that is like it. What it did not understand is a comment. False
 * when a file can't be read.
 */
bool suggest_mapping(struct arena *arena, const struct import_options *options, struct buffer *out,
		     struct diagnostics *diagnostics);

#endif
