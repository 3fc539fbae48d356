/*
 * A return's tables as CSV: told by their columns, whatever the file's name.
 */
#ifndef HEARTH_READ_RETURNS_TABLE_H
#define HEARTH_READ_RETURNS_TABLE_H

#include "read/returns/row.h"
#include "read/returns/text.h"

/* Takes the rows of a file that was read; what is no table of a return is named and passed over. */
void returns_take_csv(struct returns *returns, uint32_t file, struct return_text *text);

#endif
