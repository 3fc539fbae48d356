#include "audit/sheet.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "measure/rule.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct str label_plain(struct arena *arena, struct str label)
{
	char *out = arena_bytes(arena, label.length + 1);
	size_t length = 0, at = 0;

	while (at < label.length) {
		uint32_t character = str_next(label, &at);

		if (character == 0x2019 || character == 0x2018)
			character = '\'';
		if (character == 0xa0 || character == 0x202f || isspace((int)(character & 0x7f)))
			character = character < 0x80 || character == 0xa0 || character == 0x202f
					    ? ' '
					    : character;
		if (character < 0x80)
			character = (uint32_t)tolower((int)character);
		length += str_encode(character, out + length);
	}
	return str_trim((struct str){out, length});
}

/* -- the cells --------------------------------------------------------------------------------- */

/* The field at *at, which moves behind its comma or line's end; *ends: it is its line's last. */
static struct str take_field(struct arena *arena, struct str text, size_t *at, bool *ends)
{
	struct buffer field = {0};
	bool quoted = false;
	struct str copy;

	for (; *at < text.length; ++*at) {
		char byte = text.at[*at];

		if (byte == '"')
			quoted = !quoted;
		else if (!quoted && (byte == ',' || byte == '\n'))
			break;
		else if (byte != '\r')
			buffer_byte(&field, byte);
	}
	*ends = *at >= text.length || text.at[*at] == '\n';
	*at += 1;
	copy = str_copy(arena, buffer_view(&field));
	buffer_release(&field);
	return copy;
}

static void take_cells(struct sheet *sheet, struct arena *arena, struct str text)
{
	size_t at = str_starts(text, STR(BYTE_ORDER_MARK)) ? 3 : 0, count = 0, capacity = 0;

	while (at < text.length) {
		bool ends;
		struct str field = take_field(arena, text, &at, &ends);

		sheet->cells =
			arena_grow(arena, sheet->cells, &capacity, count + 1, sizeof *sheet->cells);
		sheet->cells[count++] = (struct data_cell){field, MEASURE_NONE};
		if (ends && !sheet->columns)
			sheet->columns = count;
	}
	sheet->rows = sheet->columns ? count / sheet->columns : 0;
}

/* -- which figures they are -------------------------------------------------------------------- */

/* "enquiries.source" of "enquiries.source.internet". */
static struct str family_of(enum measure_id id)
{
	const char *name = measure_at(id)->name;
	const char *end = strrchr(name, '.');

	return (struct str){name, end ? (size_t)(end - name) : 0};
}

/* The measure of the family that is labelled so; or NONE. */
static enum measure_id labelled(struct arena *arena, struct str family, struct str label)
{
	struct str plain = label_plain(arena, label);

	for (int id = 0; id < MEASURE_COUNT; id++) {
		struct str own = family_of(id);

		if (str_equal(own, family) &&
		    (str_equal(label_plain(arena, str_of(measure_at(id)->label)), plain) ||
		     str_equal(str_of(measure_at(id)->name + own.length + 1), plain)))
			return id;
	}
	return MEASURE_NONE;
}

static struct data_cell *cell_at(const struct sheet *sheet, size_t row, size_t column)
{
	return &sheet->cells[row * sheet->columns + column];
}

static bool is_of_shares(const struct sheet *sheet, size_t column)
{
	return str_starts(cell_at(sheet, 0, column)->text, STR("Share"));
}

/* What the last row of a column says, when it is of all. */
static bool is_whole_told(const struct sheet *sheet, const struct told *told, enum measure_id id,
			  size_t column)
{
	struct arena page;
	int64_t value;
	bool same;

	if (rule_at(id)->whole == MEASURE_NONE ||
	    !is_told(told, (enum measure_id)rule_at(id)->whole, &value))
		return false;
	arena_init(&page);
	same = str_equal(cell_at(sheet, sheet->rows - 1, column)->text,
			 str_format(&page, "%lld", (long long)value));
	arena_release(&page);
	return same;
}

/* How well a family fits a column: a label each, and less for a figure that is said otherwise. */
static int fit(const struct sheet *sheet, const struct told *told, struct str family, size_t column)
{
	struct arena page;
	int good = 0;

	arena_init(&page);
	for (size_t row = 1; row < sheet->rows; row++) {
		enum measure_id id = labelled(&page, family, cell_at(sheet, row, 0)->text);
		struct str text = cell_at(sheet, row, column)->text;
		int64_t value;

		if (id == MEASURE_NONE)
			continue;
		good += 1 + is_whole_told(sheet, told, id, column);
		if (is_told(told, id, &value))
			good += str_equal(str_format(&page, "%lld", (long long)value), text) ? 1
											     : -3;
	}
	arena_release(&page);
	return good;
}

/* The only measure of the family that no row of the column has yet; or NONE. */
static enum measure_id left_over(const struct sheet *sheet, struct str family, size_t column)
{
	enum measure_id found = MEASURE_NONE;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		bool is_taken = false;

		if (!str_equal(family_of(id), family) || rule_at(id)->whole == MEASURE_NONE)
			continue;
		for (size_t row = 1; row < sheet->rows; row++)
			is_taken |= cell_at(sheet, row, column)->id == (enum measure_id)id;
		if (!is_taken && found != MEASURE_NONE)
			return MEASURE_NONE;
		if (!is_taken)
			found = id;
	}
	return found;
}

static void name_column(struct sheet *sheet, struct arena *arena, const struct told *told,
			size_t column)
{
	struct str best = {0};
	size_t unknown = 0, at = 0;
	int most = 2;
	bool is_tied = false;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		struct str family = family_of(id);
		bool is_new = id == 0 || !str_equal(family, family_of(id - 1));
		int good = is_new && family.length ? fit(sheet, told, family, column) : 0;

		is_tied = good > most ? false : is_tied || (good == most && best.length);
		if (good > most) {
			most = good;
			best = family;
		}
	}
	if (is_tied) /* which family it is nobody can say */
		return;
	for (size_t row = 1; best.length && row < sheet->rows; row++) {
		struct str label = cell_at(sheet, row, 0)->text;

		cell_at(sheet, row, column)->id = labelled(arena, best, label);
		if (cell_at(sheet, row, column)->id == MEASURE_NONE &&
		    !str_starts(label, STR("All"))) {
			unknown++;
			at = row;
		}
	}
	if (unknown == 1)
		cell_at(sheet, at, column)->id = left_over(sheet, best, column);
}

static void tell_cells(const struct sheet *sheet, struct told *told, struct str file)
{
	for (size_t row = 1; row < sheet->rows; row++)
		for (size_t column = 1; column < sheet->columns; column++) {
			const struct data_cell *cell = cell_at(sheet, row, column);
			bool is_share = is_of_shares(sheet, column);
			enum measure_id id = is_share ? cell[-1].id : cell->id;

			if (id == MEASURE_NONE || !is_hidden(told, id))
				continue;
			if (is_share)
				tell_share(told, id, cell->text, file);
			else
				tell_printed(told, id, cell->text, file);
		}
}

void sheet_read(struct sheet *sheet, struct told *told, struct str text, struct str file)
{
	struct str name = str_slice(file, sizeof "data/" - 1, file.length - (sizeof ".csv" - 1));

	*sheet = (struct sheet){.name = name};
	take_cells(sheet, told->arena, text);
	sheet_tell(sheet, told, file);
}

void sheet_tell(struct sheet *sheet, struct told *told, struct str file)
{
	for (size_t column = 1; column < sheet->columns; column++)
		if (!is_of_shares(sheet, column))
			name_column(sheet, told->arena, told, column);
	tell_cells(sheet, told, file);
}
