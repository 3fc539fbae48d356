/* What was imported, before it is an extract: records with their facts, and the cell of each fact.
 */
#ifndef HEARTH_READ_SHEETS_IMPORT_TREE_H
#define HEARTH_READ_SHEETS_IMPORT_TREE_H

#include "base/diagnostic.h"
#include "base/map.h"
#include "read/vocabulary.h"

struct import_fact {
	enum attribute_id attribute;
	struct str text;
	struct place place;
};

struct import_node {
	enum element_id element;
	struct place place; /* of its row */
	struct import_fact *facts;
	size_t fact_count, fact_capacity;
	struct str
		parent_id; /* of a child from a sheet of its own: the record that it belongs to */
	struct import_node *first, *last, *next;
};

struct import_tree {
	struct arena *arena;
	struct import_node *first, *last;	/* records, as they came */
	struct import_node *loose, *loose_last; /* children that wait for their record */
	struct map by_id[ELEMENT_COUNT];
	/* By line of the extract as written for validation: the cell that it came from. */
	struct place *places;
	size_t place_count, place_capacity;
};

void import_tree_init(struct import_tree *tree, struct arena *arena);
struct import_node *import_node_new(struct import_tree *tree, enum element_id element,
				    struct place place);
void import_node_fact(struct import_tree *tree, struct import_node *node,
		      enum attribute_id attribute, struct str text, struct place place);
void import_tree_record(struct import_tree *tree, struct import_node *record);
void import_tree_loose(struct import_tree *tree, struct import_node *child, struct str parent_id);
void import_node_child(struct import_node *record, struct import_node *child);
/* Children to their records; a record that no sheet holds is an error. */
void import_tree_join(struct import_tree *tree, struct diagnostics *diagnostics);

/* What the root of the extract says. */
struct import_root {
	struct str authority, source, generated;
	struct str
		covers; /* record types of which all there were are here, even none; may be empty */
};

/*
 * The extract. With `by_line` each tag and each attribute has a line of its own, and tree->places
 * tells where it came from; else it is set for reading.
 */
void import_tree_write(struct import_tree *tree, const struct import_root *root, bool by_line,
		       struct buffer *out);

#endif
