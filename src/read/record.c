/*
 * The rows of records: where each fact stands, and asking for it. A row has the pointers first (to
 * the children, where the element may have any, and to texts), then days and numbers in four bytes,
 * then words in one. It is not aligned: facts are copied out of it.
 */
#include "read/record.h"

#include <assert.h>
#include <string.h>

static_assert(ELEMENT_COUNT <= 256, "an element's number takes a byte of a record");

struct record_column record_columns[ATTRIBUTE_COUNT];
static uint16_t row_bytes[ELEMENT_COUNT];
static bool may_have_children[ELEMENT_COUNT];

enum { FIRST_DAY = -25567 }; /* 1900-01-01, the first that the contract knows */

static size_t width_of(enum value_kind kind)
{
	return kind == KIND_TEXT ? sizeof(char *) : kind == KIND_WORD ? 1 : sizeof(uint32_t);
}

static int32_t bias_of(const struct attribute *attribute)
{
	switch (attribute->kind) {
	case KIND_DAY:
	case KIND_MOMENT:
		return FIRST_DAY - 1;
	case KIND_WORD: {
		int first = 0;
		while (word_at(first)->vocabulary != attribute->vocabulary)
			first++;
		return first - 1;
	}
	default:
		return -1;
	}
}

static void place_columns(size_t width)
{
	for (int i = 0; i < ATTRIBUTE_COUNT; i++) {
		const struct attribute *attribute = attribute_at(i);
		if (width_of(attribute->kind) != width)
			continue;
		record_columns[i] = (struct record_column){
			.bias = bias_of(attribute),
			.offset = row_bytes[attribute->element],
			.element = (uint8_t)attribute->element,
			.kind = (uint8_t)attribute->kind,
		};
		row_bytes[attribute->element] += (uint16_t)width;
	}
}

__attribute__((constructor)) static void lay_out_rows(void)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		enum element_id parent = element_at(i)->parent;
		if (parent != ELEMENT_NONE)
			may_have_children[parent] = true;
	}
	for (int i = 0; i < ELEMENT_COUNT; i++)
		row_bytes[i] = may_have_children[i] ? sizeof(struct record *) : 0;
	place_columns(sizeof(char *));
	place_columns(sizeof(uint32_t));
	place_columns(1);
}

/* --- making records -------------------------------------------------------------------------- */

struct record *record_make(struct arena *arena, enum element_id element)
{
	struct record *record =
		arena_words(arena, offsetof(struct record, row) + row_bytes[element]);
	record->element = (uint8_t)element;
	return record;
}

struct record *record_make_with_carer(struct arena *arena, enum element_id element, uint32_t carer)
{
	struct record *record = arena_words(arena, offsetof(struct record, row) +
							   row_bytes[element] + sizeof(carer));
	record->element = (uint8_t)element;
	memcpy(record->row + row_bytes[element], &carer, sizeof(carer));
	return record;
}

void record_add_child(struct record *parent, struct record *last, struct record *child)
{
	if (last)
		last->next = child;
	else
		memcpy(parent->row, &child, sizeof(struct record *));
}

void record_set_number(struct record *record, enum attribute_id attribute, int64_t number)
{
	const struct record_column *column = &record_columns[attribute];
	uint32_t kept = (uint32_t)(number - column->bias);
	if (column->kind == KIND_WORD)
		record->row[column->offset] = (uint8_t)kept;
	else
		memcpy(record->row + column->offset, &kept, sizeof(kept));
}

void record_set_text(struct record *record, enum attribute_id attribute, const char *text)
{
	memcpy(record->row + record_columns[attribute].offset, &text, sizeof(char *));
}

/* --- asking them ----------------------------------------------------------------------------- */

uint32_t record_carer(const struct record *record)
{
	uint32_t carer;
	memcpy(&carer, record->row + row_bytes[record->element], sizeof(carer));
	return carer;
}

const struct record *record_children(const struct record *record)
{
	struct record *first;
	if (!may_have_children[record->element])
		return NULL;
	memcpy(&first, record->row, sizeof(first));
	return first;
}

static const struct record *first_of(const struct record *from, enum element_id element)
{
	while (from && from->element != element)
		from = from->next;
	return from;
}

const struct record *record_child(const struct record *record, enum element_id element)
{
	return first_of(record_children(record), element);
}

const struct record *record_sibling(const struct record *child)
{
	return first_of(child->next, child->element);
}
