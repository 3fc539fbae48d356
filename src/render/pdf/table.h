/* A table while it is laid out, and the widths of its columns. */
#ifndef HEARTH_PDF_TABLE_H
#define HEARTH_PDF_TABLE_H

#include "render/pdf/layout.h"

#define TABLE_CELL_ABOVE 4 /* and below, to the hairline */
#define TABLE_HEAD_RULE 1.2
#define TABLE_ROW_RULE 0.6

struct column {
	bool number;	       /* aligned right, figures of one width */
	double least, natural; /* its longest word; all that it holds on one line, head included */
	double x, width;
	struct paragraph *head;
	struct element *head_element;
};

struct table_layout {
	struct layout *layout;
	const struct table *table;
	struct column *columns;
	struct paragraph **cells; /* as in the table */
	struct element **elements;
	double *naturals; /* the cells' widths on one line */
	double x, width, gap;
	struct element *element;
};

/*
 * Gives each column its place and width, all together `self->width` from `self->x`. A column gets
 * less than its longest word only if there is no room for all columns' longest words.
 */
void table_columns(struct table_layout *self);

/*
 * Places a table that is too wide for its columns to stand side by side: each row is a record, its
 * header over lines of a column's head and the cell. In the structure it is the same table: the
 * heads are read once, at the first record, and are artifacts at the others.
 */
void table_records(struct table_layout *self);

/* Whether something so high fits on a page under the table's head: what does is never cut. */
bool table_has_room(const struct layout *layout, const struct slab *head, double height);

/* The room that all columns need if no word is to be broken. */
double table_least(const struct table_layout *self);

#endif
