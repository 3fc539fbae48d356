#include "read/returns/csv.h"

void csv_begin(struct csv_reader *csv)
{
	if (csv_init(&csv->parser, 0) != 0)
		memory_exhausted();
	csv->offset = csv->cell_start = 0;
}

static void on_cell(void *value, size_t length, void *context)
{
	struct csv_reader *csv = context;
	csv->cell(csv->taker, (struct str){value, length}, csv->cell_start);
	csv->cell_start = csv->offset;
	csv->told = true;
}

static void on_row(int end, void *context)
{
	struct csv_reader *csv = context;
	(void)end;
	csv->row(csv->taker);
	csv->told = true;
}

static bool may_end_cell(char byte)
{
	return byte == ',' || byte == '\n' || byte == '\r';
}

void csv_push(struct csv_reader *csv, struct str bytes)
{
	for (size_t at = 0; at < bytes.length;) {
		size_t end = at;
		while (end < bytes.length && !may_end_cell(bytes.at[end]))
			end++;
		bool line_end = end < bytes.length && bytes.at[end] != ',';
		end += end < bytes.length;
		csv->offset += end - at;
		csv->told = false;
		if (csv_parse(&csv->parser, bytes.at + at, end - at, on_cell, on_row, csv) !=
		    end - at)
			memory_exhausted();
		if (line_end && !csv->told && !csv->parser.quoted)
			csv->cell_start = csv->offset; /* a row without anything */
		at = end;
	}
}

bool csv_end(struct csv_reader *csv)
{
	csv_set_opts(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
	bool closed = csv_fini(&csv->parser, on_cell, on_row, csv) == 0;
	csv_free(&csv->parser);
	return closed;
}
