/*
 * What the walk adds to the document: nodes, text, tables.
 */
#include "compose/markdown/walker.h"
#include "base/buffer.h"

#include "compose/names/typeset.h"

void walker_words(struct walker *walker, struct str words, struct place place)
{
	if (!walker->words.length)
		walker->words_place = place;
	buffer_str(&walker->words, words);
}

void walker_flush(struct walker *walker)
{
	if (!walker->words.length)
		return;
	struct str words = str_copy(walker->arena, buffer_view(&walker->words));
	struct node *before = walker->at->last;
	struct node *text = node_new(walker->arena, NODE_TEXT, walker->words_place);

	buffer_clear(&walker->words);
	text->text = typeset(walker->arena, words,
			     before && before->kind == NODE_FIGURE ? before->figure.text : STR(""));
	node_append(walker->at, text);
}

struct place walker_place(const struct walker *walker, cmark_node *node)
{
	int line = 0;

	/* Soft breaks and some inlines know no line: their block does. */
	for (; node && line <= 0; node = cmark_node_parent(node))
		line = cmark_node_get_start_line(node);
	return expansion_place(walker->expansion, line + walker->line_offset);
}

struct node *walker_add(struct walker *walker, enum node_kind kind, struct place place)
{
	walker_flush(walker);
	struct node *node = node_new(walker->arena, kind, place);

	node_append(walker->at, node);
	return node;
}

struct node *walker_enter(struct walker *walker, enum node_kind kind, cmark_node *node)
{
	struct node *made = walker_add(walker, kind, walker_place(walker, node));

	cmark_node_set_user_data(node, made);
	walker->at = made;
	return made;
}

void walker_add_table(struct walker *walker, struct table *table, struct place place)
{
	struct document *document = walker->document;
	struct node *node = walker_add(walker, NODE_TABLE, place);

	table->number = (unsigned)document->table_count + 1;
	document->tables = arena_grow(walker->arena, document->tables, &walker->table_capacity,
				      document->table_count + 1, sizeof(struct table *));
	document->tables[document->table_count++] = table;
	node->table = table;
}
