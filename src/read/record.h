/*
 * A record: one XML element whose facts are attributes and whose later events are children.
 *
 * Its values stand in the order of its element's attributes. What an attribute does not say is
 * absent, which is neither 0 nor an empty text. Records live in the run's arena, are made by those
 * who read files, and nothing changes them afterwards.
 */
#ifndef HEARTH_READ_RECORD_H
#define HEARTH_READ_RECORD_H

#include <string.h>

#include "base/date.h"
#include "base/diagnostic.h"
#include "read/vocabulary.h"

#define NUMBER_NONE INT64_MIN

/*
 * The facts lie in a row behind the record, each as wide as its kind: see record_column. What is
 * all zero is absent, so that a new record says nothing.
 */
struct record {
	struct record *next; /* the next record of its element name as written; of a child: the next
				child of its parent, whatever its element */
	uint32_t line;
	uint32_t column;
	uint32_t file : 24; /* index into the reader's list of files */
	uint32_t element : 8;
	unsigned char row[];
};

/* Where in its element's rows an attribute stands, and what is taken off to make 0 absent. */
struct record_column {
	int32_t bias;
	uint16_t offset;
	uint8_t element;
	uint8_t kind; /* an enum value_kind */
};

extern struct record_column record_columns[ATTRIBUTE_COUNT];

/* A record of which nothing is known yet; who makes it says where it stands. */
struct record *record_make(struct arena *arena, enum element_id element);
/* The same with the number of a carer behind its row: an episode of a return. */
struct record *record_make_with_carer(struct arena *arena, enum element_id element, uint32_t carer);
/* Puts a child behind `last`, the last one so far, or NULL when there is none. */
void record_add_child(struct record *parent, struct record *last, struct record *child);
/* A day, a word, a whole number, or a decimal's thousandths. */
void record_set_number(struct record *record, enum attribute_id attribute, int64_t number);
/* NUL-terminated, and living as long as the record. */
void record_set_text(struct record *record, enum attribute_id attribute, const char *text);

/* Asking for facts: here, as every pass over the records does little else. */

/* The number of an attribute; NUMBER_NONE when it is absent, or another element's, or a text. */
static inline int64_t record_value(const struct record *record, enum attribute_id attribute)
{
	const struct record_column *column = &record_columns[attribute];
	uint32_t kept;
	if (column->element != record->element || column->kind == KIND_TEXT)
		return NUMBER_NONE;
	if (column->kind == KIND_WORD)
		kept = record->row[column->offset];
	else
		memcpy(&kept, record->row + column->offset, sizeof(kept));
	return kept ? (int64_t)kept + column->bias : NUMBER_NONE;
}

/* DAY_NONE, WORD_NONE and NUMBER_NONE when it is absent, or of another kind or element. */
static inline int32_t record_day(const struct record *record, enum attribute_id attribute)
{
	int64_t day = record_value(record, attribute);
	bool is_day = record_columns[attribute].kind == KIND_DAY ||
		      record_columns[attribute].kind == KIND_MOMENT;
	return !is_day || day == NUMBER_NONE ? DAY_NONE : (int32_t)day;
}

static inline enum word_id record_word(const struct record *record, enum attribute_id attribute)
{
	int64_t word = record_value(record, attribute);
	bool is_word = record_columns[attribute].kind == KIND_WORD;
	return !is_word || word == NUMBER_NONE ? WORD_NONE : (enum word_id)word;
}

static inline int64_t record_number(const struct record *record, enum attribute_id attribute)
{
	bool is_number = record_columns[attribute].kind == KIND_WHOLE ||
			 record_columns[attribute].kind == KIND_DECIMAL;
	return is_number ? record_value(record, attribute) : NUMBER_NONE;
}

/* NULL when it is absent. */
static inline const char *record_text(const struct record *record, enum attribute_id attribute)
{
	const struct record_column *column = &record_columns[attribute];
	const char *text;
	if (column->element != record->element || column->kind != KIND_TEXT)
		return NULL;
	memcpy(&text, record->row + column->offset, sizeof(text));
	return text;
}

static inline bool record_has(const struct record *record, enum attribute_id attribute)
{
	return record_value(record, attribute) != NUMBER_NONE || record_text(record, attribute);
}

/* Absent is false. */
static inline bool record_flag(const struct record *record, enum attribute_id attribute)
{
	return record_word(record, attribute) == WORD_FLAG_TRUE;
}

/* Only of a record that was made with one: which of the child's carers, from 1; 0: none. */
uint32_t record_carer(const struct record *record);
/* The first child as written; its `next` is the next. NULL when there is none. */
const struct record *record_children(const struct record *record);
/* The first child of that element, and the next of the same element after `child`; or NULL. */
const struct record *record_child(const struct record *record, enum element_id element);
const struct record *record_sibling(const struct record *child);

#endif
