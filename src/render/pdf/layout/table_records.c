#include <math.h>

#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/table_records.h"

static const double gap = 12;

/*
 * Sets the heads as the names of fields, each broken to the room before its cells. A number needs
 * little room, words more than half the width, unless a name would have to be broken.
 */
static void set_names(struct table_layout *self)
{
	struct layout *layout = self->layout;
	double least = 0;

	for (size_t i = 1; i < self->table->column_count; i++) {
		struct column *column = &self->columns[i];

		column->head = text_plain(layout->setter, ROLE_CELL, self->table->columns[i],
					  column->head_element);
		if (!column->number)
			least = fmax(least, paragraph_least(column->head));
	}
	for (size_t i = 0; i < self->table->column_count; i++) {
		struct column *column = &self->columns[i];
		double names = fmin(fmax(self->width * 0.4, least), self->width * 0.6);

		if (column->number)
			names = self->width * 0.7;
		column->x = self->x + names + gap;
		column->width = self->width - names - gap;
		paragraph_break(layout->setter, column->head, i == 0 ? self->width : names + 0.01);
	}
}

/* The first column's head, over all records and again on each page. */
static struct slab *place_head(struct table_layout *self)
{
	const struct paragraph *head = self->columns[0].head;
	double height =
		(double)head->line_count * head->leading + 2 * TABLE_CELL_ABOVE + TABLE_HEAD_RULE;
	struct slab *slab = flow_slab(self->layout->flow, 4, height);

	slab_paragraph(self->layout->arena, slab, head, self->x, TABLE_CELL_ABOVE);
	slab_rectangle(self->layout->arena, slab, self->x, height - TABLE_HEAD_RULE, self->width,
		       TABLE_HEAD_RULE, COLOUR_FIRST);
	slab->keep = true;
	return slab;
}

static void place_header(struct table_layout *self, size_t row)
{
	struct layout *layout = self->layout;
	size_t first = row * self->table->column_count;
	const struct paragraph *header =
		layout_text(layout, ROLE_CELL_HEAD, self->table->cells[first].text,
			    self->elements[first], self->width);
	double height = (double)header->line_count * header->leading + TABLE_CELL_ABOVE;
	struct slab *slab = flow_slab(layout->flow, 0, height);

	slab_paragraph(layout->arena, slab, header, self->x, TABLE_CELL_ABOVE);
	slab->keep = true;
}

/* One line of a field: of the column's head, which is read with the first record, and of the cell.
 */
static void place_line(struct table_layout *self, struct slab *slab, const struct column *column,
		       const struct paragraph *cell, size_t line, double y, bool again)
{
	struct arena *arena = self->layout->arena;
	const struct paragraph *head = column->head;

	if (line < head->line_count)
		slab_line(arena, slab, head, line, line_left(head, line, self->x), y + head->rise)
			->artifact = again;
	if (line >= cell->line_count)
		return;
	double right = column->x + column->width - cell->lines[line].width;

	slab_line(arena, slab, cell, line,
		  column->number ? right : line_left(cell, line, column->x), y + cell->rise);
}

/* A field is one slab; but one that is higher than a page is cut between its lines, two at least.
 */
static void place_field(struct table_layout *self, size_t row, size_t i, const struct slab *head)
{
	struct layout *layout = self->layout;
	const struct column *column = &self->columns[i];
	struct paragraph *cell = self->cells[row * self->table->column_count + i];

	paragraph_break(layout->setter, cell, column->width + 0.01);
	size_t lines = cell->line_count > column->head->line_count ? cell->line_count
								   : column->head->line_count;
	bool cut = !table_has_room(layout, head, (double)lines * cell->leading);
	size_t step = cut ? 1 : lines;

	for (size_t line = 0; line < lines; line += step) {
		struct slab *slab = flow_slab(layout->flow, 0, (double)step * cell->leading);

		slab->keep = cut && (line == 0 || line + 2 == lines);
		for (size_t k = 0; k < step; k++)
			place_line(self, slab, column, cell, line + k, (double)k * cell->leading,
				   row > 0);
	}
}

static void place_record(struct table_layout *self, size_t row, const struct slab *head)
{
	struct layout *layout = self->layout;
	struct flow *flow = layout->flow;
	size_t from = flow->count;

	place_header(self, row);
	for (size_t i = 1; i < self->table->column_count; i++)
		place_field(self, row, i, head);
	struct slab *rule = flow_slab(flow, 0, TABLE_CELL_ABOVE + TABLE_ROW_RULE);

	slab_rectangle(layout->arena, rule, self->x, TABLE_CELL_ABOVE, self->width, TABLE_ROW_RULE,
		       COLOUR_HAIRLINE);
	flow->slabs[flow->count - 2]->keep = true;
	for (size_t i = from; i < flow->count; i++)
		flow->slabs[i]->head = head;
	if (table_has_room(layout, head, flow_height(flow, from, flow->count)))
		flow_keep(flow, from);
}

void table_records(struct table_layout *self)
{
	set_names(self);

	const struct slab *head = place_head(self);

	for (size_t row = 0; row < self->table->row_count; row++)
		place_record(self, row, head);
}
