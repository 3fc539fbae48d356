/*
 * Tables: columns as wide as what they hold, hairlines between rows, a head that comes again on
 * each page. One Table in the structure, however many pages it takes.
 */
#include <math.h>

#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/table.h"
#include "render/pdf/layout/table_columns.h"
#include "render/pdf/layout/table_records.h"

static const double cell_above = TABLE_CELL_ABOVE;
static const double head_rule = TABLE_HEAD_RULE, row_rule = TABLE_ROW_RULE;

/* A table set at its usual size, or, when that has no room for its words, smaller and closer. */
struct table_size {
	enum text_role cell, head, total;
	double gap; /* between columns */
};
static const struct table_size usual = {ROLE_CELL, ROLE_CELL_HEAD, ROLE_CELL_TOTAL, 12};
static const struct table_size small = {ROLE_CELL_SMALL, ROLE_CELL_HEAD_SMALL,
					ROLE_CELL_TOTAL_SMALL, 8};

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

/* A cell of a row of the structure; it is one even when it is empty. */
static struct tag *cell_element(struct arena *arena, struct tag *row, const char *scope)
{
	struct tag *cell = element_new(arena, row, scope ? "TH" : "TD");

	cell->scope = scope;
	element_keep(arena, cell);
	return cell;
}

static void make_elements(struct table_layout *self)
{
	struct arena *arena = self->layout->arena;
	size_t count = self->table->column_count;
	struct tag *head = element_new(arena, self->element, "THead");
	struct tag *row = element_new(arena, head, "TR");
	struct tag *body = element_new(arena, self->element, "TBody");

	element_keep(arena, body);
	for (size_t i = 0; i < count; i++) {
		self->columns[i].head_element = cell_element(arena, row, "Column");
		self->columns[i].number = column_numeric(self->table, i);
	}
	for (size_t i = 0; i < self->table->row_count * count; i++) {
		if (i % count == 0)
			row = element_new(arena, body, "TR");
		self->elements[i] = cell_element(arena, row, i % count == 0 ? "Row" : NULL);
	}
}

static void measure(struct column *column, const struct paragraph *text)
{
	column->least = fmax(column->least, paragraph_least(text));
	column->natural = fmax(column->natural, paragraph_natural(text));
}

static void set_cells(struct table_layout *self, const struct table_size *size)
{
	const struct table *table = self->table;
	struct typesetter *setter = self->layout->setter;
	size_t count = table->column_count, all = table->row_count * count;

	self->gap = size->gap;
	for (size_t i = 0; i < count; i++) {
		struct column *column = &self->columns[i];

		column->least = column->natural = 0;
		column->head =
			text_plain(setter, size->head, table->columns[i], column->head_element);
		measure(column, column->head);
	}
	for (size_t i = 0; i < all; i++) {
		bool total = table->total_row && i + count >= all;
		enum text_role role = total ? size->total : size->cell;
		struct str text = table->cells[i].text;

		self->cells[i] = table->cells[i].number
					 ? text_tabular(setter, role, text, self->elements[i])
					 : text_plain(setter, role, text, self->elements[i]);
		measure(&self->columns[i % count], self->cells[i]);
		self->naturals[i] = paragraph_natural(self->cells[i]);
	}
}

/*
 * Rather than break a word, a table reaches out into the margin where paragraphs' numbers hang,
 * then is set smaller, and then as records. False for records.
 */
static bool set_table(struct table_layout *self)
{
	const struct layout *layout = self->layout;
	double margin = layout->x > layout->style->left ? 0 : layout->x - MILLIMETRES(12);

	self->x = layout->x;
	self->width = layout->width;
	set_cells(self, &usual);
	double out = fmin(fmax(table_least(self) - self->width + 1, 0), margin);

	if (table_least(self) > self->width + margin) {
		set_cells(self, &small);
		out = margin;
	}
	if (table_least(self) > self->width + margin && self->table->column_count > 1) {
		set_cells(self, &usual);
		return false;
	}
	self->x -= out;
	self->width += out;
	return true;
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

/* One line of a row whose cells begin `from` lines below its top; y is that of the line's top. */
static void place_line(struct table_layout *self, struct slab *slab, struct paragraph **cells,
		       const size_t *from, size_t line, double y)
{
	for (size_t i = 0; i < self->table->column_count; i++) {
		const struct column *column = &self->columns[i];
		const struct paragraph *text = cells[i];
		size_t own = from ? line - from[i] : line;

		if ((from && line < from[i]) || own >= text->line_count)
			continue;
		double room = column->width - text->lines[own].width;

		slab_line(self->layout->arena, slab, text, own,
			  column->number ? column->x + room : line_left(text, own, column->x),
			  y + text->rise);
	}
}

static struct slab *place_head(struct table_layout *self, struct flow *flow)
{
	struct layout *layout = self->layout;
	size_t count = self->table->column_count;
	struct paragraph **heads = ARENA_ARRAY(layout->arena, count, struct paragraph *);
	size_t *from = ARENA_ARRAY(layout->arena, count, size_t);

	for (size_t i = 0; i < count; i++)
		heads[i] = self->columns[i].head;
	size_t lines = break_row(self, heads);
	double leading = heads[0]->leading;
	double height = (double)lines * leading + cell_above * 2 + head_rule;
	struct slab *slab = flow_slab(flow, 4, height);

	for (size_t i = 0; i < count; i++) /* heads stand at the foot of their row */
		from[i] = lines - heads[i]->line_count;
	for (size_t line = 0; line < lines; line++)
		place_line(self, slab, heads, from, line, cell_above + (double)line * leading);
	slab_rectangle(layout->arena, slab, self->x, height - head_rule, self->width, head_rule,
		       COLOUR_FIRST);
	return slab;
}

/* A row is one slab; but one that is higher than a page is cut between its lines, two at least. */
static void place_row(struct table_layout *self, size_t row, const struct slab *head)
{
	struct layout *layout = self->layout;
	struct paragraph **cells = &self->cells[row * self->table->column_count];
	double leading = cells[0]->leading;
	size_t lines = break_row(self, cells);
	bool cut = !table_has_room(layout, head, (double)lines * leading + 2 * cell_above);
	size_t step = cut ? 1 : lines;

	for (size_t line = 0; line < lines; line += step) {
		bool first = line == 0, last = line + step >= lines;
		double above = first ? cell_above : 0;
		double height = (double)step * leading + above + (last ? cell_above + row_rule : 0);
		struct slab *slab = flow_slab(layout->flow, 0, height);

		slab->head = head;
		slab->keep = cut && (first || line + 2 == lines);
		for (size_t i = 0; i < step; i++)
			place_line(self, slab, cells, NULL, line + i, above + (double)i * leading);
		if (last)
			slab_rectangle(layout->arena, slab, self->x, height - row_rule, self->width,
				       row_rule, COLOUR_HAIRLINE);
	}
}

static void place_rows(struct table_layout *self)
{
	struct flow *flow = self->layout->flow;
	struct slab *head = place_head(self, flow);

	head->keep = true;
	for (size_t row = 0; row < self->table->row_count; row++)
		place_row(self, row, head);
}

/* Where pages may cut a table, the rows of which begin with slab `first`. */
static void keep_rows(struct table_layout *self, size_t from, size_t first)
{
	static const double whole = 0.35; /* of a page: tables up to this are not cut */
	static const double cut = 0.08;
	struct flow *flow = self->layout->flow;
	size_t end = flow->count;

	for (size_t i = first; i < end; i++) {
		flow->slabs[i]->reluctance = cut;
		if (i < first + 2 || i + 3 >= end) /* no few rows alone on a page */
			flow->slabs[i]->keep |= i + 1 < end;
	}
	if (flow_height(flow, first, end) < page_style_height(self->layout->style) * whole)
		flow_keep(flow, from);
}

static void caption(struct table_layout *self)
{
	struct layout *layout = self->layout;
	const struct table *table = self->table;
	struct tag *element = element_new(layout->arena, self->element, "Caption");
	const char *space = table->note.length > 0 ? "\xc2\xa0" : ""; /* both are read as one */
	struct str title = table->number > 0
				   ? str_format(layout->arena, "Table\xc2\xa0%u: %.*s%s",
						table->number, STR_ARG(table->caption), space)
				   : str_format(layout->arena, "%.*s%s", STR_ARG(table->caption),
						table->caption.length > 0 ? space : "");

	if (title.length > 0)
		flow_paragraph(layout->flow,
			       layout_text(layout, ROLE_CAPTION, title, element, layout->width),
			       layout->x, layout_above(layout));
	if (table->note.length > 0)
		flow_paragraph(
			layout->flow,
			layout_text(layout, ROLE_SUBTITLE, table->note, element, layout->width),
			layout->x, title.length > 0 ? 1 : layout_above(layout));
}

static void source(struct layout *layout, struct str text)
{
	struct tag *element = element_new(layout->arena, layout->element, "P");
	struct str all = str_format(layout->arena, "Source: %.*s", STR_ARG(text));

	flow_last(layout->flow)->keep = true;
	flow_paragraph(layout->flow, layout_text(layout, ROLE_SOURCE, all, element, layout->width),
		       layout->x, 4);
}

void enter_table(struct layout *layout, const struct node *node)
{
	const struct table *table = node->table;
	struct table_layout self = {.layout = layout, .table = table};
	size_t all = table->row_count * table->column_count;
	struct flow *flow = layout->flow;
	size_t from = flow->count;

	if (table->column_count == 0)
		return;
	self.columns = ARENA_ARRAY(layout->arena, table->column_count, struct column);
	self.cells = ARENA_ARRAY(layout->arena, all, struct paragraph *);
	self.elements = ARENA_ARRAY(layout->arena, all, struct tag *);
	self.naturals = ARENA_ARRAY(layout->arena, all, double);
	self.element = element_new(layout->arena, layout->element, "Table");
	caption(&self);
	flow_keep(flow, from);
	if (flow->count > from)
		flow_last(flow)->keep = true;
	size_t head = flow->count;

	make_elements(&self);
	if (set_table(&self)) {
		table_columns(&self);
		place_rows(&self);
	} else {
		table_records(&self);
	}
	keep_rows(&self, from, head + 1);
	if (table->source.length > 0)
		source(layout, table->source);
	bool whole = !layout->context && table->number > 0;

	for (size_t i = from; i + 1 < flow->count; i++)
		whole &= flow->slabs[i]->keep;
	if (whole)
		flow->slabs[from]->figure = flow->count - from;
	flow_below(flow, layout->style->block_space);
}
