/*
 * The tables of vocabulary.def and the look-ups in them. Constant once the program runs.
 */
#include "read/vocabulary.h"

#include <string.h>

const struct word vocabulary_words[WORD_COUNT] = {
#define WORD(vocabulary, name, written, printed)                                                   \
	{written, printed, VOCABULARY_##vocabulary, sizeof(written) - 1},
#include "read/vocabulary.def"
};

static struct vocabulary vocabularies[] = {
	{"NONE", 0, 0},
#define VOCABULARY(name) {#name, 0, 0},
#include "read/vocabulary.def"
};

const struct attribute vocabulary_attributes[ATTRIBUTE_COUNT] = {
#define NEED_REQUIRED true
#define NEED_OPTIONAL false
#define ATTRIBUTE(element, name, written, kind, need, vocabulary)                                  \
	{written, ELEMENT_##element, KIND_##kind, VOCABULARY_##vocabulary, NEED_##need},
#include "read/vocabulary.def"
};

struct element vocabulary_elements[ELEMENT_COUNT] = {
#define OCCURS_ONCE false
#define OCCURS_MANY true
#define ROOT(name, tag, namespace)                                                                 \
	{tag, namespace, ELEMENT_##name, ELEMENT_NONE, 0, 0, OCCURS_ONCE},
#define ELEMENT(name, tag, parent, occurrence)                                                     \
	{tag, NULL, ELEMENT_NONE, ELEMENT_##parent, 0, 0, OCCURS_##occurrence},
#include "read/vocabulary.def"
};

/* What the rows say only together: where an element's attributes begin, how many, its root. */
__attribute__((constructor)) static void link_tables(void)
{
	for (int i = ATTRIBUTE_COUNT - 1; i >= 0; i--) {
		vocabulary_elements[vocabulary_attributes[i].element].first_attribute = i;
		vocabulary_elements[vocabulary_attributes[i].element].attribute_count++;
	}
	for (int i = WORD_COUNT - 1; i >= 0; i--) {
		vocabularies[vocabulary_words[i].vocabulary].first_word = i;
		vocabularies[vocabulary_words[i].vocabulary].word_count++;
	}
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (vocabulary_elements[i].parent != ELEMENT_NONE)
			vocabulary_elements[i].root =
				vocabulary_elements[vocabulary_elements[i].parent].root;
	}
}

const struct vocabulary *vocabulary_at(enum vocabulary_id id)
{
	return &vocabularies[id];
}

enum word_id word_find(enum vocabulary_id vocabulary, struct str written)
{
	const struct vocabulary *of = &vocabularies[vocabulary];
	for (int i = of->first_word; i < of->first_word + of->word_count; i++) {
		if (vocabulary_words[i].length == written.length &&
		    vocabulary_words[i].written[0] == written.at[0] &&
		    memcmp(vocabulary_words[i].written, written.at, written.length) == 0)
			return (enum word_id)i;
	}
	return WORD_NONE;
}

enum attribute_id attribute_find(enum element_id element, struct str written)
{
	int first = vocabulary_elements[element].first_attribute;
	for (int i = first; i < first + vocabulary_elements[element].attribute_count; i++) {
		if (str_is(written, vocabulary_attributes[i].written))
			return (enum attribute_id)i;
	}
	return ATTRIBUTE_NONE;
}

enum element_id element_find(enum element_id parent, struct str tag)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (vocabulary_elements[i].parent == parent &&
		    str_is(tag, vocabulary_elements[i].tag))
			return (enum element_id)i;
	}
	return ELEMENT_NONE;
}
