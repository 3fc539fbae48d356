/*
 * The vocabulary of the XML that Hearth reads, from vocabulary.def: words, elements, attributes.
 *
 * Words, elements and attributes are numbered through over all kinds of file, so that one number
 * says all: WORD_ENQUIRY_SOURCE_INTERNET, ELEMENT_ENQUIRY_APPLICATION,
 * ENQUIRY_APPLICATION_RECEIVED.
 */
#ifndef HEARTH_READ_VOCABULARY_H
#define HEARTH_READ_VOCABULARY_H

#include "base/str.h"

enum vocabulary_id {
	VOCABULARY_NONE,
#define VOCABULARY(name) VOCABULARY_##name,
#include "read/vocabulary.def"
	VOCABULARY_COUNT
};

enum word_id {
	WORD_NONE = -1,
#define WORD(vocabulary, name, written, printed) WORD_##vocabulary##_##name,
#include "read/vocabulary.def"
	WORD_COUNT
};

enum element_id {
	ELEMENT_NONE = -1,
#define ROOT(name, tag, namespace) ELEMENT_##name,
#define ELEMENT(name, tag, parent, occurrence) ELEMENT_##name,
#include "read/vocabulary.def"
	ELEMENT_COUNT
};

enum attribute_id {
	ATTRIBUTE_NONE = -1,
#define ATTRIBUTE(element, name, written, kind, need, vocabulary) element##_##name,
#include "read/vocabulary.def"
	ATTRIBUTE_COUNT
};

enum value_kind { KIND_TEXT, KIND_DAY, KIND_MOMENT, KIND_WHOLE, KIND_DECIMAL, KIND_WORD };

struct word {
	const char *written; /* "previous-enquiry" */
	const char *printed; /* "Previous enquiry" */
	enum vocabulary_id vocabulary;
	size_t length; /* of `written` */
};

struct vocabulary {
	const char *name; /* "ENQUIRY_SOURCE" */
	int first_word;	  /* an enum word_id; the vocabulary's words follow one another */
	int word_count;
};

struct attribute {
	const char *written; /* "received" */
	enum element_id element;
	enum value_kind kind;
	enum vocabulary_id vocabulary;
	bool required;
};

struct element {
	const char *tag;	/* "initial-visit" */
	const char *namespace;	/* of a root; NULL for others */
	enum element_id root;	/* the kind of file it belongs to; itself for a root */
	enum element_id parent; /* ELEMENT_NONE for a root */
	int first_attribute;	/* an enum attribute_id; its attributes follow one another */
	int attribute_count;
	bool repeats; /* may come more than once in its parent */
};

/* The tables, for the look-ups below alone. */
extern const struct word vocabulary_words[WORD_COUNT];
extern const struct attribute vocabulary_attributes[ATTRIBUTE_COUNT];
extern struct element vocabulary_elements[ELEMENT_COUNT];

/* Here, as a large extract asks some millions of times. */
static inline const struct word *word_at(enum word_id id)
{
	return &vocabulary_words[id];
}

static inline const struct attribute *attribute_at(int attribute)
{
	return &vocabulary_attributes[attribute];
}

static inline const struct element *element_at(enum element_id id)
{
	return &vocabulary_elements[id];
}

const struct vocabulary *vocabulary_at(enum vocabulary_id id);

/* Look-ups by what is written; WORD_NONE, ATTRIBUTE_NONE, ELEMENT_NONE when there is no such. */
enum word_id word_find(enum vocabulary_id vocabulary, struct str written);
enum attribute_id attribute_find(enum element_id element, struct str written);
enum element_id element_find(enum element_id parent, struct str tag);

#endif
