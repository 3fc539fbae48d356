/*
 * Workbooks of Excel 2007 and later (ISO/IEC 29500), streamed: libzip unpacks the parts, libxml2
 * reads them, so that a sheet of any length takes the memory of a row, and of the texts it shares.
 */
#ifndef HEARTH_READ_SHEETS_WORKBOOK_H
#define HEARTH_READ_SHEETS_WORKBOOK_H

#include "read/sheets/sheet.h"

bool workbook_read(struct arena *arena, struct str path, struct str content,
		   const struct sheet_events *events, void *context,
		   struct diagnostics *diagnostics);

#endif
