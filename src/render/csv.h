/*
 * Comma-separated values, as RFC 4180 has them: the data behind a chart or table. A byte-order mark
 * comes first, without which Excel reads UTF-8 as the machine's old code page; a text that a
 * spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV injection).
 */
#ifndef HEARTH_RENDER_CSV_H
#define HEARTH_RENDER_CSV_H

#include "document/chart.h"

/* One line of heads, one a row; numbers plain (61.4), what is not known empty; lines end in CRLF.
 */
void render_table_csv(const struct table *table, struct buffer *out);

/*
 * A text of it: a spreadsheet would take some for a formula, and an apostrophe before it keeps it a
 * text. Quoted where it has to be, or as it is once the quotes are read.
 */
void csv_text(struct buffer *out, struct str text, bool quoted);

#endif
