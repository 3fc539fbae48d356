/*
 * A record: one XML element whose facts are attributes and whose later events are children.
 *
 * Its values stand in the order of its element's attributes. What an attribute does not say is
 * absent, which is neither 0 nor an empty text. Records live in the run's arena, are made by those
 * who read files, and nothing changes them afterwards.
 */
#ifndef HEARTH_READ_RECORD_H
#define HEARTH_READ_RECORD_H

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
/* Puts a child behind `last`, the last one so far, or NULL when there is none. */
void record_add_child(struct record *parent, struct record *last, struct record *child);
/* A day, a word, a whole number, or a decimal's thousandths. */
void record_set_number(struct record *record, enum attribute_id attribute, int64_t number);
/* NUL-terminated, and living as long as the record. */
void record_set_text(struct record *record, enum attribute_id attribute, const char *text);

bool record_has(const struct record *record, enum attribute_id attribute);
int32_t record_day(const struct record *record, enum attribute_id attribute); /* or DAY_NONE */
enum word_id record_word(const struct record *record,
			 enum attribute_id attribute); /* or WORD_NONE */
int64_t record_number(const struct record *record,
		      enum attribute_id attribute); /* or NUMBER_NONE */
const char *record_text(const struct record *record, enum attribute_id attribute); /* or NULL */
bool record_flag(const struct record *record, enum attribute_id attribute); /* absent is false */

/* The first child as written; its `next` is the next. NULL when there is none. */
const struct record *record_children(const struct record *record);
/* The first child of that element, and the next of the same element after `child`; or NULL. */
const struct record *record_child(const struct record *record, enum element_id element);
const struct record *record_sibling(const struct record *child);

#endif
