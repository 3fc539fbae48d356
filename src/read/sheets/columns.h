/*
 * How records lie in a workbook: a sheet for each record type, a column for each attribute, and one
 * for each attribute of a child that comes once ("application received"). A child that may repeat
 * has a sheet of its own ("household approval"), whose first column names its record by id. From
 * the vocabulary; the empty workbook is written by it, and import reads by it.
 */
#ifndef HEARTH_READ_SHEETS_COLUMNS_H
#define HEARTH_READ_SHEETS_COLUMNS_H

#include "read/vocabulary.h"

struct column_of {
	struct str head; /* "received", "application received"; the record's tag for `parent` */
	enum element_id element; /* of the record, or of its child */
	enum attribute_id
		attribute; /* ATTRIBUTE_NONE: the id of the record that a child belongs to */
};

struct sheet_of {
	struct str name;	/* "enquiry", "household approval" */
	enum element_id record; /* the record type */
	enum element_id child;	/* ELEMENT_NONE: the sheet holds the records themselves */
	struct column_of *columns;
	size_t column_count;
};

/* Every sheet, in the vocabulary's order; *count of them. */
struct sheet_of *sheets_of_records(struct arena *arena, size_t *count);

#endif
