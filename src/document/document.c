/*
 * The document's tree: made, walked and dumped. What a node means is said in document.h; how text
 * becomes nodes is markdown.c's.
 */
#include "document/document.h"
#include "base/buffer.h"
#include "base/file.h"

static const char *const kind_names[] = {
	[NODE_DOCUMENT] = "document",	[NODE_HEADING] = "heading",
	[NODE_PARAGRAPH] = "paragraph", [NODE_LIST] = "list",
	[NODE_ITEM] = "item",		[NODE_QUOTE] = "quote",
	[NODE_CHART] = "chart",		[NODE_TABLE] = "table",
	[NODE_PANELS] = "panels",	[NODE_PANEL] = "panel",
	[NODE_HEADLINES] = "headlines", [NODE_HEADLINE] = "headline",
	[NODE_PATHWAY] = "pathway",	[NODE_ADDRESS] = "address",
	[NODE_RULE] = "rule",		[NODE_TEXT] = "text",
	[NODE_STRONG] = "strong",	[NODE_EMPHASIS] = "emphasis",
	[NODE_LINK] = "link",		[NODE_FIGURE] = "figure",
	[NODE_SPAN] = "span",		[NODE_BREAK] = "break",
};

struct node *node_new(struct arena *arena, enum node_kind kind, struct place place)
{
	struct node *node = ARENA_NEW(arena, struct node);

	node->kind = kind;
	node->place = place;
	return node;
}

void node_append(struct node *parent, struct node *child)
{
	child->parent = parent;
	child->next = NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void node_drop(struct node *child)
{
	struct node *parent = child->parent, *before = NULL;

	for (struct node *at = parent->first; at != child; at = at->next)
		before = at;
	if (before)
		before->next = child->next;
	else
		parent->first = child->next;
	if (parent->last == child)
		parent->last = before;
	child->parent = NULL;
	child->next = NULL;
}

struct node *node_beyond(const struct node *node, const struct node *top)
{
	while (node && node != top) {
		if (node->next)
			return node->next;
		node = node->parent;
	}
	return NULL;
}

struct node *node_after(const struct node *node, const struct node *top)
{
	return node->first ? node->first : node_beyond(node, top);
}

struct str document_description(struct arena *arena, const struct document *document)
{
	if (document->notice.length == 0)
		return document->summary;
	return str_format(arena, "%.*s %.*s", STR_ARG(document->summary),
			  STR_ARG(document->notice));
}

static struct str roman(struct arena *arena, unsigned number)
{
	static const struct {
		unsigned value;
		const char *digits;
	} steps[] = {{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
	struct str text = STR("");

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		for (; number >= steps[i].value; number -= steps[i].value)
			text = str_format(arena, "%.*s%s", STR_ARG(text), steps[i].digits);
	return text;
}

struct str list_number(struct arena *arena, enum list_style style, unsigned number)
{
	if (style == LIST_LETTERS && number >= 1 && number <= 26)
		return str_format(arena, "%c", 'a' + (int)number - 1);
	if (style == LIST_ROMAN && number >= 1 && number < 90)
		return roman(arena, number);
	return str_format(arena, "%u", number);
}

bool node_is_inline(enum node_kind kind)
{
	return kind >= NODE_TEXT;
}

struct str node_number(const struct node *node)
{
	return node->kind == NODE_HEADING     ? node->heading.number
	       : node->kind == NODE_PARAGRAPH ? node->paragraph.number
					      : STR("");
}

struct str node_words(const struct node *node)
{
	return node->kind == NODE_TEXT	   ? node->text
	       : node->kind == NODE_FIGURE ? node->figure.text
					   : STR("");
}

struct str node_text(struct arena *arena, const struct node *node)
{
	struct buffer words = {0};

	for (const struct node *at = node; at; at = node_after(at, node)) {
		buffer_str(&words, node_words(at));
		if (words.length && words.at[words.length - 1] != ' ' &&
		    (at->kind == NODE_BREAK || !node_is_inline(at->kind)))
			buffer_byte(&words, ' ');
	}
	struct str text = str_copy(arena, buffer_view(&words));

	buffer_release(&words);
	return text;
}

/* Text on one line, so that a dump has one node a line: line ends and backslashes are escaped. */
static void dump_quoted(struct buffer *out, struct str text)
{
	buffer_byte(out, '"');
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];

		if (byte == '\n')
			buffer_text(out, "\\n");
		else if (byte == '"' || byte == '\\')
			buffer_format(out, "\\%c", byte);
		else
			buffer_byte(out, byte);
	}
	buffer_byte(out, '"');
}

static void dump_field(struct buffer *out, const char *name, struct str value)
{
	if (!value.length)
		return;
	buffer_format(out, " %s=", name);
	dump_quoted(out, value);
}

static void dump_indent(struct buffer *out, unsigned depth)
{
	for (unsigned i = 0; i < depth; i++)
		buffer_text(out, "  ");
}

static void dump_table(struct buffer *out, const struct table *table, unsigned depth)
{
	dump_indent(out, depth);
	buffer_format(out, "| %u", table->number);
	dump_field(out, "caption", table->caption);
	dump_field(out, "note", table->note);
	dump_field(out, "source", table->source);
	buffer_text(out, table->total_row ? " total\n" : "\n");
	dump_indent(out, depth);
	for (size_t i = 0; i < table->column_count; i++) {
		buffer_text(out, i ? " | " : "| ");
		buffer_str(out, table->columns[i]);
	}
	buffer_byte(out, '\n');
	for (size_t row = 0; row < table->row_count; row++) {
		dump_indent(out, depth);
		for (size_t i = 0; i < table->column_count; i++) {
			const struct cell *cell = &table->cells[row * table->column_count + i];

			buffer_text(out, i ? " | " : "| ");
			buffer_str(out, cell->text);
			if (cell->measure)
				buffer_format(out, " {%s}", cell->measure);
		}
		buffer_byte(out, '\n');
	}
}

static void dump_chart(struct buffer *out, const struct chart *chart, unsigned depth)
{
	dump_indent(out, depth);
	buffer_format(out, "| %u", chart->number);
	dump_field(out, "title", chart->title);
	dump_field(out, "subtitle", chart->subtitle);
	buffer_byte(out, '\n');
	dump_indent(out, depth);
	buffer_text(out, "|");
	dump_field(out, "description", chart->description);
	dump_field(out, "note", chart->note);
	dump_field(out, "source", chart->source);
	buffer_byte(out, '\n');
	for (size_t i = 0; i < chart->category_count; i++) {
		const struct chart_category *category = &chart->categories[i];

		dump_indent(out, depth);
		buffer_text(out, "| ");
		buffer_str(out, category->label);
		for (size_t j = 0; j < chart->series_count; j++) {
			const struct chart_value *value = &category->values[j];

			buffer_format(out, " | %.*s", STR_ARG(value->text));
			if (value->share.length)
				buffer_format(out, " (%.*s)", STR_ARG(value->share));
		}
		buffer_byte(out, '\n');
	}
}

/* What the node's own kind has. */
static void dump_own(struct buffer *out, const struct node *node)
{
	struct str words = node->kind == NODE_PANEL ? node->panel.title : node_words(node);

	if (node->kind == NODE_HEADING)
		buffer_format(out, " level=%u", node->heading.level);
	if (node->kind == NODE_LIST && node->list.ordered)
		buffer_format(out, " ordered start=%u%s", node->list.start,
			      node->list.style == LIST_LETTERS ? " letters"
			      : node->list.style == LIST_ROMAN ? " roman"
							       : "");
	dump_field(out, "number", node_number(node));
	if (node->kind == NODE_HEADING)
		dump_field(out, "id", node->heading.id);
	if (node->kind == NODE_PANEL)
		dump_field(out, "style", node->panel.style);
	dump_field(out, "language", node->language);
	if (node->kind == NODE_LINK)
		dump_field(out, "target", node->link.target);
	if (node->kind == NODE_LINK)
		dump_field(out, "id", node->link.id);
	if (node->kind == NODE_ITEM)
		dump_field(out, "id", node->item.id);
	if (node->kind == NODE_FIGURE && node->figure.measure)
		dump_field(out, "measure", str_of(node->figure.measure));
	if (node->kind == NODE_FIGURE)
		dump_field(out, "value", node->figure.value);
	if (words.length) {
		buffer_byte(out, ' ');
		dump_quoted(out, words);
	}
}

static void dump_node(struct buffer *out, const struct node *node, unsigned depth)
{
	dump_indent(out, depth);
	buffer_text(out, kind_names[node->kind]);
	dump_own(out, node);
	if (!node_is_inline(node->kind) && node->place.file.length)
		buffer_format(out, " @%.*s:%u", STR_ARG(path_name(node->place.file)),
			      node->place.line);
	buffer_byte(out, '\n');
	if (node->kind == NODE_CHART && node->chart)
		dump_chart(out, node->chart, depth + 1);
	if (node->kind == NODE_TABLE && node->table)
		dump_table(out, node->table, depth + 1);
}

static void dump_head(struct buffer *out, const struct document *document)
{
	buffer_text(out, "document");
	dump_field(out, "name", document->name);
	dump_field(out, "title", document->title);
	dump_field(out, "subtitle", document->subtitle);
	dump_field(out, "council", document->council);
	dump_field(out, "running", document->running);
	dump_field(out, "author", document->author);
	dump_field(out, "summary", document->summary);
	dump_field(out, "notice", document->notice);
	dump_field(out, "language", document->language);
	dump_field(out, "website", document->website);
	if (document->coverless)
		dump_field(out, "cover", STR("none"));
	buffer_byte(out, '\n');
	for (size_t i = 0; i < document->cover_count; i++) {
		buffer_text(out, "cover");
		dump_field(out, "label", document->cover[i].label);
		dump_field(out, "text", document->cover[i].text);
		buffer_byte(out, '\n');
	}
}

static void dump_tree(struct buffer *out, const struct node *top, unsigned depth)
{
	const struct node *node = top;

	while (node) {
		dump_node(out, node, depth);
		if (node->first) {
			node = node->first;
			depth++;
			continue;
		}
		while (node != top && !node->next) {
			node = node->parent;
			depth--;
		}
		node = node == top ? NULL : node->next;
	}
}

void document_dump(const struct document *document, struct buffer *out)
{
	dump_head(out, document);
	if (document->headlines)
		dump_tree(out, document->headlines, 0);
	for (const struct node *node = document->root->first; node; node = node->next)
		dump_tree(out, node, 0);
}
