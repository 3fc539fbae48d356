#include "audit/worksheet.h"

#include <stdlib.h>
#include <string.h>

#include "audit/book.h"
#include "audit/sheet.h"
#include "audit/words.h"

struct strings {
	struct str *items;
	size_t count, capacity;
};

/* Where `what` next stands from `at` on; the text's length when it doesn't. */
static size_t find(struct str text, const char *what, size_t at)
{
	const char *found = at < text.length
				    ? memmem(text.at + at, text.length - at, what, strlen(what))
				    : NULL;

	return found ? (size_t)(found - text.at) : text.length;
}

static struct str part_named(struct arena *arena, zip_t *book, const char *name)
{
	zip_int64_t number = zip_name_locate(book, name, 0);

	return number < 0 ? STR("") : book_part(arena, book, (zip_uint64_t)number);
}

static void take_strings(struct strings *strings, struct arena *arena, struct str text)
{
	for (size_t at = find(text, "<si>", 0); at < text.length; at = find(text, "<si>", at + 1)) {
		struct str item = str_slice(text, at, find(text, "</si>", at));

		strings->items = arena_grow(arena, strings->items, &strings->capacity,
					    strings->count + 1, sizeof *strings->items);
		strings->items[strings->count++] = str_trim(words_of_markup(arena, item));
	}
}

/* <c r="B3" t="s"><v>118</v></c>, without its column: rows of tables have no gaps. */
static struct str cell_text(struct arena *arena, const struct strings *strings, struct str cell)
{
	struct str head = str_slice(cell, 0, str_find(cell, '>', 0));
	struct str text = str_trim(words_of_markup(arena, cell));
	size_t number;

	if (find(head, "t=\"s\"", 0) == head.length)
		return text;
	number = strtoul(str_terminated(arena, text), NULL, 10);
	return number < strings->count ? strings->items[number] : STR("");
}

/* The row's cells; how many. */
static size_t take_row(struct sheet *sheet, struct arena *arena, const struct strings *strings,
		       struct str row)
{
	size_t count = 0;

	for (size_t at = find(row, "<c ", 0); at < row.length; at = find(row, "<c ", at + 1)) {
		struct str cell = str_slice(row, at, find(row, "<c ", at + 1));

		if (sheet->cells && count < sheet->columns)
			sheet->cells[sheet->rows * sheet->columns + count] =
				(struct data_cell){cell_text(arena, strings, cell), MEASURE_NONE};
		count++;
	}
	return count;
}

/* The list of all measures: each row ends with the name of one, and has its figure before. */
static void tell_names(struct told *told, const struct sheet *sheet, struct str file)
{
	for (size_t row = 0; row < sheet->rows; row++) {
		const struct data_cell *cells = &sheet->cells[row * sheet->columns];
		enum measure_id id = measure_find(cells[sheet->columns - 1].text);

		for (size_t i = 1;
		     id != MEASURE_NONE && is_hidden(told, id) && i + 1 < sheet->columns; i++)
			tell_printed(told, id, cells[i].text, file);
	}
}

/* The table is what has as many cells a row as the widest; the title is the first cell of all. */
static void read_worksheet(struct told *told, const struct strings *strings, struct str text,
			   struct str file)
{
	struct sheet sheet = {0};
	struct str title = STR("");
	size_t rows = 0;

	for (size_t at = find(text, "<row ", 0); at < text.length; rows++) {
		size_t next = find(text, "<row ", at + 1);
		size_t count = take_row(&sheet, told->arena, strings, str_slice(text, at, next));

		sheet.columns = count > sheet.columns ? count : sheet.columns;
		at = next;
	}
	if (sheet.columns < 2)
		return;
	sheet.cells = ARENA_ARRAY(told->arena, rows * sheet.columns, struct data_cell);
	for (size_t at = find(text, "<row ", 0); at < text.length;) {
		size_t next = find(text, "<row ", at + 1);
		size_t count = take_row(&sheet, told->arena, strings, str_slice(text, at, next));

		if (count && !title.length)
			title = sheet.cells[0].text;
		sheet.rows += count == sheet.columns;
		at = next;
	}
	tell_names(told, &sheet, file);
	sheet_tell(&sheet, told, file);
	words_read(told, &sheet, title, file);
}

void worksheets_read(struct told *told, struct str content, struct str file)
{
	zip_t *book = book_open(content);
	struct strings strings = {0};

	if (!book)
		return;
	take_strings(&strings, told->arena, part_named(told->arena, book, "xl/sharedStrings.xml"));
	for (int i = 1;; i++) {
		struct str name = str_format(told->arena, "xl/worksheets/sheet%d.xml", i);

		if (zip_name_locate(book, name.at, 0) < 0)
			break;
		read_worksheet(told, &strings, part_named(told->arena, book, name.at), file);
	}
	zip_discard(book);
}
