/* Comma-separated values, as RFC 4180 has them: the data behind a chart or table. */
#ifndef HEARTH_RENDER_CSV_H
#define HEARTH_RENDER_CSV_H

#include "document/chart.h"

/* One line of heads, one a row; numbers plain (61.4), what is not known empty; lines end in CRLF.
 */
void render_table_csv(const struct table *table, struct buffer *out);

#endif
