#include "read/sheets/workbook.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "read/sheets/cell.h"
#include "read/sheets/workbook_parts.h"

enum { MOST_COLUMNS = 16384 };

struct sheet_reading {
	struct workbook *workbook;
	const struct sheet_events *events;
	void *context;
	struct arena row_arena; /* of one row's texts */
	struct sheet_cell *cells;
	size_t count, capacity;
	uint32_t row;
	/* the cell at hand */
	size_t column;
	long style;
	struct str type;
	struct buffer value;
	bool within; /* its value or text */
};

static struct sheet_cell text_cell(struct sheet_reading *reading, struct str text)
{
	return cell_of(str_copy(&reading->row_arena, text));
}

/* As short as it reads back the same: 7.0000000000000007E-2 is 0.07. */
static struct sheet_cell number_cell(struct sheet_reading *reading, struct str text)
{
	const struct workbook *workbook = reading->workbook;
	char *end;
	double number = strtod(str_terminated(&reading->row_arena, text), &end);
	bool date = reading->style >= 0 && (size_t)reading->style < workbook->style_count &&
		    workbook->dates[reading->style];

	if (*end || !isfinite(number))
		return text_cell(reading, text);
	if (date) {
		struct str day = serial_day(&reading->row_arena, number, workbook->since_1904);

		return (struct sheet_cell){
			.text = day,
			.fault = day.length ? NULL
					    : "this is no day of the calendar: write the date"};
	}
	return (struct sheet_cell){.text = str_format(&reading->row_arena, "%.15g", number),
				   .number = true};
}

static struct sheet_cell cell_value(struct sheet_reading *reading)
{
	const struct workbook *workbook = reading->workbook;
	struct str value = buffer_view(&reading->value);

	if (value.length == 0)
		return (struct sheet_cell){0};
	if (str_is(reading->type, "s")) {
		size_t at = strtoul(str_terminated(&reading->row_arena, value), NULL, 10);

		return at < workbook->text_count ? cell_of(workbook->texts[at])
						 : (struct sheet_cell){0};
	}
	if (str_is(reading->type, "e"))
		return (struct sheet_cell){
			.text = str_copy(&reading->row_arena, value),
			.fault = "the formula here has no result: mend it, or write the value"};
	if (str_is(reading->type, "b"))
		return (struct sheet_cell){.text = str_is(value, "1") ? STR("true") : STR("false")};
	if (str_is(reading->type, "d"))
		return text_cell(reading, str_slice(value, 0, 10));
	if (str_is(reading->type, "str") || str_is(reading->type, "inlineStr"))
		return text_cell(reading, value);
	return number_cell(reading, value);
}

/* "C12": the column from 0. */
static bool column_of_reference(struct str reference, size_t *column)
{
	size_t at = 0, number = 0;

	while (at < reference.length && reference.at[at] >= 'A' && reference.at[at] <= 'Z' &&
	       at < 3)
		number = number * 26 + (size_t)(reference.at[at++] - 'A' + 1);
	*column = number - 1;
	return number > 0 && number <= MOST_COLUMNS;
}

static void begin_cell(struct sheet_reading *reading, xmlTextReaderPtr reader)
{
	struct arena *arena = &reading->row_arena;
	struct str style = attribute_of(arena, reader, "s");

	if (!column_of_reference(attribute_of(arena, reader, "r"), &reading->column))
		reading->column = reading->count;
	reading->type = attribute_of(arena, reader, "t");
	reading->style = style.length ? strtol(str_terminated(arena, style), NULL, 10) : -1;
	buffer_clear(&reading->value);
}

static void end_cell(struct sheet_reading *reading)
{
	struct sheet_cell cell = cell_value(reading);

	if (reading->column >= MOST_COLUMNS)
		return;
	reading->cells = arena_grow(reading->workbook->arena, reading->cells, &reading->capacity,
				    reading->column + 1, sizeof *reading->cells);
	while (reading->count <= reading->column)
		reading->cells[reading->count++] = (struct sheet_cell){0};
	reading->cells[reading->column] = cell;
}

static void end_row(struct sheet_reading *reading)
{
	bool something = false;

	for (size_t i = 0; i < reading->count; i++)
		something =
			something || reading->cells[i].text.length > 0 || reading->cells[i].fault;
	if (something)
		reading->events->row(
			reading->context,
			&(struct sheet_row){reading->row, reading->cells, reading->count});
	reading->count = 0;
	arena_release(&reading->row_arena);
	arena_init(&reading->row_arena);
}

static void begin_row(struct sheet_reading *reading, xmlTextReaderPtr reader)
{
	struct str number = attribute_of(&reading->row_arena, reader, "r");

	reading->row =
		number.length
			? (uint32_t)strtoul(str_terminated(&reading->row_arena, number), NULL, 10)
			: reading->row + 1;
}

static void step(struct sheet_reading *reading, xmlTextReaderPtr reader)
{
	const xmlChar *value = xmlTextReaderConstValue(reader);
	bool empty = xmlTextReaderIsEmptyElement(reader) == 1;

	if (is_element(reader, "row"))
		begin_row(reading, reader);
	else if (is_element(reader, "c"))
		begin_cell(reading, reader);
	else if (is_element(reader, "v") || is_element(reader, "t"))
		reading->within = !empty;
	else if (is_end(reader, "v") || is_end(reader, "t"))
		reading->within = false;
	else if (reading->within && value)
		buffer_text(&reading->value, (const char *)value);
	if (is_end(reader, "c"))
		end_cell(reading);
	if (is_end(reader, "row"))
		end_row(reading);
}

static bool read_sheet(struct sheet_reading *reading, const struct workbook_sheet *sheet)
{
	struct workbook *workbook = reading->workbook;
	xmlTextReaderPtr reader =
		workbook_open_part(workbook, str_terminated(workbook->arena, sheet->part));
	bool good;

	if (!reader)
		return false;
	reading->row = 0;
	while (workbook_next(reader))
		step(reading, reader);
	good = xmlTextReaderReadState(reader) != XML_TEXTREADER_MODE_ERROR;
	workbook_close_part(reader);
	return good;
}

static bool read_all(struct workbook *workbook, const struct sheet_events *events, void *context)
{
	struct sheet_reading reading = {.workbook = workbook, .events = events, .context = context};
	bool good = workbook_read_parts(workbook);

	arena_init(&reading.row_arena);
	for (size_t i = 0; good && i < workbook->sheet_count; i++)
		if (events->begin(context, workbook->sheets[i].name, workbook->sheets[i].hidden))
			good = read_sheet(&reading, &workbook->sheets[i]);
	arena_release(&reading.row_arena);
	buffer_release(&reading.value);
	return good;
}

bool workbook_read(struct arena *arena, struct str path, struct str content,
		   const struct sheet_events *events, void *context,
		   struct diagnostics *diagnostics)
{
	struct workbook workbook = {.arena = arena};
	zip_error_t error;
	zip_source_t *source = zip_source_buffer_create(content.at, content.length, 0, &error);
	bool good = false;

	if (source)
		workbook.zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (workbook.zip)
		good = read_all(&workbook, events, context);
	if (!good)
		diagnostic_add(
			diagnostics, DIAGNOSTIC_SHEET_UNREADABLE, (struct place){.file = path},
			"no workbook that can be read, or a broken one: open it in Excel and "
			"save it as Excel Workbook (.xlsx)");
	if (workbook.zip)
		zip_discard(workbook.zip);
	else if (source)
		zip_source_free(source);
	return good;
}
