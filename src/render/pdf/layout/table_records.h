/* Tables as records: how one of many columns is set in large print without a broken word. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_TABLE_RECORDS_H
#define HEARTH_RENDER_PDF_LAYOUT_TABLE_RECORDS_H

#include "render/pdf/layout/table_columns.h"

/*
 * Places a table that is too wide for its columns to stand side by side: each row is a record, its
 * header over lines of a column's head and the cell. In the structure it is the same table: the
 * heads are read once, at the first record, and are artifacts at the others.
 */
void table_records(struct table_layout *self);

#endif
