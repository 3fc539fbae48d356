/*
 * The tables of vocabulary.def and the look-ups in them. Constant once the program runs.
 */
#include "read/vocabulary.h"

#include <string.h>

static const struct word words[] = {
#define WORD(vocabulary, name, written, printed)                                                   \
	{written, printed, VOCABULARY_##vocabulary, sizeof(written) - 1},
#include "read/vocabulary.def"
};

static struct vocabulary vocabularies[] = {
	{"NONE", 0, 0},
#define VOCABULARY(name) {#name, 0, 0},
#include "read/vocabulary.def"
};

static const struct attribute attributes[] = {
#define NEED_REQUIRED true
#define NEED_OPTIONAL false
#define ATTRIBUTE(element, name, written, kind, need, vocabulary)                                  \
	{written, ELEMENT_##element, KIND_##kind, VOCABULARY_##vocabulary, NEED_##need},
#include "read/vocabulary.def"
};

static struct element elements[] = {
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
		elements[attributes[i].element].first_attribute = i;
		elements[attributes[i].element].attribute_count++;
	}
	for (int i = WORD_COUNT - 1; i >= 0; i--) {
		vocabularies[words[i].vocabulary].first_word = i;
		vocabularies[words[i].vocabulary].word_count++;
	}
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (elements[i].parent != ELEMENT_NONE)
			elements[i].root = elements[elements[i].parent].root;
	}
}

const struct word *word_at(enum word_id id)
{
	return &words[id];
}

const struct vocabulary *vocabulary_at(enum vocabulary_id id)
{
	return &vocabularies[id];
}

const struct attribute *attribute_at(int attribute)
{
	return &attributes[attribute];
}

const struct element *element_at(enum element_id id)
{
	return &elements[id];
}

enum word_id word_find(enum vocabulary_id vocabulary, struct str written)
{
	const struct vocabulary *of = &vocabularies[vocabulary];
	for (int i = of->first_word; i < of->first_word + of->word_count; i++) {
		if (words[i].length == written.length && words[i].written[0] == written.at[0] &&
		    memcmp(words[i].written, written.at, written.length) == 0)
			return (enum word_id)i;
	}
	return WORD_NONE;
}

enum attribute_id attribute_find(enum element_id element, struct str written)
{
	int first = elements[element].first_attribute;
	for (int i = first; i < first + elements[element].attribute_count; i++) {
		if (str_is(written, attributes[i].written))
			return (enum attribute_id)i;
	}
	return ATTRIBUTE_NONE;
}

enum element_id element_find(enum element_id parent, struct str tag)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		if (elements[i].parent == parent && str_is(tag, elements[i].tag))
			return (enum element_id)i;
	}
	return ELEMENT_NONE;
}
