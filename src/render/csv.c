/* Owns the form of data/NAME.csv. */
#include "render/csv.h"
#include "base/buffer.h"

#include <string.h>

static bool needs_quotes(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (strchr(",\"\r\n", text.at[i]))
			return true;
	return false;
}

static void write_field(struct buffer *out, struct str text)
{
	if (!needs_quotes(text)) {
		buffer_str(out, text);
		return;
	}
	buffer_byte(out, '"');
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '"')
			buffer_byte(out, '"');
		buffer_byte(out, text.at[i]);
	}
	buffer_byte(out, '"');
}

void render_table_csv(const struct table *table, struct buffer *out)
{
	for (size_t column = 0; column < table->column_count; column++) {
		if (column)
			buffer_byte(out, ',');
		write_field(out, table->columns[column]);
	}
	buffer_text(out, "\r\n");
	for (size_t i = 0; i < table->row_count * table->column_count; i++) {
		const struct cell *cell = &table->cells[i];
		bool last = (i + 1) % table->column_count == 0;

		write_field(out, cell->number ? cell->plain : cell->text);
		buffer_text(out, last ? "\r\n" : ",");
	}
}
