#include "read/sheets/table_file.h"

#include <csv.h>
#include <iconv.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "read/sheets/cell.h"

struct table_file {
	struct arena *arena;
	const struct sheet_events *events;
	void *context;
	struct sheet_cell *cells;
	size_t count, capacity;
	uint32_t row;
	int ended_by; /* the row before */
};

static void take_field(void *bytes, size_t length, void *context)
{
	struct table_file *file = context;

	file->cells = arena_grow(file->arena, file->cells, &file->capacity, file->count + 1,
				 sizeof *file->cells);
	file->cells[file->count++] =
		cell_of(str_copy(file->arena, (struct str){bytes, bytes ? length : 0}));
}

static void take_row(int ended_by, void *context)
{
	struct table_file *file = context;
	bool something = false;

	if (ended_by == '\n' && file->ended_by == '\r' && file->count == 0) {
		file->ended_by = 0; /* the second half of a line's end */
		return;
	}
	file->ended_by = ended_by;
	file->row++;
	for (size_t i = 0; i < file->count; i++)
		something = something || file->cells[i].text.length > 0;
	if (something)
		file->events->row(file->context,
				  &(struct sheet_row){file->row, file->cells, file->count});
	file->count = 0;
}

static bool converted(struct str from, const char *encoding, struct buffer *out)
{
	iconv_t converter = iconv_open("UTF-8", encoding);
	char *in = (char *)from.at;
	size_t left = from.length, room;
	bool good = converter != (iconv_t)-1;

	while (good && left > 0) {
		char *to = buffer_room(out, 4096), *start = to;
		size_t before = left;

		room = 4096;
		good = iconv(converter, &in, &left, &to, &room) != (size_t)-1 || left < before;
		out->length += (size_t)(to - start);
	}
	if (converter != (iconv_t)-1)
		iconv_close(converter);
	return good;
}

/* The content as UTF-8 without a mark. */
static struct str as_utf8(struct arena *arena, struct str content)
{
	struct buffer out = {0};
	struct str text;
	size_t bad;

	if (str_starts(content, STR("\xef\xbb\xbf")))
		return str_slice(content, 3, content.length);
	if (str_starts(content, STR("\xff\xfe")) || str_starts(content, STR("\xfe\xff")))
		converted(content, "UTF-16", &out);
	else if (str_is_utf8(content, &bad))
		return content;
	else
		converted(content, "WINDOWS-1252", &out);
	text = str_copy(arena, buffer_view(&out));
	buffer_release(&out);
	return text;
}

static unsigned char delimiter_of(struct str text)
{
	static const char delimiters[] = ",;\t";
	size_t line = str_find(text, '\n', 0), most = 0;
	char best = ',';

	for (const char *one = delimiters; *one; one++) {
		size_t found = 0;

		for (size_t i = 0; i < line; i++)
			found += text.at[i] == *one;
		if (found > most) {
			most = found;
			best = *one;
		}
	}
	return (unsigned char)best;
}

bool table_file_read(struct arena *arena, struct str path, struct str content,
		     const struct sheet_events *events, void *context,
		     struct diagnostics *diagnostics)
{
	struct table_file file = {.arena = arena, .events = events, .context = context};
	struct str text = as_utf8(arena, content);
	struct csv_parser parser;
	bool good;

	if (!events->begin(context, STR(""), false))
		return true;
	if (csv_init(&parser, CSV_REPALL_NL | CSV_STRICT_FINI) != 0)
		memory_exhausted();
	csv_set_delim(&parser, delimiter_of(text));
	good = csv_parse(&parser, text.at, text.length, take_field, take_row, &file) ==
		       text.length &&
	       csv_fini(&parser, take_field, take_row, &file) == 0;
	if (!good)
		diagnostic_add(diagnostics, DIAGNOSTIC_SHEET_UNREADABLE,
			       (struct place){.file = path},
			       csv_error(&parser) == CSV_ENOMEM
				       ? "there is not enough memory for it"
				       : "a quotation mark is never closed: save it again as CSV");
	csv_free(&parser);
	return good;
}
