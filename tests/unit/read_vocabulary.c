/* The vocabulary's table: that its rows are linked as they stand, and every word can be found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "read/vocabulary.h"

static void every_word_is_found_in_its_vocabulary(void **state)
{
	(void)state;
	for (int i = 0; i < WORD_COUNT; i++) {
		const struct word *word = word_at(i);
		assert_int_equal(word_find(word->vocabulary, str_of(word->written)), i);
	}
	assert_int_equal(word_find(VOCABULARY_SEX, STR("Female")), WORD_NONE);
	assert_int_equal(word_find(VOCABULARY_SEX, STR("")), WORD_NONE);
	assert_int_equal(vocabulary_at(VOCABULARY_SEX)->word_count, 4);
	assert_int_equal(vocabulary_at(VOCABULARY_NONE)->word_count, 0);
}

static void every_attribute_is_found_in_its_element(void **state)
{
	(void)state;
	for (int i = 0; i < ATTRIBUTE_COUNT; i++) {
		const struct attribute *attribute = attribute_at(i);
		assert_int_equal(attribute_find(attribute->element, str_of(attribute->written)), i);
		assert_int_equal(attribute->kind == KIND_WORD,
				 vocabulary_at(attribute->vocabulary)->word_count > 0);
	}
	assert_int_equal(attribute_find(ELEMENT_ENQUIRY, STR("dob")), ATTRIBUTE_NONE);
}

static void every_element_is_found_in_its_parent(void **state)
{
	(void)state;
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		const struct element *element = element_at(i);
		assert_int_equal(element_find(element->parent, str_of(element->tag)), i);
		assert_int_equal(element_at(element->root)->parent, ELEMENT_NONE);
		assert_int_equal(element->parent == ELEMENT_NONE, element->namespace != NULL);
	}
	assert_int_equal(element_find(ELEMENT_ENQUIRY, STR("carer")), ELEMENT_NONE);
	assert_int_equal(element_at(ELEMENT_YEAR_FIGURE)->root, ELEMENT_HISTORY);
}

static void every_record_begins_with_its_id(void **state)
{
	(void)state;
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		const struct element *element = element_at(i);
		if (element->parent != ELEMENT_EXTRACT)
			continue;
		const struct attribute *first = attribute_at(element->first_attribute);
		assert_string_equal(first->written, "id");
		assert_true(first->required);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_is_found_in_its_vocabulary),
		cmocka_unit_test(every_attribute_is_found_in_its_element),
		cmocka_unit_test(every_element_is_found_in_its_parent),
		cmocka_unit_test(every_record_begins_with_its_id),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
