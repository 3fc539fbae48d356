/* Rows to records: which sheet holds what, which column is which attribute. */
#ifndef HEARTH_READ_SHEETS_IMPORT_ROWS_H
#define HEARTH_READ_SHEETS_IMPORT_ROWS_H

#include "read/record.h"
#include "read/sheets/columns.h"
#include "read/sheets/import_tree.h"
#include "read/sheets/sheet.h"

/* A column of the sheet at hand; `is` NULL: passed over. */
struct import_column {
	const struct column_of *is;
	const struct record *mapped; /* the mapping's column; NULL */
};

struct import {
	struct import_tree tree;
	struct diagnostics *diagnostics;
	const struct record *mapping;
	struct sheet_of *kinds; /* every sheet that a workbook of ours may have */
	size_t kind_count;
	struct str authority, source, covers; /* from the sheet that explains */
	struct str path;
	/* the sheet at hand */
	struct str sheet;
	const struct sheet_of *kind; /* NULL: the sheet that explains */
	const struct record *mapped; /* the mapping's sheet; NULL */
	struct import_column *columns;
	size_t column_count;
	bool has_head, unusable;
	/* cells whose spaces were cut */
	struct place first_trimmed;
	size_t trimmed;
};

void import_init(struct import *import, struct arena *arena, const struct record *mapping,
		 struct diagnostics *diagnostics);
bool import_file(struct import *import, struct str path);
/* Says what is said once of all files. */
void import_finish(struct import *import);

#endif
