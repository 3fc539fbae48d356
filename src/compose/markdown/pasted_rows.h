/*
 * Rows of tables: of a sheet, with tabs between the cells, and of Markdown without its rule.
 */
#ifndef HEARTH_COMPOSE_MARKDOWN_PASTED_ROWS_H
#define HEARTH_COMPOSE_MARKDOWN_PASTED_ROWS_H

#include "compose/markdown/pasting.h"

/* Whether lines from here on were rows of a table, and came out. */
bool pasted_rows(struct pasting *pasting);
/* Tells rows with commas between their cells. */
void pasted_check_commas(struct pasting *pasting);

#endif
