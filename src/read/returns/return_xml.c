/*
 * Elements are taken by name wherever they stand in a CHILD, since the schemas of the years nest
 * them differently: a row is a HEADER, EPISODE or OC3, and its fields are its own children.
 */
#include "read/returns/return_xml.h"

#include <string.h>

#include "base/buffer.h"
#include "read/xml/feed.h"

enum { MOST_ROWS_DEEP = 8 };

struct open_row {
	size_t row;   /* among those of the child */
	size_t depth; /* of its element */
};

/* One file. */
struct xml_reader {
	struct returns *returns;
	struct return_text *text;
	uint32_t file;
	struct xml *xml;
	size_t depth;		 /* open elements */
	struct return_row *rows; /* of the child that is being read */
	size_t row_count, row_capacity;
	struct open_row open[MOST_ROWS_DEEP];
	size_t open_count;
	size_t child_depth; /* of its CHILD; 0 outside */
	struct place child_place;
	enum return_field field; /* that is being read; FIELD_COUNT: none */
	size_t field_depth;
	struct place field_place;
	struct buffer value;
};

static struct place tag_place(struct xml_reader *reader)
{
	return return_text_mapped(reader->text, xml_tag_place(reader->xml));
}

static enum return_table row_of(struct str name)
{
	if (str_is(name, "HEADER"))
		return TABLE_HEADER;
	if (str_is(name, "EPISODE"))
		return TABLE_EPISODES;
	return str_is(name, "OC3") ? TABLE_OC3 : TABLE_NONE;
}

static void open_row(struct xml_reader *reader, enum return_table table)
{
	reader->rows = arena_grow(reader->returns->arena, reader->rows, &reader->row_capacity,
				  reader->row_count + 1, sizeof(*reader->rows));
	reader->rows[reader->row_count] = (struct return_row){
		.table = table, .file = reader->file, .place = tag_place(reader), .in_xml = true};
	reader->open[reader->open_count++] = (struct open_row){reader->row_count++, reader->depth};
}

static void open_field(struct xml_reader *reader, struct str name)
{
	reader->field = return_field_find(name);
	reader->field_depth = reader->depth;
	buffer_clear(&reader->value);
	if (reader->field != FIELD_COUNT)
		reader->field_place = tag_place(reader);
}

static void on_start(void *context, struct xml *xml, const struct xml_tag *tag)
{
	struct xml_reader *reader = context;
	struct str name = str_of((const char *)tag->name);
	(void)xml;
	if (reader->depth++ == 0) {
		if (tag->namespace)
			diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_ROOT_WRONG,
				       tag_place(reader), "EXPSSDA903",
				       str_terminated(reader->returns->arena,
						      str_of((const char *)tag->namespace)),
				       "EXPSSDA903", "none");
		return;
	}
	if (!reader->child_depth) {
		if (str_is(name, "CHILD")) {
			reader->child_depth = reader->depth;
			reader->child_place = tag_place(reader);
		}
		return;
	}
	bool in_row = reader->open_count &&
		      reader->open[reader->open_count - 1].depth == reader->depth - 1;
	enum return_table table = row_of(name);
	if (table != TABLE_NONE && reader->open_count < MOST_ROWS_DEEP)
		open_row(reader, table);
	else if (in_row)
		open_field(reader, name);
}

static void end_field(struct xml_reader *reader)
{
	struct return_row *row = &reader->rows[reader->open[reader->open_count - 1].row];
	struct return_cell *cell = &row->cells[reader->field];
	struct arena *arena = reader->returns->arena;
	struct str value = str_trim(buffer_view(&reader->value));
	if (cell->value.length && value.length)
		diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_TWICE,
			       reader->field_place, return_field_name(reader->field), "element");
	else if (!cell->value.length)
		*cell = (struct return_cell){str_copy(arena, value), reader->field_place};
	reader->field = FIELD_COUNT;
}

/* All rows of a CHILD are of the child that its header names, which may come last. */
static void end_child(struct xml_reader *reader)
{
	struct return_cell id = {.place = reader->child_place},
			   dob = {.place = reader->child_place};
	for (size_t i = 0; i < reader->row_count; i++) {
		const struct return_cell *cells = reader->rows[i].cells;
		if (!id.value.length && cells[FIELD_CHILD].place.line)
			id = cells[FIELD_CHILD];
		if (!dob.value.length && reader->rows[i].table == TABLE_HEADER)
			dob = cells[FIELD_DOB];
	}
	if (!id.value.length && reader->row_count)
		diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_EMPTY, id.place,
			       "CHILDID", "write the child's id");
	for (size_t i = 0; i < reader->row_count; i++) {
		struct return_row *row = &reader->rows[i];
		row->child_told = true;
		if (!row->cells[FIELD_CHILD].place.line)
			row->cells[FIELD_CHILD] = (struct return_cell){id.value, row->place};
		if (row->table == TABLE_OC3 && !row->cells[FIELD_DOB].value.length)
			row->cells[FIELD_DOB].value = dob.value;
		returns_take_row(reader->returns, row);
	}
	reader->row_count = 0;
	reader->child_depth = 0;
}

static void on_end(void *context, struct xml *xml)
{
	struct xml_reader *reader = context;
	(void)xml;
	if (reader->field != FIELD_COUNT && reader->field_depth == reader->depth)
		end_field(reader);
	if (reader->open_count && reader->open[reader->open_count - 1].depth == reader->depth)
		reader->open_count--;
	if (reader->child_depth && reader->child_depth == reader->depth)
		end_child(reader);
	reader->depth--;
}

static void on_words(void *context, struct str words)
{
	struct xml_reader *reader = context;
	if (reader->field != FIELD_COUNT && reader->field_depth == reader->depth)
		buffer_str(&reader->value, words);
}

static void on_begin(void *context, struct xml *xml)
{
	((struct xml_reader *)context)->xml = xml;
}

void returns_take_xml(struct returns *returns, uint32_t file, struct return_text *text)
{
	static const struct xml_events events = {
		.begin = on_begin, .start = on_start, .end = on_end, .words = on_words};
	struct xml_reader *reader = ARENA_NEW(returns->arena, struct xml_reader);
	reader->returns = returns;
	reader->text = text;
	reader->file = file;
	reader->field = FIELD_COUNT;
	returns->leavers_known = true;
	if (!returns->first_file.length)
		returns->first_file = text->file;
	xml_read_text(text->file, text->text, &events, reader, returns->diagnostics);
	buffer_release(&reader->value);
}
