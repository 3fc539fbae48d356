/*
 * The tables behind charts, data/NAME.csv: which figure stands in which cell, found out as anybody
 * would: by the rows' labels, and by the family of the figures beside it.
 */
#ifndef HEARTH_AUDIT_SHEET_H
#define HEARTH_AUDIT_SHEET_H

#include "audit/claim.h"

struct data_cell {
	struct str text;
	enum measure_id id; /* or NONE */
};

struct sheet {
	struct str name; /* "where-children-live" */
	struct data_cell *cells;
	size_t columns, rows; /* with the head, and with the labels */
};

/* Reads the table and tells what its cells say. */
void sheet_read(struct sheet *sheet, struct told *told, struct str text, struct str file);

/* Finds out which figures the cells are, and tells what they say. */
void sheet_tell(struct sheet *sheet, struct told *told, struct str file);

/* A label as it is compared: small letters, straight apostrophes, plain spaces. */
struct str label_plain(struct arena *arena, struct str label);

#endif
