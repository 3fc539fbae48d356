#include "read/value.h"
#include "base/address.h"
#include "base/buffer.h"
#include "base/language.h"
#include "base/number.h"
#include "read/reader.h"
#include "read/reader_say.h"

/* What a value of that kind looks like, for those who must add one. */
static const char *example_of(struct reader *reader, const struct attribute *attribute)
{
	static const char *const examples[] = {
		[KIND_TEXT] = "…",
		[KIND_DAY] = "YYYY-MM-DD",
		[KIND_MOMENT] = "YYYY-MM-DDThh:mm:ssZ",
		[KIND_WHOLE] = "number",
		[KIND_DECIMAL] = "number",
		[KIND_WORD] = "",
	};
	if (attribute->kind != KIND_WORD)
		return examples[attribute->kind];
	const struct vocabulary *vocabulary = vocabulary_at(attribute->vocabulary);
	struct buffer list = {0};
	for (int i = 0; i < vocabulary->word_count; i++)
		buffer_format(&list, "%s%s", i ? "|" : "",
			      word_at(vocabulary->first_word + i)->written);
	const char *copy = str_terminated(reader->arena, buffer_view(&list));
	buffer_release(&list);
	return copy;
}

static void say_missing(struct reader *reader, const struct attribute *attribute)
{
	struct place place = reader_tag_place(reader);
	diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_ATTRIBUTE_MISSING, place,
			      reader_source(reader, place), element_at(attribute->element)->tag,
			      attribute->written, attribute->written,
			      example_of(reader, attribute));
}

static void say_wrong_word(struct reader *reader, const struct attribute *attribute,
			   struct place place, struct str written)
{
	const struct vocabulary *vocabulary = vocabulary_at(attribute->vocabulary);
	const char *words[WORD_COUNT];
	struct buffer list = {0};
	for (int i = 0; i < vocabulary->word_count; i++) {
		words[i] = word_at(vocabulary->first_word + i)->written;
		buffer_format(&list, "%s%s", i ? ", " : "", words[i]);
	}
	diagnostic_add_source(
		reader->diagnostics, DIAGNOSTIC_VALUE_WORD, place, reader_source(reader, place),
		attribute->written, reader_quote(reader, written), list.at,
		reader_advice(reader, written, words, (size_t)vocabulary->word_count));
	buffer_release(&list);
}

static void say_wrong(struct reader *reader, enum attribute_id id, struct str written)
{
	static const enum diagnostic_id faults[] = {
		[KIND_DAY] = DIAGNOSTIC_VALUE_DAY,
		[KIND_MOMENT] = DIAGNOSTIC_VALUE_MOMENT,
		[KIND_WHOLE] = DIAGNOSTIC_VALUE_WHOLE,
		[KIND_DECIMAL] = DIAGNOSTIC_VALUE_DECIMAL,
	};
	const struct attribute *attribute = attribute_at(id);
	struct place place = reader_attribute_place(reader, id);
	if (!written.length)
		diagnostic_add_source(reader->diagnostics, DIAGNOSTIC_VALUE_EMPTY, place,
				      reader_source(reader, place), attribute->written);
	else if (attribute->kind == KIND_WORD)
		say_wrong_word(reader, attribute, place, written);
	else
		diagnostic_add_source(reader->diagnostics, faults[attribute->kind], place,
				      reader_source(reader, place), attribute->written,
				      reader_quote(reader, written));
}

static void say_wrong_form(struct reader *reader, enum attribute_id id, struct str written)
{
	const struct attribute *attribute = attribute_at(id);
	struct place place = reader_attribute_place(reader, id);
	enum diagnostic_id fault = attribute->vocabulary == VOCABULARY_LANGUAGE
					   ? DIAGNOSTIC_VALUE_LANGUAGE
					   : DIAGNOSTIC_VALUE_WEB_ADDRESS;
	diagnostic_add_source(reader->diagnostics, fault, place, reader_source(reader, place),
			      attribute->written, reader_quote(reader, written));
}

/* Whether a text has the form that its attribute asks for; an address is kept without its scheme.
 */
static bool take_form(const struct attribute *attribute, struct str *written)
{
	if (attribute->vocabulary == VOCABULARY_LANGUAGE)
		return language_is_registered(*written);
	if (attribute->vocabulary != VOCABULARY_WEB_ADDRESS)
		return true;
	if (!web_address_is(*written))
		return false;
	*written = web_address_bare(*written);
	return true;
}

static bool parse_number(const struct attribute *attribute, struct str written, int64_t *number)
{
	int32_t day;
	int word;
	switch (attribute->kind) {
	case KIND_DAY:
		if (!day_parse(written, &day))
			return false;
		*number = day;
		return true;
	case KIND_MOMENT:
		if (!day_parse_moment(written, &day))
			return false;
		*number = day;
		return true;
	case KIND_WHOLE:
		return number_parse_whole(written, number);
	case KIND_DECIMAL:
		return number_parse_decimal(written, number);
	case KIND_WORD:
		word = word_find(attribute->vocabulary, written);
		if (word == WORD_NONE)
			return false;
		*number = word;
		return true;
	case KIND_TEXT:
		break;
	}
	return false;
}

/* A day and a word are written in one way; `7` and `007` are not the same. */
static bool is_told_by_number(enum value_kind kind)
{
	return kind == KIND_DAY || kind == KIND_WORD;
}

static void take_text(struct reader *reader, struct record *record, enum attribute_id id,
		      struct str written)
{
	if (!written.length)
		say_wrong(reader, id, written);
	else if (take_form(attribute_at(id), &written))
		record_set_text(record, id, str_terminated(reader->arena, written));
	else
		say_wrong_form(reader, id, written);
}

void reader_take_value(struct reader *reader, struct record *record, int index)
{
	int id = element_at(record->element)->first_attribute + index;
	const struct attribute *attribute = attribute_at(id);
	const struct xml_attribute *slot = reader->slots[index];
	if (!slot) {
		if (attribute->required)
			say_missing(reader, attribute);
		return;
	}
	struct str written = {(const char *)slot->value, (size_t)(slot->end - slot->value)};
	int64_t number;
	bool is_number = attribute->kind != KIND_TEXT && parse_number(attribute, written, &number);
	if (reader->digests && is_number && is_told_by_number(attribute->kind))
		digest_add_number(&reader->digest, record->element, index, number);
	else if (reader->digests)
		digest_add(&reader->digest, record->element, index, written);
	if (is_number)
		record_set_number(record, id, number);
	else if (attribute->kind == KIND_TEXT)
		take_text(reader, record, id, written);
	else
		say_wrong(reader, id, written);
}
