#include "read/sheets/import_rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/nearest.h"
#include "read/sheets/cell.h"
#include "read/sheets/cell_value.h"
#include "read/sheets/template.h"

static struct place place_of(const struct import *import, uint32_t row, size_t column)
{
	return cell_place(import->tree.arena, import->path, import->sheet, row, column);
}

/* -- which sheet holds what -------------------------------------------------------------------- */

/* "Enquiries" and "reviews" are sheets of enquiry and review, too. */
static struct str singular(struct arena *arena, struct str name)
{
	if (str_ends_any_case(name, STR("ies")))
		return str_format(arena, "%.*sy", (int)name.length - 3, name.at);
	return str_ends_any_case(name, STR("s")) ? str_slice(name, 0, name.length - 1) : name;
}

static const struct sheet_of *kind_named(const struct import *import, struct str name)
{
	struct str one = singular(import->tree.arena, name);

	for (size_t i = 0; i < import->kind_count; i++)
		if (same_name(import->kinds[i].name, name) || same_name(import->kinds[i].name, one))
			return &import->kinds[i];
	return NULL;
}

static const char *nearest_kind(const struct import *import, struct str name)
{
	const char *names[ELEMENT_COUNT];

	for (size_t i = 0; i < import->kind_count; i++)
		names[i] = str_terminated(import->tree.arena, import->kinds[i].name);
	return nearest_word(name, names, import->kind_count);
}

/* "enquiries.csv" is a file, "enquiries" what its sheet is called. */
static struct str stem_of(struct str path)
{
	struct str name = path_name(path);
	size_t dot = name.length;

	while (dot > 0 && name.at[dot - 1] != '.')
		dot--;
	return dot > 1 ? str_slice(name, 0, dot - 1) : name;
}

static bool is_mapped_here(const struct import *import, const struct record *sheet)
{
	const char *name = record_text(sheet, MAPPING_SHEET_NAME);
	const char *file = record_text(sheet, MAPPING_SHEET_FILE);

	return (!name || same_name(str_of(name), import->sheet)) &&
	       (!file || str_is(path_name(import->path), file)) && (name || file);
}

/* The kind of sheet that a mapping's sheet says it is. */
static const struct sheet_of *kind_mapped(struct import *import, const struct record *sheet)
{
	struct str record = str_of(record_text(sheet, MAPPING_SHEET_RECORD));
	const char *child = record_text(sheet, MAPPING_SHEET_CHILD);
	struct str name =
		child ? str_format(import->tree.arena, "%.*s %s", STR_ARG(record), child) : record;
	const struct sheet_of *kind = kind_named(import, name);
	const char *near = nearest_kind(import, name);

	if (!kind)
		diagnostic_add(import->diagnostics, DIAGNOSTIC_SHEET_MAPPING,
			       place_of(import, 1, 0), "the mapping's record", STR_ARG(name),
			       "record type, nor a child of one that repeats",
			       near ? near : "hearth schema lists them");
	return kind;
}

static bool find_kind(struct import *import, bool hidden)
{
	struct str name = import->sheet.length ? import->sheet : stem_of(import->path);
	const struct record *sheet =
		import->mapping ? record_child(import->mapping, ELEMENT_MAPPING_SHEET) : NULL;
	const char *near;

	for (; sheet; sheet = record_sibling(sheet)) {
		if (!is_mapped_here(import, sheet))
			continue;
		import->mapped = sheet;
		import->kind = kind_mapped(import, sheet);
		return import->kind != NULL;
	}
	if (str_is(import->sheet, TEMPLATE_ABOUT))
		return true;
	if (str_is(import->sheet, TEMPLATE_WORDS))
		return false;
	import->kind = hidden ? NULL : kind_named(import, name);
	if (import->kind)
		return true;
	near = nearest_kind(import, name);
	diagnostic_add(import->diagnostics, DIAGNOSTIC_SHEET_UNKNOWN, place_of(import, 1, 0),
		       STR_ARG(name),
		       hidden ? "it is hidden; map it if it holds records"
		       : near ? str_format(import->tree.arena, "did you mean %s?", near).at
			      : "rename it, or map it (hearth import --suggest drafts a mapping)");
	return false;
}

static bool begin_sheet(void *context, struct str name, bool hidden)
{
	struct import *import = context;

	import->sheet = name;
	import->kind = NULL;
	import->mapped = NULL;
	import->has_head = import->unusable = false;
	return find_kind(import, hidden);
}

/* -- which column is which attribute ------------------------------------------------------------
 */

static const struct column_of *column_named(const struct sheet_of *kind, struct str head)
{
	for (size_t i = 0; i < kind->column_count; i++)
		if (same_name(kind->columns[i].head, head))
			return &kind->columns[i];
	return NULL;
}

static const char *nearest_column(struct import *import, struct str head)
{
	const char *names[ATTRIBUTE_COUNT];

	for (size_t i = 0; i < import->kind->column_count; i++)
		names[i] = str_terminated(import->tree.arena, import->kind->columns[i].head);
	return nearest_word(head, names, import->kind->column_count);
}

static const struct record *mapped_column(const struct import *import, struct str head)
{
	const struct record *column =
		import->mapped ? record_child(import->mapped, ELEMENT_MAPPING_COLUMN) : NULL;

	while (column && !same_name(str_of(record_text(column, MAPPING_COLUMN_HEAD)), head))
		column = record_sibling(column);
	return column;
}

static void say_unknown_column(struct import *import, struct str head, struct place place)
{
	const char *near = nearest_column(import, head);

	diagnostic_add(import->diagnostics, DIAGNOSTIC_COLUMN_UNKNOWN, place,
		       STR_ARG(import->kind->name), STR_ARG(head),
		       near ? str_format(import->tree.arena, "did you mean %s?", near).at
			    : "map it if it holds one");
}

static bool is_taken(const struct import *import, size_t before, const struct column_of *is)
{
	for (size_t i = 0; i < before; i++)
		if (import->columns[i].is == is)
			return true;
	return false;
}

static void take_head(struct import *import, struct str head, size_t at, struct place place)
{
	struct import_column *column = &import->columns[at];
	const struct record *mapped = mapped_column(import, head);
	struct str name = mapped ? str_of(record_text(mapped, MAPPING_COLUMN_IS)) : head;

	*column = (struct import_column){column_named(import->kind, name), mapped};
	if (!column->is && mapped)
		diagnostic_add(import->diagnostics, DIAGNOSTIC_SHEET_MAPPING, place,
			       "the mapping's", STR_ARG(name), "attribute of the record",
			       nearest_column(import, name) ? nearest_column(import, name)
							    : "hearth schema lists them");
	else if (!column->is)
		say_unknown_column(import, head, place);
	else if (is_taken(import, at, column->is)) {
		diagnostic_add(import->diagnostics, DIAGNOSTIC_COLUMN_TWICE, place, STR_ARG(head));
		import->unusable = true;
	}
}

/* A column that each record of the sheet needs. */
static bool is_needed(const struct import *import, const struct column_of *column)
{
	enum element_id own =
		import->kind->child == ELEMENT_NONE ? import->kind->record : import->kind->child;

	return (int)column->attribute == ATTRIBUTE_NONE ||
	       (column->element == own && attribute_at(column->attribute)->required);
}

static void check_head(struct import *import, uint32_t row)
{
	const struct sheet_of *kind = import->kind;

	for (size_t i = 0; i < kind->column_count; i++) {
		if (!is_needed(import, &kind->columns[i]) ||
		    is_taken(import, import->column_count, &kind->columns[i]))
			continue;
		diagnostic_add(import->diagnostics, DIAGNOSTIC_COLUMN_MISSING,
			       place_of(import, row, 0), STR_ARG(kind->columns[i].head));
		import->unusable = true;
	}
}

static void read_head(struct import *import, const struct sheet_row *row)
{
	import->has_head = true;
	import->column_count = row->count;
	import->columns = ARENA_ARRAY(import->tree.arena, row->count, struct import_column);
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].text.length)
			take_head(import, str_copy(import->tree.arena, row->cells[i].text), i,
				  place_of(import, row->number, i));
	check_head(import, row->number);
}

/* -- rows -------------------------------------------------------------------------------------- */

static void note_trimmed(struct import *import, struct place place)
{
	if (import->trimmed++ == 0)
		import->first_trimmed = place;
}

/* The node that a column's fact belongs to: the record, or its only child of that name. */
static struct import_node *node_of(struct import *import, struct import_node *own,
				   enum element_id element, struct place place)
{
	struct import_node *child = own->first;

	if (element == own->element)
		return own;
	while (child && child->element != element)
		child = child->next;
	if (child)
		return child;
	child = import_node_new(&import->tree, element, place);
	import_node_child(own, child);
	return child;
}

static void take_cell(struct import *import, struct import_node *own,
		      const struct import_column *column, const struct sheet_cell *cell,
		      struct place place)
{
	const struct attribute *attribute = attribute_at(column->is->attribute);

	if (cell->fault) {
		diagnostic_add(import->diagnostics, DIAGNOSTIC_CELL_FAULT, place,
			       STR_ARG(cell->text), cell->fault);
		return;
	}
	import_node_fact(&import->tree, node_of(import, own, column->is->element, place),
			 column->is->attribute,
			 cell_value(import->tree.arena, cell, attribute, column->mapped), place);
}

static void take_row(struct import *import, const struct sheet_row *row)
{
	bool child = import->kind->child != ELEMENT_NONE;
	struct import_node *own =
		import_node_new(&import->tree, child ? import->kind->child : import->kind->record,
				place_of(import, row->number, 0));
	struct str parent_id = STR("");

	for (size_t i = 0; i < row->count && i < import->column_count; i++) {
		const struct sheet_cell *cell = &row->cells[i];
		const struct import_column *column = &import->columns[i];
		struct place place;

		if (!column->is || (!cell->text.length && !cell->fault))
			continue;
		place = place_of(import, row->number, i);
		if (cell->trimmed)
			note_trimmed(import, place);
		if ((int)column->is->attribute == ATTRIBUTE_NONE)
			parent_id = str_copy(import->tree.arena, cell->text);
		else
			take_cell(import, own, column, cell, place);
	}
	if (child)
		import_tree_loose(&import->tree, own, parent_id);
	else if (own->fact_count > 0 || own->first)
		import_tree_record(&import->tree, own);
}

/* The sheet that explains says whose records these are, where they come from, and of what none
 * were. */
static void read_about(struct import *import, const struct sheet_row *row)
{
	struct str value =
		row->count > 1 ? str_copy(import->tree.arena, row->cells[1].text) : STR("");

	if (row->number == 2)
		import->authority = value;
	else if (row->number == 3)
		import->source = value;
	else if (row->number == 4)
		import->covers = value;
}

static void take_any_row(void *context, const struct sheet_row *row)
{
	struct import *import = context;
	int64_t head = import->mapped ? record_number(import->mapped, MAPPING_SHEET_HEAD_ROW)
				      : NUMBER_NONE;

	if (!import->kind)
		read_about(import, row);
	else if (head != NUMBER_NONE && row->number < head)
		return;
	else if (!import->has_head)
		read_head(import, row);
	else if (!import->unusable)
		take_row(import, row);
}

void import_init(struct import *import, struct arena *arena, const struct record *mapping,
		 struct diagnostics *diagnostics)
{
	*import = (struct import){.diagnostics = diagnostics, .mapping = mapping};
	import_tree_init(&import->tree, arena);
	import->kinds = sheets_of_records(arena, &import->kind_count);
}

bool import_file(struct import *import, struct str path)
{
	static const struct sheet_events events = {begin_sheet, take_any_row};

	import->path = path;
	return sheets_read(import->tree.arena, path, &events, import, import->diagnostics);
}

void import_finish(struct import *import)
{
	if (import->trimmed)
		diagnostic_add(import->diagnostics, DIAGNOSTIC_CELLS_TRIMMED, import->first_trimmed,
			       import->trimmed - 1);
}
