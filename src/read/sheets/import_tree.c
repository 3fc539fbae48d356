#include "read/sheets/import_tree.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/html_escape.h"

void import_tree_init(struct import_tree *tree, struct arena *arena)
{
	*tree = (struct import_tree){.arena = arena};
	for (int i = 0; i < ELEMENT_COUNT; i++)
		map_init(&tree->by_id[i], arena);
}

struct import_node *import_node_new(struct import_tree *tree, enum element_id element,
				    struct place place)
{
	struct import_node *node = ARENA_NEW(tree->arena, struct import_node);

	node->element = element;
	node->place = place;
	return node;
}

void import_node_fact(struct import_tree *tree, struct import_node *node,
		      enum attribute_id attribute, struct str text, struct place place)
{
	node->facts = arena_grow(tree->arena, node->facts, &node->fact_capacity,
				 node->fact_count + 1, sizeof *node->facts);
	node->facts[node->fact_count++] = (struct import_fact){attribute, text, place};
}

static struct str id_of(const struct import_node *node)
{
	for (size_t i = 0; i < node->fact_count; i++)
		if (strcmp(attribute_at(node->facts[i].attribute)->written, "id") == 0)
			return node->facts[i].text;
	return STR("");
}

void import_tree_record(struct import_tree *tree, struct import_node *record)
{
	void **place = map_place(&tree->by_id[record->element], id_of(record));

	if (!*place)
		*place = record;
	if (tree->last)
		tree->last->next = record;
	else
		tree->first = record;
	tree->last = record;
}

void import_tree_loose(struct import_tree *tree, struct import_node *child, struct str parent_id)
{
	child->parent_id = parent_id;
	if (tree->loose_last)
		tree->loose_last->next = child;
	else
		tree->loose = child;
	tree->loose_last = child;
}

void import_node_child(struct import_node *record, struct import_node *child)
{
	child->next = NULL;
	if (record->last)
		record->last->next = child;
	else
		record->first = child;
	record->last = child;
}

void import_tree_join(struct import_tree *tree, struct diagnostics *diagnostics)
{
	struct import_node *next;

	for (struct import_node *child = tree->loose; child; child = next) {
		enum element_id parent = element_at(child->element)->parent;
		struct import_node *record = map_lookup(&tree->by_id[parent], child->parent_id);

		next = child->next;
		if (record)
			import_node_child(record, child);
		else
			diagnostic_add(diagnostics, DIAGNOSTIC_SHEET_NO_RECORD, child->place,
				       element_at(parent)->tag, STR_ARG(child->parent_id),
				       element_at(parent)->tag);
	}
	tree->loose = tree->loose_last = NULL;
}

/* -- writing --------------------------------------------------------------------------------- */

struct output {
	struct import_tree *tree;
	struct buffer *out;
	bool by_line;
};

/* What is written next came from there; for validation it begins a line. */
static void at_place(struct output *to, struct place place)
{
	struct import_tree *tree = to->tree;

	if (!to->by_line)
		return;
	buffer_byte(to->out, '\n');
	tree->places = arena_grow(tree->arena, tree->places, &tree->place_capacity,
				  tree->place_count + 1, sizeof *tree->places);
	tree->places[tree->place_count++] = place;
}

static void write_tag(struct output *to, const struct import_node *node, const char *indent)
{
	if (!to->by_line)
		buffer_format(to->out, "\n%s", indent);
	at_place(to, node->place);
	buffer_format(to->out, "<%s", element_at(node->element)->tag);
	for (size_t i = 0; i < node->fact_count; i++) {
		at_place(to, node->facts[i].place);
		buffer_format(to->out, " %s=\"", attribute_at(node->facts[i].attribute)->written);
		html_escape_attribute(to->out, node->facts[i].text);
		buffer_byte(to->out, '"');
	}
	buffer_text(to->out, node->first ? ">" : "/>");
}

static void write_root(const struct import_root *root, struct buffer *out)
{
	buffer_format(out, "<%s xmlns=\"%s\" authority=\"", element_at(ELEMENT_EXTRACT)->tag,
		      element_at(ELEMENT_EXTRACT)->namespace);
	html_escape_attribute(out, root->authority);
	buffer_text(out, "\" source=\"");
	html_escape_attribute(out, root->source);
	buffer_format(out, "\" generated=\"%.*s\"", STR_ARG(root->generated));
	if (root->covers.length) {
		buffer_text(out, " covers=\"");
		html_escape_attribute(out, root->covers);
		buffer_byte(out, '"');
	}
	buffer_byte(out, '>');
}

void import_tree_write(struct import_tree *tree, const struct import_root *root, bool by_line,
		       struct buffer *out)
{
	struct output to = {tree, out, by_line};

	tree->place_count = 0;
	if (!by_line)
		buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	write_root(root, out);
	for (const struct import_node *record = tree->first; record; record = record->next) {
		write_tag(&to, record, "  ");
		for (const struct import_node *child = record->first; child; child = child->next)
			write_tag(&to, child, "    ");
		if (record->first)
			buffer_format(out, "%s</%s>", by_line ? "" : "\n  ",
				      element_at(record->element)->tag);
	}
	buffer_format(out, "\n</%s>\n", element_at(ELEMENT_EXTRACT)->tag);
}
