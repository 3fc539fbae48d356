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
	double x, width;
	double *naturals; /* their widths on one line */
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
		self->naturals[at] = paragraph_natural(self->cells[at]);
	}
}

/* What the columns of a kind need together. */
struct need {
	double least, natural;
	size_t count;
};

static struct need need_of(const struct table_layout *self, bool all)
{
	struct need need = {0};

	for (size_t i = 0; i < self->table->column_count; i++) {
		if (!all && self->columns[i].number)
			continue;
		need.least += self->columns[i].least;
		need.natural += self->columns[i].natural;
		need.count++;
	}
	return need;
}

/* Number columns are alike: as wide as the widest of them, heads broken to some 74 points. */
static double number_width(const struct table_layout *self)
{
	double widest = 0;

	for (size_t i = 0; i < self->table->column_count; i++) {
		const struct column *column = &self->columns[i];

		if (column->number)
			widest = fmax(widest,
				      fmax(fmax(column->least, 34), fmin(column->natural, 74)));
	}
	return widest;
}

/* The rest, by how much text a column holds, each at least its longest word if there is room. */
static double share_of(const struct column *column, struct need need, double room)
{
	if (room < need.least)
		return column->least * room / need.least;
	double extra = need.natural > need.least
			       ? (column->natural - column->least) / (need.natural - need.least)
			       : 1.0 / (double)need.count;

	return column->least + extra * (room - need.least);
}

static void share_width(struct table_layout *self, double width)
{
	size_t count = self->table->column_count;
	struct need need = need_of(self, false);
	double numbers = number_width(self), room;

	width -= cell_gap * (double)(count - 1);
	room = width - numbers * (double)(count - need.count);
	bool alike = room >= need.least;

	if (!alike) { /* too many numbers: every column as narrow as its longest word */
		need = need_of(self, true);
		room = width;
	}
	for (size_t i = 0; i < count; i++) {
		struct column *column = &self->columns[i];

		column->width = column->number && alike ? numbers : share_of(column, need, room);
	}
}

/* About how many lines all rows take with the columns' widths. */
static double count_lines(const struct table_layout *self)
{
	double lines = 0;

	for (size_t row = 0; row < self->table->row_count; row++) {
		double most = 1;

		for (size_t i = 0; i < self->table->column_count; i++) {
			size_t at = row * self->table->column_count + i;
			double need = self->naturals[at] / self->columns[i].width;

			most = fmax(most, ceil(need > 1 ? need * 1.06 : need));
		}
		lines += most;
	}
	return lines;
}

/* Moves width between two columns of text to where the rows take the fewest lines. */
static void balance(struct table_layout *self)
{
	struct column *two[2] = {NULL, NULL};
	size_t found = 0;

	for (size_t i = 0; i < self->table->column_count; i++) {
		if (self->columns[i].number)
			continue;
		if (found < 2)
			two[found] = &self->columns[i];
		found++;
	}
	if (found != 2)
		return;
	double both = two[0]->width + two[1]->width, best = two[0]->width;
	double fewest = count_lines(self);

	for (int step = 4; step <= 16; step++) {
		two[0]->width = both * step / 20;
		two[1]->width = both - two[0]->width;
		if (two[0]->width < two[0]->least || two[1]->width < two[1]->least)
			continue;
		double lines = count_lines(self);

		if (lines < fewest) {
			fewest = lines;
			best = two[0]->width;
		}
	}
	two[0]->width = best;
	two[1]->width = both - best;
}

/* A table too wide for the text, as those in large print may be, reaches out into the margin. */
static void place_table(struct table_layout *self)
{
	const struct page_style *style = self->layout->style;
	double needed = cell_gap * (double)(self->table->column_count - 1);
	double margin = self->layout->x - MILLIMETRES(12);

	for (size_t i = 0; i < self->table->column_count; i++)
		needed += self->columns[i].least;
	self->x = self->layout->x;
	self->width = self->layout->width;
	if (needed <= self->width || self->x > style->left)
		return;
	double out = fmin(needed - self->width + 1, margin);

	self->x -= out;
	self->width += out;
}

static void place_columns(struct table_layout *self)
{
	place_table(self);
	double x = self->x;

	share_width(self, self->width);
	balance(self);
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
	slab_rectangle(layout->arena, slab, self->x, height - 1.2, self->width, 1.2, COLOUR_FIRST);
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
			slab_rectangle(layout->arena, slab, self->x, height - 0.6, self->width, 0.6,
				       COLOUR_HAIRLINE);
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
	double height = 0;

	for (size_t i = first; i < flow->count; i++)
		height += flow->slabs[i]->height;
	if (height < page_style_height(self->layout->style) * 0.35)
		flow_keep(flow, first);
}

static void caption(struct table_layout *self)
{
	struct layout *layout = self->layout;
	const struct table *table = self->table;
	struct element *element = element_new(layout->arena, self->element, "Caption");
	const char *space = table->note.length > 0 ? "\xc2\xa0" : ""; /* both are read as one */
	struct str title = table->number > 0
				   ? str_format(layout->arena, "Table\xc2\xa0%u: %.*s%s",
						table->number, STR_ARG(table->caption), space)
				   : str_format(layout->arena, "%.*s%s", STR_ARG(table->caption),
						table->caption.length > 0 ? space : "");

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
	self.naturals = ARENA_ARRAY(layout->arena, table->row_count * table->column_count, double);
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
