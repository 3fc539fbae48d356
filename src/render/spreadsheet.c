#include "render/spreadsheet.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/str.h"
#include "base/workbook.h"

enum { NARROW = 14, WIDE = 44, WIDEST = 90, SIZE = 12, FORMATS = 64 };

#define DASH "\xe2\x80\x93"
#define NO_FIGURE "[z]"

struct sheet_writer {
	struct arena *arena;
	lxw_workbook *book;
	lxw_format *plain, *head, *title, *link, *bold;
	/* A form of numbers ("0.0\"%\"") and its look, as they were needed. */
	struct {
		struct str form;
		bool bold;
		lxw_format *format;
	} numbers[FORMATS];
	size_t number_count;
};

/* -- heads --------------------------------------------------------------------------------------
 */

static bool same_head(struct str a, struct str b)
{
	return a.length == b.length && strncasecmp(a.at, b.at, a.length) == 0;
}

static bool comes_again(const struct str *heads, size_t count, size_t at)
{
	for (size_t i = 0; i < count; i++)
		if (i != at && same_head(heads[i], heads[at]))
			return true;
	return false;
}

struct str *table_unique_heads(struct arena *arena, const struct table *table)
{
	size_t count = table->column_count;
	struct str *heads = ARENA_ARRAY(arena, count, struct str);

	for (size_t i = 0; i < count; i++)
		heads[i] = table->columns[i].length ? table->columns[i] : STR("Column");
	for (size_t i = count; i-- > 1;)
		if (comes_again(heads, count, i) || comes_again(table->columns, count, i))
			heads[i] = str_format(arena, "%.*s (%.*s)", STR_ARG(heads[i]),
					      STR_ARG(heads[i - 1]));
	for (size_t i = 0; i < count; i++)
		if (comes_again(heads, count, i))
			heads[i] = str_format(arena, "%.*s %zu", STR_ARG(heads[i]), i + 1);
	return heads;
}

/* -- looks --------------------------------------------------------------------------------------
 */

static lxw_format *new_format(struct sheet_writer *to, bool bold, double size)
{
	lxw_format *format = workbook_add_format(to->book);

	format_set_font_name(format, "Arial");
	format_set_font_size(format, size);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (bold)
		format_set_bold(format);
	return format;
}

static void make_formats(struct sheet_writer *to)
{
	to->plain = new_format(to, false, SIZE);
	format_set_text_wrap(to->plain);
	to->bold = new_format(to, true, SIZE);
	format_set_text_wrap(to->bold);
	to->head = new_format(to, true, SIZE);
	format_set_text_wrap(to->head);
	format_set_bottom(to->head, LXW_BORDER_THIN);
	to->title = new_format(to, true, 16);
	to->link = new_format(to, false, SIZE);
	format_set_underline(to->link, LXW_UNDERLINE_SINGLE);
	format_set_font_color(to->link, 0x0B0CAA);
}

/* How a number shows: with its decimals, and with what is printed behind it ("%", " points"). */
static struct str form_of(struct sheet_writer *to, const struct cell *cell)
{
	size_t end = cell->text.length, point = str_find(cell->plain, '.', 0);
	size_t decimals = point < cell->plain.length ? cell->plain.length - point - 1 : 0;
	struct str behind, number;

	while (end > 0 && (cell->text.at[end - 1] < '0' || cell->text.at[end - 1] > '9'))
		end--;
	behind = str_slice(cell->text, end, cell->text.length);
	if (str_find(behind, '"', 0) < behind.length)
		behind = STR("");
	number = str_format(to->arena, "#,##0%s%.*s%s%.*s%s", decimals ? "." : "", (int)decimals,
			    "000000", behind.length ? "\"" : "", STR_ARG(behind),
			    behind.length ? "\"" : "");
	if (cell->text.length && cell->text.at[0] == '+')
		return str_format(to->arena, "+%.*s;-%.*s", STR_ARG(number), STR_ARG(number));
	return number;
}

static lxw_format *number_format(struct sheet_writer *to, const struct cell *cell, bool bold)
{
	struct str form = form_of(to, cell);
	size_t i = 0;

	while (i < to->number_count &&
	       !(to->numbers[i].bold == bold && str_equal(to->numbers[i].form, form)))
		i++;
	if (i == to->number_count && i < FORMATS) {
		to->numbers[i].form = form;
		to->numbers[i].bold = bold;
		to->numbers[i].format = new_format(to, bold, SIZE);
		format_set_num_format(to->numbers[i].format, str_terminated(to->arena, form));
		to->number_count++;
	}
	return i < FORMATS ? to->numbers[i].format : to->plain;
}

/* -- cells --------------------------------------------------------------------------------------
 */

static void write_text(struct sheet_writer *to, lxw_worksheet *sheet, lxw_row_t row,
		       lxw_col_t column, struct str text, lxw_format *format)
{
	worksheet_write_string(sheet, row, column, str_terminated(to->arena, text), format);
}

/* What stands in a figure's place: a symbol that the notes explain. */
static struct str symbol_of(const struct cell *cell)
{
	return !cell->text.length || str_is(cell->text, DASH) ? STR(NO_FIGURE) : cell->text;
}

static void write_cell(struct sheet_writer *to, lxw_worksheet *sheet, lxw_row_t row,
		       lxw_col_t column, const struct cell *cell, bool bold)
{
	struct str text = cell->number ? cell->plain : cell->text;
	const char *number = str_terminated(to->arena, text);
	char *end;
	double value = strtod(number, &end);

	if (cell->number && text.length && !*end)
		worksheet_write_number(sheet, row, column, value, number_format(to, cell, bold));
	else
		write_text(to, sheet, row, column, text.length ? text : symbol_of(cell),
			   bold ? to->bold : to->plain);
}

/* The name of its sheet, by which the contents link to it. */
static const char *sheet_name(struct sheet_writer *to, size_t at)
{
	return str_format(to->arena, "Table_%zu", at + 1).at;
}

/* Marks a table as one, so that a screen reader says so, and where it is. */
static void mark_table(struct sheet_writer *to, lxw_worksheet *sheet, lxw_row_t first,
		       const struct str *heads, size_t columns, size_t rows, const char *name)
{
	lxw_table_column **list = ARENA_ARRAY(to->arena, columns + 1, lxw_table_column *);
	lxw_table_options options = {.name = (char *)name,
				     .no_autofilter = true,
				     .no_banded_rows = true,
				     .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
				     .style_type_number = 1,
				     .columns = list};

	for (size_t i = 0; i < columns; i++) {
		list[i] = ARENA_NEW(to->arena, lxw_table_column);
		list[i]->header = (char *)str_terminated(to->arena, heads[i]);
		list[i]->header_format = to->head;
	}
	worksheet_add_table(sheet, first, 0, first + (lxw_row_t)rows, (lxw_col_t)(columns - 1),
			    &options);
}

/* -- sheets -------------------------------------------------------------------------------------
 */

static lxw_worksheet *new_sheet(struct sheet_writer *to, const char *name, struct str title)
{
	lxw_worksheet *sheet = workbook_add_worksheet(to->book, name);

	worksheet_set_column(sheet, 0, 0, WIDE, NULL);
	write_text(to, sheet, 0, 0, title, to->title);
	return sheet;
}

static void write_cover(struct sheet_writer *to, const struct spreadsheet *about)
{
	lxw_worksheet *sheet = new_sheet(to, "Cover", about->title);
	const struct str lines[] = {
		about->notice,
		about->council,
		about->subtitle,
		str_format(to->arena,
			   "This workbook contains %zu tables, each on a sheet of its own. The "
			   "sheet Contents lists them; the sheet Notes explains the symbols.",
			   about->table_count),
		STR("The same figures are in the CSV files beside this workbook, and in the "
		    "documents, which say how they were made."),
	};
	lxw_row_t row = 1;

	worksheet_set_column(sheet, 0, 0, WIDEST, NULL);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (lines[i].length)
			write_text(to, sheet, row++, 0, lines[i], to->plain);
	if (about->website.length &&
	    worksheet_write_url(sheet, row, 0, str_terminated(to->arena, about->website),
				to->link) != LXW_NO_ERROR)
		write_text(to, sheet, row, 0, about->website, to->plain);
}

static void write_contents(struct sheet_writer *to, const struct spreadsheet *about)
{
	static const struct str heads[] = {{"Sheet", 5}, {"Title", 5}};
	lxw_worksheet *sheet = new_sheet(to, "Contents", STR("Contents"));
	enum { HEAD_ROW = 2 };

	worksheet_set_column(sheet, 0, 0, NARROW, NULL);
	worksheet_set_column(sheet, 1, 1, WIDEST, NULL);
	write_text(to, sheet, 1, 0, STR("This worksheet contains one table."), NULL);
	mark_table(to, sheet, HEAD_ROW, heads, 2, about->table_count, "contents");
	for (size_t i = 0; i < about->table_count; i++) {
		lxw_row_t row = HEAD_ROW + 1 + (lxw_row_t)i;
		const char *name = sheet_name(to, i);

		worksheet_write_url(sheet, row, 0,
				    str_format(to->arena, "internal:'%s'!A1", name).at, to->link);
		worksheet_write_string(sheet, row, 0, name, to->link);
		write_text(to, sheet, row, 1, about->tables[i]->caption, to->plain);
	}
}

static void write_notes(struct sheet_writer *to)
{
	static const struct str heads[] = {{"Symbol", 6}, {"What it means", 13}};
	static const char *const symbols[][2] = {
		{"[c]", "Confidential: the figure is kept back to protect people."},
		{"[x]", "Not available: the year's records do not cover it."},
		{NO_FIGURE, "Not applicable: there was nothing to work the figure out from, or no "
			    "figure was published for that year or area."},
	};
	enum { HEAD_ROW = 2, COUNT = sizeof symbols / sizeof *symbols };
	lxw_worksheet *sheet = new_sheet(to, "Notes", STR("Notes"));

	worksheet_set_column(sheet, 0, 0, NARROW, NULL);
	worksheet_set_column(sheet, 1, 1, WIDEST, NULL);
	write_text(to, sheet, 1, 0, STR("This worksheet contains one table."), NULL);
	mark_table(to, sheet, HEAD_ROW, heads, 2, COUNT, "notes");
	for (lxw_row_t i = 0; i < COUNT; i++) {
		worksheet_write_string(sheet, HEAD_ROW + 1 + i, 0, symbols[i][0], to->plain);
		worksheet_write_string(sheet, HEAD_ROW + 1 + i, 1, symbols[i][1], to->plain);
	}
}

/* The note as the sheet has the symbols: where pages have a dash, [z] stands here. */
static struct str note_of(struct sheet_writer *to, struct str note)
{
	static const char dash[] = "A dash (" DASH ")";
	const char *at = memmem(note.at, note.length, dash, sizeof dash - 1);
	size_t before = at ? (size_t)(at - note.at) : 0;

	if (!at)
		return note;
	return str_format(to->arena, "%.*s" NO_FIGURE "%.*s", (int)before, note.at,
			  (int)(note.length - before - (sizeof dash - 1)), at + sizeof dash - 1);
}

static void write_rows(struct sheet_writer *to, lxw_worksheet *sheet, lxw_row_t first,
		       const struct table *table)
{
	for (size_t i = 0; i < table->row_count * table->column_count; i++) {
		size_t row = i / table->column_count;
		bool bold = table->total_row && row + 1 == table->row_count;

		write_cell(to, sheet, first + (lxw_row_t)row, (lxw_col_t)(i % table->column_count),
			   &table->cells[i], bold);
	}
}

static void write_table(struct sheet_writer *to, const struct table *table, size_t at)
{
	lxw_worksheet *sheet = new_sheet(to, sheet_name(to, at), table->caption);
	struct str note = note_of(to, table->note);
	lxw_row_t row = 1;

	write_text(to, sheet, row++, 0,
		   STR("This worksheet contains one table. Symbols are explained in the sheet "
		       "Notes."),
		   NULL);
	if (note.length)
		write_text(to, sheet, row++, 0, note, NULL);
	if (table->source.length)
		write_text(to, sheet, row++, 0,
			   str_format(to->arena, "Source: %.*s", STR_ARG(table->source)), NULL);
	worksheet_set_column(sheet, 1, (lxw_col_t)table->column_count, NARROW, NULL);
	if (!table->row_count || !table->column_count)
		return;
	mark_table(to, sheet, row, table_unique_heads(to->arena, table), table->column_count,
		   table->row_count, str_format(to->arena, "table_%zu", at + 1).at);
	write_rows(to, sheet, row + 1, table);
}

bool render_spreadsheet(struct arena *arena, const struct spreadsheet *about, struct buffer *out,
			struct str *why)
{
	struct workbook_in_memory made = workbook_begin(arena);
	struct sheet_writer to = {.arena = arena, .book = made.book};
	lxw_doc_properties properties = {.title = (char *)str_terminated(arena, about->title),
					 .author = (char *)str_terminated(arena, about->council),
					 .created = (time_t)about->created};

	workbook_set_properties(to.book, &properties);
	make_formats(&to);
	write_cover(&to, about);
	write_contents(&to, about);
	write_notes(&to);
	for (size_t i = 0; i < about->table_count; i++)
		write_table(&to, about->tables[i], i);
	return workbook_end(arena, &made, out, why);
}
