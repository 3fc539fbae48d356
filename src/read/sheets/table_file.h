/* Comma-separated values as people's programs write them, by libcsv. */
#ifndef HEARTH_READ_SHEETS_TABLE_FILE_H
#define HEARTH_READ_SHEETS_TABLE_FILE_H

#include "read/sheets/sheet.h"

/*
 * Tells the rows of the file. UTF-8 with a byte-order mark or without, UTF-16 with one, else
 * Windows-1252; parted by commas, semicolons or tabs, whichever its first line has most of.
 */
bool table_file_read(struct arena *arena, struct str path, struct str content,
		     const struct sheet_events *events, void *context,
		     struct diagnostics *diagnostics);

#endif
