/* Owns the table of rules, made from measures.def. */
#include "measure/rule.h"

#define COUNTED(element)                                                                           \
	RULE_COUNTED, MEASURE_NONE, ELEMENT_##element, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define COUNTED_OF_BY(whole, element)                                                              \
	RULE_COUNTED, MEASURE_##whole, ELEMENT_##element, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define COUNTED_OF(whole)                                                                          \
	RULE_COUNTED, MEASURE_##whole, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define PART(whole, attribute, word)                                                               \
	RULE_PART, MEASURE_##whole, ELEMENT_NONE, attribute, WORD_##word, 0, 0, -1, -1
#define PART_OR_NONE(whole, attribute, word)                                                       \
	RULE_PART_OR_NONE, MEASURE_##whole, ELEMENT_NONE, attribute, WORD_##word, 0, 0, -1, -1
#define PART_NONE(whole, attribute)                                                                \
	RULE_PART_NONE, MEASURE_##whole, ELEMENT_NONE, attribute, WORD_NONE, 0, 0, -1, -1
#define PART_REST(whole, attribute)                                                                \
	RULE_PART_REST, MEASURE_##whole, ELEMENT_NONE, attribute, WORD_NONE, 0, 0, -1, -1
#define TOLD(whole, word)                                                                          \
	RULE_TOLD, MEASURE_##whole, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_##word, 0, 0, -1, -1
#define TOLD_NONE(whole)                                                                           \
	RULE_TOLD, MEASURE_##whole, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define BAND(whole, from, to)                                                                      \
	RULE_BAND, MEASURE_##whole, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, from, to, -1, -1
#define BAND_NONE(whole)                                                                           \
	RULE_BAND_NONE, MEASURE_##whole, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define BAND_REST(whole)                                                                           \
	RULE_BAND_REST, MEASURE_##whole, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define RATE(numerator, denominator)                                                               \
	RULE_RATE, MEASURE_NONE, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0,                    \
		MEASURE_##numerator, MEASURE_##denominator
#define RATE_OVER(numerator, count)                                                                \
	RULE_RATE, MEASURE_NONE, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0,                    \
		MEASURE_##numerator, AUXILIARY_##count
#define RATE_BETWEEN(numerator, denominator)                                                       \
	RULE_RATE, MEASURE_NONE, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0,                    \
		AUXILIARY_##numerator, AUXILIARY_##denominator
#define DIFFERENCE(from, less)                                                                     \
	RULE_DIFFERENCE, MEASURE_NONE, ELEMENT_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0,              \
		MEASURE_##from, MEASURE_##less

static const struct rule rules[MEASURE_COUNT] = {
#define MEASURE(id, name, unit, label, how, definition) {how},
#include "measure/measures.def"
};

static const struct {
	enum element_id element;
	const char *words;
} auxiliaries[] = {
#define AUXILIARY(id, element, words) {ELEMENT_##element, words},
#include "measure/auxiliary.def"
};

const struct rule *rule_at(enum measure_id id)
{
	return &rules[id];
}

const char *auxiliary_words(int count)
{
	return auxiliaries[count - MEASURE_COUNT].words;
}

/* The record that an element is or belongs to. */
static enum element_id record_of(enum element_id element)
{
	while (element_at(element)->parent != element_at(element)->root)
		element = element_at(element)->parent;
	return element;
}

/* What a count alone is counted from; ELEMENT_NONE when that is what its whole is counted from. */
static enum element_id element_of(const struct rule *rule)
{
	if (rule->element != ELEMENT_NONE)
		return rule->element;
	if (rule->whole == MEASURE_NONE && rule->attribute != ATTRIBUTE_NONE)
		return record_of(attribute_at(rule->attribute)->element);
	return ELEMENT_NONE;
}

static bool count_has_records(int count, const bool held[ELEMENT_COUNT])
{
	if (count >= MEASURE_COUNT)
		return held[auxiliaries[count - MEASURE_COUNT].element];
	for (; count != MEASURE_NONE; count = rules[count].whole) {
		enum element_id element = element_of(&rules[count]);

		if (element != ELEMENT_NONE && !held[element])
			return false;
	}
	return true;
}

/* A return names no household, and a distance only by postcodes; no date tells of a leaver's end.
 */
static bool returns_tell(enum measure_id id, const struct extract *extract)
{
	switch (id) {
	case MEASURE_CHILDREN_IN_MAINSTREAM_OR_KINSHIP:
	case MEASURE_PLACES_FILLED:
	case MEASURE_PLACES_OCCUPANCY:
		return false;
	case MEASURE_CHILDREN_WITHIN_20_MILES:
	case MEASURE_CHILDREN_WITHIN_20_MILES_RATE:
		return extract->distances;
	case MEASURE_STAYING_PUT_ENDED:
		return extract->staying_ends;
	default:
		return true;
	}
}

bool measure_has_records(enum measure_id id, const struct extract *extract)
{
	const struct rule *rule = &rules[id];
	const bool *held = extract->held;

	if (extract->from_return && !returns_tell(id, extract))
		return false;

	if (rule->kind == RULE_RATE || rule->kind == RULE_DIFFERENCE)
		return count_has_records(rule->left, held) && count_has_records(rule->right, held);
	return count_has_records(id, held);
}
