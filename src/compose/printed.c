/* Owns the search for a figure in a finished document. */
#include "compose/printed.h"
#include "base/buffer.h"

#include <string.h>

#include "compose/markdown/definitions.h"

struct search {
	const char *measure;
	struct str document; /* its title */
	struct buffer lines;
	const struct node *heading; /* the section that the walk is in */
	bool said;		    /* the section has its line */
};

static bool is_sought(const struct search *search, const char *measure)
{
	return measure && strcmp(measure, search->measure) == 0;
}

static bool table_has(const struct search *search, const struct table *table)
{
	for (size_t i = 0; i < table->row_count * table->column_count; i++)
		if (is_sought(search, table->cells[i].measure))
			return true;
	return false;
}

static bool chart_has(const struct search *search, const struct chart *chart)
{
	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++)
			if (is_sought(search, chart->categories[i].values[j].measure))
				return true;
	return table_has(search, chart->table);
}

/* Adds "7.4 Enquiries: " once, then what was found there. */
static void found(struct search *search, struct arena *arena, const char *what, unsigned number)
{
	if (search->said) {
		buffer_text(&search->lines, ", ");
	} else {
		const struct node *heading = search->heading;
		struct str title = heading ? node_text(arena, heading) : STR("Front");

		if (search->lines.length)
			buffer_byte(&search->lines, '\n');
		buffer_format(&search->lines, "%.*s, ", STR_ARG(search->document));
		if (heading && heading->heading.number.length)
			buffer_format(&search->lines, "%.*s ", STR_ARG(heading->heading.number));
		buffer_format(&search->lines, "%.*s: ", STR_ARG(title));
		search->said = true;
	}
	buffer_text(&search->lines, what);
	if (number)
		buffer_format(&search->lines, " %u", number);
}

static void visit(struct search *search, struct arena *arena, const struct node *node)
{
	if (node->kind == NODE_HEADING) {
		search->heading = node;
		search->said = false;
	} else if (node->kind == NODE_FIGURE && is_sought(search, node->figure.measure) &&
		   !search->said) {
		found(search, arena, "text", 0);
	} else if (node->kind == NODE_CHART && chart_has(search, node->chart)) {
		found(search, arena, "figure", node->chart->number);
	} else if (node->kind == NODE_TABLE && !definitions_is_table(node->table) &&
		   table_has(search, node->table)) {
		found(search, arena, "table", node->table->number);
	}
}

struct str printed_where(struct arena *arena, const struct document *document, const char *measure)
{
	struct search search = {.measure = measure, .document = document->title};
	struct str lines;

	for (const struct node *node = document->root; node;
	     node = node_after(node, document->root))
		visit(&search, arena, node);
	lines = str_copy(arena, buffer_view(&search.lines));
	buffer_release(&search.lines);
	return lines;
}
