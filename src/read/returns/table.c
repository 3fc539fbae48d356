#include "read/returns/table.h"

#include <string.h>

#include "read/returns/csv.h"

/* One file. */
struct table_reader {
	struct returns *returns;
	struct return_text *text;
	struct return_row row;
	bool columns[FIELD_COUNT];
	enum return_field *fields; /* by column; FIELD_COUNT: none that is read */
	size_t column_count, capacity;
	size_t column; /* of the next cell */
	bool has_header, known, row_filled, too_long;
	bool has_child, is_unused;
};

/* Columns that only tables have which no figure needs. */
static bool is_of_unused_table(struct str name)
{
	static const char *const names[] = {
		"REVIEW",     "REVIEW_CODE", "MISSING",	 "MIS_START",	 "MIS_END",
		"SDQ_SCORE",  "CONVICTED",   "DATE_INT", "HEALTH_CHECK", "PREV_PERM",
		"DATE_MATCH", "DATE_PLACED", "LA_PERM",	 "DATE_PERM",	 "DOLO_START",
		"DOLO_END",   "SDQ_REASON",
	};
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (str_is(name, names[i]))
			return true;
	}
	return str_starts(name, STR("SW_")) || str_starts(name, STR("SWE_"));
}

static void take_column(struct table_reader *reader, struct str name, struct place place)
{
	enum return_field field = return_field_find(name);
	if (field != FIELD_COUNT && reader->columns[field]) {
		diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_TWICE, place,
			       return_field_name(field), "table");
		field = FIELD_COUNT;
	}
	if (field != FIELD_COUNT)
		reader->columns[field] = true;
	reader->is_unused = reader->is_unused || is_of_unused_table(name);
	reader->fields = arena_grow(reader->returns->arena, reader->fields, &reader->capacity,
				    reader->column + 1, sizeof(*reader->fields));
	reader->fields[reader->column] = field;
	if (name.length)
		reader->column_count = reader->column + 1;
}

static enum return_table table_of(const bool *columns)
{
	if (!columns[FIELD_CHILD])
		return TABLE_NONE;
	if (columns[FIELD_DECOM] && columns[FIELD_RNE])
		return TABLE_EPISODES;
	if (!columns[FIELD_DOB])
		return TABLE_NONE;
	return columns[FIELD_ETHNIC]  ? TABLE_HEADER
	       : columns[FIELD_ACCOM] ? TABLE_OC3
	       : columns[FIELD_DUC]   ? TABLE_UASC
				      : TABLE_NONE;
}

static void say_missing_column(struct table_reader *reader, enum return_field field)
{
	if (!reader->columns[field])
		diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_NO_COLUMN,
			       reader->row.place, return_field_name(field));
}

static void end_header(struct table_reader *reader)
{
	struct returns *returns = reader->returns;
	reader->has_header = true;
	reader->row.table = table_of(reader->columns);
	reader->known = reader->row.table != TABLE_NONE;
	if (!reader->known)
		return;
	if (reader->row.table == TABLE_EPISODES) {
		say_missing_column(reader, FIELD_LS);
		say_missing_column(reader, FIELD_PL);
	}
	if (reader->row.table == TABLE_OC3)
		returns->leavers_known = true;
	if (!returns->first_file.length)
		returns->first_file = reader->text->file;
}

/* Where a cell holds what no text does; its length when nowhere. */
static size_t find_control(struct str value)
{
	size_t at = 0;
	while (at < value.length && ((unsigned char)value.at[at] >= 0x20 || value.at[at] == '\t' ||
				     value.at[at] == '\n' || value.at[at] == '\r'))
		at++;
	return at;
}

static void take_value(struct table_reader *reader, struct str value, struct place place)
{
	if (reader->column >= reader->column_count) {
		if (value.length && !reader->too_long)
			diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_LONG_ROW,
				       place);
		reader->too_long = reader->too_long || value.length;
		return;
	}
	enum return_field field = reader->fields[reader->column];
	size_t control = find_control(value);
	if (control < value.length) {
		diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_CONTROL, place);
		value = str_slice(value, 0, control);
	}
	if (field != FIELD_COUNT)
		reader->row.cells[field] =
			(struct return_cell){str_copy(reader->returns->arena, value), place};
}

static void on_cell(void *taker, struct str value, size_t offset)
{
	struct table_reader *reader = taker;
	if (reader->has_header && !reader->known)
		return;
	struct place place = return_text_place(reader->text, offset);
	if (reader->column == 0)
		reader->row.place = place;
	value = str_trim(value);
	reader->row_filled = reader->row_filled || value.length;
	if (reader->has_header)
		take_value(reader, value, place);
	else
		take_column(reader, value, place);
	reader->column++;
}

static void on_row(void *taker)
{
	struct table_reader *reader = taker;
	if (reader->row_filled && !reader->has_header)
		end_header(reader);
	else if (reader->row_filled)
		returns_take_row(reader->returns, &reader->row);
	memset(reader->row.cells, 0, sizeof(reader->row.cells));
	reader->column = 0;
	reader->row_filled = reader->too_long = false;
}

static void say_unclosed(struct table_reader *reader, size_t offset)
{
	diagnostic_add(reader->returns->diagnostics, DIAGNOSTIC_RETURN_QUOTE,
		       return_text_place(reader->text, offset));
}

void returns_take_csv(struct returns *returns, uint32_t file, struct return_text *text)
{
	struct table_reader *reader = ARENA_NEW(returns->arena, struct table_reader);
	struct csv_reader csv = {.taker = reader, .cell = on_cell, .row = on_row};
	size_t bad, mark = str_starts(text->text, STR("\xef\xbb\xbf")) ? 3 : 0;
	reader->returns = returns;
	reader->text = text;
	reader->row.file = file;
	reader->row.columns = reader->columns;
	if (!str_is_utf8(text->text, &bad)) { /* it has the mark of UTF-8 */
		diagnostic_add(returns->diagnostics, DIAGNOSTIC_XML_NOT_UTF8,
			       return_text_place(text, bad));
		return;
	}
	csv_begin(&csv);
	csv.offset = csv.cell_start = mark;
	csv_push(&csv, str_slice(text->text, mark, text->text.length));
	size_t open = csv.cell_start;
	if (!csv_end(&csv))
		say_unclosed(reader, open);
	else if (!reader->known && !(reader->columns[FIELD_CHILD] && reader->is_unused))
		diagnostic_add(returns->diagnostics, DIAGNOSTIC_RETURN_NO_TABLE,
			       (struct place){.file = text->file});
}
