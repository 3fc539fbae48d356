#include "read/sheets/columns.h"

#include "base/arena.h"

static void add_columns(struct arena *arena, struct sheet_of *sheet, enum element_id element,
			bool named)
{
	const struct element *about = element_at(element);

	for (int i = 0; i < about->attribute_count; i++) {
		const char *written = attribute_at(about->first_attribute + i)->written;

		sheet->columns[sheet->column_count++] = (struct column_of){
			.head = named ? str_format(arena, "%s %s", about->tag, written)
				      : str_of(written),
			.element = element,
			.attribute = about->first_attribute + i};
	}
}

static void add_sheet(struct arena *arena, struct sheet_of *sheet, enum element_id record)
{
	*sheet =
		(struct sheet_of){.name = str_of(element_at(record)->tag),
				  .record = record,
				  .child = ELEMENT_NONE,
				  .columns = ARENA_ARRAY(arena, ATTRIBUTE_COUNT, struct column_of)};
	add_columns(arena, sheet, record, false);
	for (int child = 0; child < ELEMENT_COUNT; child++)
		if (element_at(child)->parent == record && !element_at(child)->repeats)
			add_columns(arena, sheet, child, true);
}

static void add_child_sheet(struct arena *arena, struct sheet_of *sheet, enum element_id child)
{
	enum element_id record = element_at(child)->parent;

	*sheet = (struct sheet_of){
		.name = str_format(arena, "%s %s", element_at(record)->tag, element_at(child)->tag),
		.record = record,
		.child = child,
		.columns = ARENA_ARRAY(arena, ATTRIBUTE_COUNT, struct column_of)};
	sheet->columns[sheet->column_count++] =
		(struct column_of){str_of(element_at(record)->tag), record, ATTRIBUTE_NONE};
	add_columns(arena, sheet, child, false);
}

struct sheet_of *sheets_of_records(struct arena *arena, size_t *count)
{
	struct sheet_of *sheets = ARENA_ARRAY(arena, ELEMENT_COUNT, struct sheet_of);

	*count = 0;
	for (int record = 0; record < ELEMENT_COUNT; record++) {
		if (element_at(record)->parent != ELEMENT_EXTRACT)
			continue;
		add_sheet(arena, &sheets[(*count)++], record);
		for (int child = 0; child < ELEMENT_COUNT; child++)
			if (element_at(child)->parent == record && element_at(child)->repeats)
				add_child_sheet(arena, &sheets[(*count)++], child);
	}
	return sheets;
}
