/*
 * All tables of a pack in one workbook, as the Government Statistical Service's guidance on
 * spreadsheets has it: a cover, contents, notes, and then one table a sheet; every table is marked
 * as one, no cells are merged, none of a table is empty, and symbols stand for what is not known.
 */
#ifndef HEARTH_RENDER_SPREADSHEET_H
#define HEARTH_RENDER_SPREADSHEET_H

#include "document/chart.h"

struct spreadsheet {
	struct str title; /* "Fostering service: the year 2024-25" */
	struct str council, subtitle, website;
	struct str notice; /* what has to be said first of all of it; may be empty */
	int64_t created;   /* seconds since 1970 */
	const struct table *const *tables;
	size_t table_count;
};

/* Adds the workbook to `out`; false with *why. */
bool render_spreadsheet(struct arena *arena, const struct spreadsheet *spreadsheet,
			struct buffer *out, struct str *why);

/*
 * The table's heads, each different from the others whatever the case of its letters: a head that
 * comes again says to which column it belongs, as "Share (Foster carers)".
 */
struct str *table_unique_heads(struct arena *arena, const struct table *table);

#endif
