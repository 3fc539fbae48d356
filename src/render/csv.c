/* Owns the form of data/NAME.csv. */
#include "render/csv.h"

#include <string.h>

#include "base/buffer.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static bool needs_quotes(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (strchr(",\"\r\n", text.at[i]))
			return true;
	return false;
}

static void write_quoted(struct buffer *out, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"')
			buffer_byte(out, '"');
		buffer_byte(out, text.at[i]);
	}
}

/* `guard` stands before the text, within its quotes; it may be empty. */
static void write_field(struct buffer *out, const char *guard, struct str text)
{
	bool quoted = needs_quotes(text);

	if (quoted)
		buffer_byte(out, '"');
	buffer_text(out, guard);
	write_quoted(out, text);
	if (quoted)
		buffer_byte(out, '"');
}

void csv_text(struct buffer *out, struct str text, bool quoted)
{
	bool formula = text.length > 0 && strchr("=+-@\t\r", text.at[0]);

	if (quoted) {
		write_field(out, formula ? "'" : "", text);
		return;
	}
	buffer_text(out, formula ? "'" : "");
	buffer_str(out, text);
}

void render_table_csv(const struct table *table, struct buffer *out)
{
	buffer_text(out, BYTE_ORDER_MARK);
	for (size_t column = 0; column < table->column_count; column++) {
		if (column)
			buffer_byte(out, ',');
		csv_text(out, table->columns[column], true);
	}
	buffer_text(out, "\r\n");
	for (size_t i = 0; i < table->row_count * table->column_count; i++) {
		const struct cell *cell = &table->cells[i];
		bool last = (i + 1) % table->column_count == 0;

		if (cell->number)
			write_field(out, "", cell->plain);
		else
			csv_text(out, cell->text, true);
		buffer_text(out, last ? "\r\n" : ",");
	}
}
