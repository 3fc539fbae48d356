/*
 * A record: one XML element whose facts are attributes and whose later events are children.
 *
 * Its values stand in the order of its element's attributes. What an attribute does not say is
 * absent, which is neither 0 nor an empty text. Records live in the run's arena, are made by the
 * reader alone, and nothing changes them afterwards.
 */
#ifndef HEARTH_READ_RECORD_H
#define HEARTH_READ_RECORD_H

#include "base/date.h"
#include "base/diagnostic.h"
#include "read/vocabulary.h"

#define NUMBER_NONE INT64_MIN

union value {
	int64_t number; /* a day, a word, a whole number, or a decimal's thousandths; NUMBER_NONE */
	const char *text; /* NUL-terminated; NULL */
};

struct record {
	enum element_id element;
	uint32_t file; /* index into the reader's list of files */
	uint32_t line;
	uint32_t column;
	struct record *next; /* the next record of its element name as written; of a child: the next
				child of its parent, whatever its element */
	struct record *children; /* the first child, as written */
	union value values[];
};

bool record_has(const struct record *record, enum attribute_id attribute);
int32_t record_day(const struct record *record, enum attribute_id attribute); /* or DAY_NONE */
enum word_id record_word(const struct record *record,
			 enum attribute_id attribute); /* or WORD_NONE */
int64_t record_number(const struct record *record,
		      enum attribute_id attribute); /* or NUMBER_NONE */
const char *record_text(const struct record *record, enum attribute_id attribute); /* or NULL */
bool record_flag(const struct record *record, enum attribute_id attribute); /* absent is false */

/* The first child of that element, and the next of the same element after `child`; or NULL. */
const struct record *record_child(const struct record *record, enum element_id element);
const struct record *record_sibling(const struct record *child);

#endif
