/* One cell: its text, its place, the day of a serial. */
#ifndef HEARTH_READ_SHEETS_CELL_H
#define HEARTH_READ_SHEETS_CELL_H

#include "read/sheets/sheet.h"

/* A cell's text without the spaces around it, no-break ones too. */
struct sheet_cell cell_of(struct str text);

/* The place of a cell as messages write it: FILE:Sheet!C12, or FILE:C12 of CSV. */
struct place cell_place(struct arena *arena, struct str path, struct str sheet, uint32_t row,
			size_t column);

/* A serial date of Excel, in either of its systems, as YYYY-MM-DD; empty for a day that never was.
 */
struct str serial_day(struct arena *arena, double serial, bool since_1904);

#endif
