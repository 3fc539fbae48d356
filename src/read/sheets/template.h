/*
 * The empty workbook for a council that has only spreadsheets: what `hearth template` prints. A
 * sheet that explains, one for each record type with its columns, dates as dates, and drop-down
 * lists of the words that are allowed. Import reads it as it is, once it is filled in.
 */
#ifndef HEARTH_READ_SHEETS_TEMPLATE_H
#define HEARTH_READ_SHEETS_TEMPLATE_H

#include "base/str.h"

/* Rows of each sheet that have lists and date forms. */
enum { TEMPLATE_ROWS = 5000 };

/* The sheet that explains; B2 to B4 say whose records these are, from where, and of what none were.
 */
#define TEMPLATE_ABOUT "Read me"
#define TEMPLATE_WORDS "Words"

/* Adds it to `out`. False with *why. */
bool template_write(struct arena *arena, struct buffer *out, struct str *why);

#endif
