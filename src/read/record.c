/*
 * Asking a record for its facts. Nothing here changes one.
 */
#include "read/record.h"

/* The value of an attribute of the record's own element; NULL for another element's. */
static const union value *value_of(const struct record *record, enum attribute_id attribute)
{
	if (attribute_at(attribute)->element != record->element)
		return NULL;
	return &record->values[attribute - element_at(record->element)->first_attribute];
}

static int64_t number_of(const struct record *record, enum attribute_id attribute,
			 enum value_kind kind)
{
	const union value *value = value_of(record, attribute);
	return value && attribute_at(attribute)->kind == kind ? value->number : NUMBER_NONE;
}

bool record_has(const struct record *record, enum attribute_id attribute)
{
	const union value *value = value_of(record, attribute);
	if (!value)
		return false;
	return attribute_at(attribute)->kind == KIND_TEXT ? value->text != NULL
							  : value->number != NUMBER_NONE;
}

int32_t record_day(const struct record *record, enum attribute_id attribute)
{
	int64_t day = number_of(record, attribute, KIND_DAY);
	if (day == NUMBER_NONE)
		day = number_of(record, attribute, KIND_MOMENT);
	return day == NUMBER_NONE ? DAY_NONE : (int32_t)day;
}

enum word_id record_word(const struct record *record, enum attribute_id attribute)
{
	int64_t word = number_of(record, attribute, KIND_WORD);
	return word == NUMBER_NONE ? WORD_NONE : (enum word_id)word;
}

int64_t record_number(const struct record *record, enum attribute_id attribute)
{
	int64_t number = number_of(record, attribute, KIND_WHOLE);
	return number == NUMBER_NONE ? number_of(record, attribute, KIND_DECIMAL) : number;
}

const char *record_text(const struct record *record, enum attribute_id attribute)
{
	const union value *value = value_of(record, attribute);
	return value && attribute_at(attribute)->kind == KIND_TEXT ? value->text : NULL;
}

bool record_flag(const struct record *record, enum attribute_id attribute)
{
	return record_word(record, attribute) == WORD_FLAG_TRUE;
}

static const struct record *first_of(const struct record *from, enum element_id element)
{
	while (from && from->element != element)
		from = from->next;
	return from;
}

const struct record *record_child(const struct record *record, enum element_id element)
{
	return first_of(record->children, element);
}

const struct record *record_sibling(const struct record *child)
{
	return first_of(child->next, child->element);
}
