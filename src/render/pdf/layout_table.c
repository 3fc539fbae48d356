/*
 * Tables: columns as wide as what they hold, hairlines between rows, a head that comes again on
 * each page. One Table in the structure, however many pages it takes.
 */
#include <math.h>

#include "render/pdf/layout.h"
#include "render/pdf/linebreak.h"

static const double cell_gap = 12;  /* between columns */
static const double cell_above = 4; /* and below, to the hairline */

struct column {
	bool number;
	double least, natural; /* widths of what it holds */
	double x, width;
	struct paragraph *head;
};

struct table_layout {
	struct layout *layout;
	const struct table *table;
	struct column *columns;
	struct paragraph **cells; /* as in the table */
	struct element *element;
};

/* A column is one of numbers when all its cells are, apart from dashes. */
static bool column_numeric(const struct table *table, size_t column)
{
	bool any = false;

	for (size_t row = 0; row < table->row_count; row++) {
		const struct cell *cell = &table->cells[row * table->column_count + column];

		if (!cell->number && cell->text.length > 0 && !str_is(cell->text, "\xe2\x80\x93"))
			return false;
		any |= cell->number;
	}
	return any && column > 0;
}

static void measure_cell(struct column *column, const struct paragraph *text)
{
	column->least = fmax(column->least, paragraph_least(text));
	column->natural = fmax(column->natural, paragraph_natural(text));
}

static void set_head(struct table_layout *self)
{
	struct arena *arena = self->layout->arena;
	struct element *head = element_new(arena, self->element, "THead");
	struct element *row = element_new(arena, head, "TR");

	for (size_t i = 0; i < self->table->column_count; i++) {
		struct element *cell = element_new(arena, row, "TH");

		cell->scope = "Column";
		element_keep(arena, cell);
		self->columns[i].number = column_numeric(self->table, i);
		self->columns[i].head = text_plain(self->layout->setter, ROLE_CELL_HEAD,
						   self->table->columns[i], cell);
		measure_cell(&self->columns[i], self->columns[i].head);
	}
}

static void set_row(struct table_layout *self, size_t row, struct element *body)
{
	const struct table *table = self->table;
	struct arena *arena = self->layout->arena;
	struct element *element = element_new(arena, body, "TR");
	bool total = table->total_row && row + 1 == table->row_count;

	for (size_t i = 0; i < table->column_count; i++) {
		size_t at = row * table->column_count + i;
		struct element *cell = element_new(arena, element, i == 0 ? "TH" : "TD");
		enum text_role role = total ? ROLE_CELL_TOTAL : ROLE_CELL;
		struct str text = table->cells[at].text;

		element_keep(arena, cell);
		if (i == 0)
			cell->scope = "Row";
		self->cells[at] = table->cells[at].number
					  ? text_tabular(self->layout->setter, role, text, cell)
					  : text_plain(self->layout->setter, role, text, cell);
		measure_cell(&self->columns[i], self->cells[at]);
	}
}

/*
 * Gives out the width: number columns what they need, alike if that is possible; the others the
 * rest, each at least its longest word, by how much text they hold.
 */
static void share_width(struct table_layout *self, double width)
{
	size_t count = self->table->column_count, numbers = 0;
	double widest = 0, least = 0, natural = 0, room;

	for (size_t i = 0; i < count; i++)
		if (self->columns[i].number) {
			double need = fmax(self->columns[i].least, 34);

			widest = fmax(widest, fmax(need, fmin(self->columns[i].natural, 74)));
			numbers++;
		} else {
			least += self->columns[i].least;
			natural += self->columns[i].natural;
		}
	width -= cell_gap * (double)(count - 1);
	room = width - widest * (double)numbers;
	if (room < least && numbers > 0) { /* too many: each column as narrow as its longest word */
		least = natural = 0;
		numbers = 0;
		for (size_t i = 0; i < count; i++) {
			least += self->columns[i].least;
			natural += self->columns[i].natural;
		}
		room = width;
	}
	for (size_t i = 0; i < count; i++) {
		struct column *column = &self->columns[i];
		double extra = natural > least
				       ? (column->natural - column->least) / (natural - least)
				       : 1.0 / (double)(count - numbers);

		column->width = column->number && numbers > 0
					? widest
					: column->least + extra * (room - least);
		if (room < least && !(column->number && numbers > 0))
			column->width = column->least * room / least;
	}
}

static void place_columns(struct table_layout *self)
{
	double x = self->layout->x;

	share_width(self, self->layout->width);
	for (size_t i = 0; i < self->table->column_count; i++) {
		self->columns[i].x = x;
		x += self->columns[i].width + cell_gap;
	}
}

/* Breaks a row's cells; gives its height in lines. */
static size_t break_row(struct table_layout *self, struct paragraph **cells)
{
	size_t lines = 1;

	for (size_t i = 0; i < self->table->column_count; i++) {
		/* a hundredth of a point more, so that what fits exactly does */
		paragraph_break(self->layout->setter, cells[i], self->columns[i].width + 0.01);
		if (cells[i]->line_count > lines)
			lines = cells[i]->line_count;
	}
	return lines;
}

static void place_line(struct table_layout *self, struct slab *slab, struct paragraph **cells,
		       size_t line, double y)
{
	for (size_t i = 0; i < self->table->column_count; i++) {
		const struct column *column = &self->columns[i];
		const struct paragraph *text = cells[i];

		if (line >= text->line_count)
			continue;
		double room = column->width - text->lines[line].width;
		struct mark *mark =
			slab_mark(self->layout->arena, slab, MARK_LINE,
				  column->x + (column->number ? room : 0), y + text->rise);

		mark->paragraph = text;
		mark->line = line;
	}
}

static struct slab *place_head(struct table_layout *self, struct flow *flow)
{
	struct layout *layout = self->layout;
	size_t count = self->table->column_count;
	struct paragraph **heads = ARENA_ARRAY(layout->arena, count, struct paragraph *);
	double leading = layout->style->roles[ROLE_CELL_HEAD].leading;

	for (size_t i = 0; i < count; i++)
		heads[i] = self->columns[i].head;
	size_t lines = break_row(self, heads);
	double height = (double)lines * leading + cell_above * 2 + 1.2;
	struct slab *slab = flow_slab(flow, 4, height);

	for (size_t line = 0; line < lines; line++)
		for (size_t i = 0; i < count; i++) /* heads stand at the foot of their row */
			if (line + heads[i]->line_count >= lines) {
				size_t own = line + heads[i]->line_count - lines;
				double room = self->columns[i].width - heads[i]->lines[own].width;
				struct mark *mark = slab_mark(
					layout->arena, slab, MARK_LINE,
					self->columns[i].x + (self->columns[i].number ? room : 0),
					cell_above + heads[i]->rise + (double)line * leading);

				mark->paragraph = heads[i];
				mark->line = own;
			}
	slab_rectangle(layout->arena, slab, layout->x, height - 1.2, layout->width, 1.2,
		       COLOUR_FIRST);
	return slab;
}

/* A row is one slab; but one that is higher than half a page is cut between its lines. */
static void place_row(struct table_layout *self, size_t row, const struct slab *head)
{
	struct layout *layout = self->layout;
	struct paragraph **cells = &self->cells[row * self->table->column_count];
	double leading = layout->style->roles[ROLE_CELL].leading;
	size_t lines = break_row(self, cells);
	bool cut = (double)lines * leading > page_style_height(layout->style) / 2;
	size_t step = cut ? 1 : lines;

	for (size_t line = 0; line < lines; line += step) {
		bool first = line == 0, last = line + step >= lines;
		double above = first ? cell_above : 0;
		double height = (double)step * leading + above + (last ? cell_above + 0.6 : 0);
		struct slab *slab = flow_slab(layout->flow, 0, height);

		slab->head = head;
		for (size_t i = 0; i < step; i++)
			place_line(self, slab, cells, line + i, above + (double)i * leading);
		if (last)
			slab_rectangle(layout->arena, slab, layout->x, height - 0.6, layout->width,
				       0.6, COLOUR_HAIRLINE);
	}
}

static void place_rows(struct table_layout *self)
{
	struct flow *flow = self->layout->flow;
	struct slab *head = place_head(self, flow);
	size_t rows = self->table->row_count, first = flow->count;

	head->keep = true;
	for (size_t row = 0; row < rows; row++)
		place_row(self, row, head);
	if (flow->count < first + 2)
		return;
	flow->slabs[first]->keep = true; /* no row alone on either side of a page's end */
	flow->slabs[flow->count - 2]->keep = true;
	if (flow->count - first <= 6)
		flow_keep(flow, first);
}

static void caption(struct table_layout *self)
{
	struct layout *layout = self->layout;
	const struct table *table = self->table;
	struct element *element = element_new(layout->arena, self->element, "Caption");
	struct str title = table->number > 0 ? str_format(layout->arena, "Table\xc2\xa0%u: %.*s",
							  table->number, STR_ARG(table->caption))
					     : table->caption;

	if (title.length > 0)
		flow_paragraph(layout->flow,
			       layout_text(layout, ROLE_CAPTION, title, element, layout->width),
			       layout->x, layout->style->block_space);
	if (table->note.length > 0)
		flow_paragraph(
			layout->flow,
			layout_text(layout, ROLE_SUBTITLE, table->note, element, layout->width),
			layout->x, title.length > 0 ? 1 : layout->style->block_space);
}

static void source(struct layout *layout, struct str text)
{
	struct element *element = element_new(layout->arena, layout->element, "P");
	struct str all = str_format(layout->arena, "Source: %.*s", STR_ARG(text));

	layout->flow->slabs[layout->flow->count - 1]->keep = true;
	flow_paragraph(layout->flow, layout_text(layout, ROLE_SOURCE, all, element, layout->width),
		       layout->x, 4);
}

void layout_table(struct layout *layout, const struct table *table)
{
	struct table_layout self = {.layout = layout, .table = table};
	size_t from = layout->flow->count;

	if (table->column_count == 0)
		return;
	self.columns = ARENA_ARRAY(layout->arena, table->column_count, struct column);
	self.cells = ARENA_ARRAY(layout->arena, table->row_count * table->column_count,
				 struct paragraph *);
	self.element = element_new(layout->arena, layout->element, "Table");
	caption(&self);
	flow_keep(layout->flow, from);
	if (layout->flow->count > from)
		layout->flow->slabs[layout->flow->count - 1]->keep = true;
	set_head(&self);
	struct element *body = element_new(layout->arena, self.element, "TBody");

	element_keep(layout->arena, body);
	for (size_t row = 0; row < table->row_count; row++)
		set_row(&self, row, body);
	place_columns(&self);
	place_rows(&self);
	if (table->source.length > 0)
		source(layout, table->source);
	flow_below(layout->flow, layout->style->block_space);
}
