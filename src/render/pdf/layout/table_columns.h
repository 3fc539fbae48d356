/* The widths of a table's columns: words whole, numbers in step, and as few lines as can be. */
#ifndef HEARTH_RENDER_PDF_LAYOUT_TABLE_COLUMNS_H
#define HEARTH_RENDER_PDF_LAYOUT_TABLE_COLUMNS_H

#include "render/pdf/layout/layout.h"

#define TABLE_CELL_ABOVE 4 /* and below, to the hairline */
#define TABLE_HEAD_RULE 1.2
#define TABLE_ROW_RULE 0.6

struct column {
	bool number;	       /* aligned right, figures of one width */
	double least, natural; /* its longest word; all that it holds on one line, head included */
	double x, width;
	struct paragraph *head;
	struct tag *head_element;
};

struct table_layout {
	struct layout *layout;
	const struct table *table;
	struct column *columns;
	struct paragraph **cells; /* as in the table */
	struct tag **elements;
	double *naturals; /* the cells' widths on one line */
	double x, width, gap;
	struct tag *element;
};

/*
 * Gives each column its place and width, all together `self->width` from `self->x`. A column gets
 * less than its longest word only if there is no room for all columns' longest words.
 */
void table_columns(struct table_layout *self);

/* The room that all columns need if no word is to be broken. */
double table_least(const struct table_layout *self);

/* Whether something so high fits on a page under the table's head: what does is never cut. */
bool table_has_room(const struct layout *layout, const struct slab *head, double height);

#endif
