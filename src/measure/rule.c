/* Owns the table of rules, made from measures.def. */
#include "measure/rule.h"

#define COUNTED RULE_COUNTED, MEASURE_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define COUNTED_OF(whole) RULE_COUNTED, MEASURE_##whole, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define PART(whole, attribute, word)                                                               \
	RULE_PART, MEASURE_##whole, attribute, WORD_##word, 0, 0, -1, -1
#define PART_OR_NONE(whole, attribute, word)                                                       \
	RULE_PART_OR_NONE, MEASURE_##whole, attribute, WORD_##word, 0, 0, -1, -1
#define PART_NONE(whole, attribute)                                                                \
	RULE_PART_NONE, MEASURE_##whole, attribute, WORD_NONE, 0, 0, -1, -1
#define PART_REST(whole, attribute)                                                                \
	RULE_PART_REST, MEASURE_##whole, attribute, WORD_NONE, 0, 0, -1, -1
#define TOLD(whole, word) RULE_TOLD, MEASURE_##whole, ATTRIBUTE_NONE, WORD_##word, 0, 0, -1, -1
#define TOLD_NONE(whole) RULE_TOLD, MEASURE_##whole, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define BAND(whole, from, to)                                                                      \
	RULE_BAND, MEASURE_##whole, ATTRIBUTE_NONE, WORD_NONE, from, to, -1, -1
#define BAND_NONE(whole) RULE_BAND_NONE, MEASURE_##whole, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define BAND_REST(whole) RULE_BAND_REST, MEASURE_##whole, ATTRIBUTE_NONE, WORD_NONE, 0, 0, -1, -1
#define RATE(numerator, denominator)                                                               \
	RULE_RATE, MEASURE_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, MEASURE_##numerator,             \
		MEASURE_##denominator
#define RATE_OVER(numerator, count)                                                                \
	RULE_RATE, MEASURE_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, MEASURE_##numerator,             \
		AUXILIARY_##count
#define RATE_BETWEEN(numerator, denominator)                                                       \
	RULE_RATE, MEASURE_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, AUXILIARY_##numerator,           \
		AUXILIARY_##denominator
#define DIFFERENCE(from, less)                                                                     \
	RULE_DIFFERENCE, MEASURE_NONE, ATTRIBUTE_NONE, WORD_NONE, 0, 0, MEASURE_##from,            \
		MEASURE_##less

static const struct rule rules[MEASURE_COUNT] = {
#define MEASURE(id, name, unit, label, how, definition) {how},
#include "measure/measures.def"
};

static const char *const auxiliaries[] = {
#define AUXILIARY(id, words) words,
#include "measure/auxiliary.def"
};

const struct rule *rule_at(enum measure_id id)
{
	return &rules[id];
}

const char *auxiliary_words(int count)
{
	return auxiliaries[count - MEASURE_COUNT];
}
