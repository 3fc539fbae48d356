/* What a cell says, as an extract writes it. */
#ifndef HEARTH_READ_SHEETS_CELL_VALUE_H
#define HEARTH_READ_SHEETS_CELL_VALUE_H

#include "read/record.h"
#include "read/sheets/sheet.h"

/*
 * The value of an attribute: dates as YYYY-MM-DD, from serials and from texts (dd/mm/yyyy, or as
 * the mapping's column says by d, m and y); words by the mapping, else as they are printed or
 * written. What can't be understood stays as it is, for the reader to complain of. `column` may be
 * NULL.
 */
struct str cell_value(struct arena *arena, const struct sheet_cell *cell,
		      const struct attribute *attribute, const struct record *column);

/* Whether two heads or names are the same but for case, spaces, hyphens and underscores. */
bool same_name(struct str a, struct str b);

#endif
