#include <string.h>

#include "base/buffer.h"
#include "base/nearest.h"
#include "compose/markdown/definitions.h"
#include "compose/markdown/placing.h"
#include "compose/markdown/walker.h"
#include "compose/names/typeset.h"

/* The text of a node's inlines as it was written, marks of values included. */
static struct str written_text(struct walker *walker, cmark_node *top)
{
	cmark_iter *iter = cmark_iter_new(top);
	struct buffer out = {0};
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
			buffer_text(&out, cmark_node_get_literal(node));
		else if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK)
			buffer_byte(&out, ' ');
		else if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE)
			composer_complain_text(walker->composer, walker_place(walker, node),
					       STR(""),
					       "a table has no notes: put the mark into the words "
					       "beside it");
	}
	cmark_iter_free(iter);
	struct str text = str_copy(walker->arena, buffer_view(&out));

	buffer_release(&out);
	return text;
}

static bool is_table(cmark_node *node)
{
	return node && strcmp(cmark_node_get_type_string(node), "table") == 0;
}

bool placing_caption(struct walker *walker, cmark_node *paragraph)
{
	struct str begin = STR("Table: ");

	if (!is_table(cmark_node_next(paragraph)))
		return false;
	struct str text = written_text(walker, paragraph);

	if (!str_starts(text, begin))
		return false;
	text = str_slice(text, begin.length, text.length);
	walker->caption = typeset(walker->arena, expansion_plain(walker->expansion, text), STR(""));
	return true;
}

static void add_chart(struct walker *walker, const struct chart *declared, struct str summary,
		      struct place place)
{
	struct document *document = walker->document;
	struct chart *chart = ARENA_NEW(walker->arena, struct chart);
	struct node *node = walker_add(walker, NODE_CHART, place);

	*chart = *declared;
	chart->number = (unsigned)document->chart_count + 1;
	if (summary.length)
		chart->description = str_format(walker->arena, "%.*s %.*s", STR_ARG(summary),
						STR_ARG(declared->description));
	document->charts = arena_grow(walker->arena, document->charts, &walker->chart_capacity,
				      document->chart_count + 1, sizeof(struct chart *));
	document->charts[document->chart_count++] = chart;
	node->chart = chart;
}

/* What was placed before is not printed twice: a line says where it is. */
static void add_reference(struct walker *walker, const char *kind, unsigned number,
			  struct str title, struct place place)
{
	struct node *paragraph = walker_add(walker, NODE_PARAGRAPH, place);
	struct node *text = node_new(walker->arena, NODE_TEXT, place);

	text->text =
		str_format(walker->arena, "See %s\u00a0%u: %.*s.", kind, number, STR_ARG(title));
	node_append(paragraph, text);
}

static void complain_name(struct walker *walker, enum diagnostic_id id, struct place place,
			  struct str name)
{
	size_t count = walker->data->chart_count + walker->data->table_count, found = 0;
	const char **names = ARENA_ARRAY(walker->arena, count + 1, const char *);
	bool chart = id == DIAGNOSTIC_TEMPLATE_UNKNOWN_CHART;

	/* Its own fault was said, and is the one to mend. */
	if (walker->data->unread)
		return;
	for (size_t i = 0; chart && i < walker->data->chart_count; i++)
		names[found++] = str_terminated(walker->arena, walker->data->charts[i]->name);
	for (size_t i = 0; !chart && i < walker->data->table_count; i++)
		names[found++] = str_terminated(walker->arena, walker->data->tables[i]->name);
	const char *near = nearest_word(name, names, found);

	if (near)
		composer_complain(walker->composer, id, place, STR(""), name, str_of(near));
	else
		composer_complain_text(walker->composer, place, STR(""),
				       "no %s is declared as \"%.*s\": declare it in data.xml",
				       chart ? "chart" : "table", STR_ARG(name));
}

/* Where a chart would stand of which no figure is available. */
static void add_absence(struct walker *walker, const struct chart *chart, struct place place)
{
	struct node *paragraph = walker_add(walker, NODE_PARAGRAPH, place);
	struct node *text = node_new(walker->arena, NODE_TEXT, place);

	text->text = str_format(walker->arena, "%.*s: not recorded.", STR_ARG(chart->title));
	node_append(paragraph, text);
}

static void place_chart(struct walker *walker, struct str name, struct str summary,
			struct place place)
{
	const struct chart *declared = data_chart(walker->data, name);

	if (!declared) {
		complain_name(walker, DIAGNOSTIC_TEMPLATE_UNKNOWN_CHART, place, name);
		return;
	}
	if (declared->absent) {
		add_absence(walker, declared, place);
		return;
	}
	for (size_t i = 0; i < walker->document->chart_count; i++) {
		const struct chart *placed = walker->document->charts[i];

		if (str_equal(placed->name, name)) {
			add_reference(walker, "figure", placed->number, placed->title, place);
			return;
		}
	}
	add_chart(walker, declared, summary, place);
}

static void place_table(struct walker *walker, struct str name, struct place place)
{
	const struct table *declared = data_table(walker->data, name);

	if (!declared) {
		complain_name(walker, DIAGNOSTIC_TEMPLATE_UNKNOWN_TABLE, place, name);
		return;
	}
	for (size_t i = 0; i < walker->document->table_count; i++) {
		const struct table *placed = walker->document->tables[i];

		if (str_equal(placed->name, name)) {
			add_reference(walker, "table", placed->number, placed->caption, place);
			return;
		}
	}
	struct table *table = ARENA_NEW(walker->arena, struct table);

	*table = *declared;
	walker_add_table(walker, table, place);
}

bool placing_paragraph(struct walker *walker, cmark_node *paragraph)
{
	cmark_node *image = cmark_node_first_child(paragraph);

	if (!image || cmark_node_next(image) || cmark_node_get_type(image) != CMARK_NODE_IMAGE)
		return false;
	struct place place = walker_place(walker, paragraph);
	struct str url = str_of(cmark_node_get_url(image));
	struct str chart = STR("chart:"), table = STR("table:"), definitions = STR("definitions:");
	struct str summary = expansion_plain(walker->expansion, written_text(walker, image));

	url = str_copy(walker->arena, url);
	summary = typeset(walker->arena, summary, STR(""));
	if (str_starts(url, chart))
		place_chart(walker, str_slice(url, chart.length, url.length), summary, place);
	else if (str_starts(url, table))
		place_table(walker, str_slice(url, table.length, url.length), place);
	else if (str_starts(url, definitions))
		definitions_place(walker, str_slice(url, definitions.length, url.length), place);
	else
		composer_complain_text(walker->composer, place, STR(""),
				       "pictures are charts and tables by name: write "
				       "![summary](chart:NAME)");
	return true;
}

/* A cell's text; its measure when a figure is all that it holds. */
static struct cell read_cell(struct walker *walker, cmark_node *node)
{
	struct str text = str_trim(written_text(walker, node)), plain;
	struct str words = expansion_plain(walker->expansion, text);
	struct cell cell = {.text = typeset(walker->arena, words, STR(""))};
	size_t at = 0;
	const struct print *print = expansion_next(walker->expansion, text, &at, &plain);

	cell.plain = cell.text;
	if (print && print->is_figure && at == text.length) {
		cell.measure = print->measure;
		cell.plain = print->value;
		cell.number = true;
	}
	return cell;
}

static bool is_right(cmark_node *table, size_t column)
{
	const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(table);

	return alignments && alignments[column] == 'r';
}

static void read_rows(struct walker *walker, cmark_node *node, struct table *table)
{
	cmark_node *head = cmark_node_first_child(node);
	size_t column = 0, row = 0;

	for (cmark_node *cell = cmark_node_first_child(head); cell; cell = cmark_node_next(cell)) {
		if (column < table->column_count)
			table->columns[column++] = read_cell(walker, cell).text;
	}
	for (cmark_node *line = cmark_node_next(head); line; line = cmark_node_next(line), row++) {
		column = 0;
		for (cmark_node *cell = cmark_node_first_child(line);
		     cell && column < table->column_count; cell = cmark_node_next(cell)) {
			struct cell *kept = &table->cells[row * table->column_count + column];

			*kept = read_cell(walker, cell);
			kept->number = column > 0 && (kept->number || is_right(node, column));
			column++;
		}
	}
}

static bool has_empty_cell(const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++) {
		if (!table->columns[i].length)
			return true;
	}
	for (size_t i = 0; i < table->column_count * table->row_count; i++) {
		if (!table->cells[i].text.length)
			return true;
	}
	return false;
}

static bool is_table_name(const struct walker *walker, struct str name)
{
	for (size_t i = 0; i < walker->document->table_count; i++) {
		if (str_equal(walker->document->tables[i]->name, name))
			return true;
	}
	return data_table(walker->data, name) != NULL;
}

/* An anchor of its own, made from the caption. */
static struct str table_name(struct walker *walker, struct str caption)
{
	struct str slug = str_slug(walker->arena, caption), name = slug;

	for (unsigned i = 2; is_table_name(walker, name); i++)
		name = str_format(walker->arena, "%.*s-%u", STR_ARG(slug), i);
	return name;
}

void placing_table(struct walker *walker, cmark_node *node)
{
	struct place place = walker_place(walker, node);
	struct table *table = ARENA_NEW(walker->arena, struct table);

	table->caption = walker->caption;
	walker->caption = STR("");
	table->name = table_name(walker, table->caption);
	table->column_count = cmark_gfm_extensions_get_table_columns(node);
	for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row))
		table->row_count++;
	table->row_count -= table->row_count > 0;
	table->columns = ARENA_ARRAY(walker->arena, table->column_count, struct str);
	table->cells =
		ARENA_ARRAY(walker->arena, table->column_count * table->row_count, struct cell);
	read_rows(walker, node, table);
	if (!table->caption.length)
		composer_complain_text(
			walker->composer, place, STR(""),
			"the table has no caption: write a paragraph \"Table: …\" before it");
	if (has_empty_cell(table))
		composer_complain_text(
			walker->composer, place, STR(""),
			"the table has an empty cell: write what it holds, or a dash");
	if (!table->row_count)
		composer_complain_text(walker->composer, place, STR(""), "the table has no rows");
	walker_add_table(walker, table, place);
}
