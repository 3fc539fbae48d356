/* What is printed of faults: order, limit, caret, words that are near. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/diagnostic.h"
#include "base/nearest.h"

static struct arena arena;
static struct diagnostics list;

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	diagnostics_init(&list, &arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static struct place at(const char *file, uint32_t line, uint32_t column)
{
	return (struct place){str_of(file), line, column};
}

static void add_error(const char *file, uint32_t line, uint32_t column, const char *text)
{
	diagnostic_add(&list, DIAGNOSTIC_TEMPLATE_ERROR, at(file, line, column), text);
}

static void assert_prints(size_t max_errors, bool terminal, const char *expected)
{
	char *printed = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&printed, &length);
	list.max_errors = max_errors;
	diagnostics_print(&list, out, terminal);
	fclose(out);
	assert_string_equal(printed, expected);
	free(printed);
}

static void they_are_sorted_by_place(void **state)
{
	(void)state;
	add_error("b.xml", 1, 1, "sixth");
	add_error("a.xml", 10, 2, "fifth");
	add_error("a.xml", 9, 7, "third");
	add_error("a.xml", 9, 7, "fourth");
	diagnostic_add(&list, DIAGNOSTIC_TEMPLATE_WARNING, at("a.xml", 9, 6), "second");
	add_error("B.xml", 99, 99, "first");
	add_error("B.xml", 0, 0, "zeroth");
	assert_prints(0, false,
		      "B.xml: error: zeroth\n"
		      "B.xml:99:99: error: first\n"
		      "a.xml:9:6: warning: second\n"
		      "a.xml:9:7: error: third\n"
		      "a.xml:9:7: error: fourth\n"
		      "a.xml:10:2: error: fifth\n"
		      "b.xml:1:1: error: sixth\n");
	assert_int_equal(list.errors, 6);
	assert_int_equal(list.warnings, 1);
}

static void a_limit_keeps_the_first_and_counts_the_rest(void **state)
{
	(void)state;
	for (uint32_t i = 5; i > 0; i--)
		add_error("a.xml", i, 1, "wrong");
	assert_prints(3, false,
		      "a.xml:1:1: error: wrong\na.xml:2:1: error: wrong\na.xml:3:1: error: wrong\n"
		      "hearth: 2 more errors\n");
	assert_prints(4, false,
		      "a.xml:1:1: error: wrong\na.xml:2:1: error: wrong\na.xml:3:1: error: wrong\n"
		      "a.xml:4:1: error: wrong\nhearth: 1 more error\n");
	assert_prints(5, false,
		      "a.xml:1:1: error: wrong\na.xml:2:1: error: wrong\na.xml:3:1: error: wrong\n"
		      "a.xml:4:1: error: wrong\na.xml:5:1: error: wrong\n");
}

static void a_terminal_gets_the_line_and_a_caret(void **state)
{
	(void)state;
	diagnostic_add_source(&list, DIAGNOSTIC_TEMPLATE_ERROR, at("a.xml", 1, 6),
			      STR("\t<é id=\"\"/>"), "wrong");
	assert_prints(0, true, "a.xml:1:6: error: wrong\n  \t<é id=\"\"/>\n  \t   ^\n");
	assert_prints(0, false, "a.xml:1:6: error: wrong\n");
}

static void a_column_beyond_the_line_gets_no_caret(void **state)
{
	char line[400];
	(void)state;
	for (size_t i = 0; i < sizeof(line); i++)
		line[i] = 'x';
	diagnostic_add_source(&list, DIAGNOSTIC_TEMPLATE_ERROR, at("a.xml", 1, 300),
			      (struct str){line, sizeof(line)}, "wrong");
	assert_prints(0, true, "a.xml:1:300: error: wrong\n");
}

static void what_is_printed_stays_on_its_line(void **state)
{
	(void)state;
	add_error("a\n.xml", 1, 1, "a \x1b[31m b\n c \xff \u202e d");
	assert_prints(0, false,
		      "a<U+000A>.xml:1:1: error: a <U+001B>[31m b<U+000A> c \ufffd <U+202E> d\n");
}

static void strict_makes_warnings_errors(void **state)
{
	(void)state;
	list.strict = true;
	diagnostic_add(&list, DIAGNOSTIC_TEMPLATE_WARNING, at("a.xml", 1, 1), "odd");
	assert_int_equal(list.errors, 1);
	assert_int_equal(list.warnings, 0);
	assert_prints(0, false, "a.xml:1:1: error: odd\n");
}

static void many_warnings_of_a_kind_are_one(void **state)
{
	(void)state;
	for (uint32_t line = 1; line <= 500; line++)
		diagnostic_add(&list, DIAGNOSTIC_TEMPLATE_WARNING, at("a.xml", 501 - line, 3),
			       "odd");
	add_error("a.xml", 2, 1, "wrong");
	assert_prints(0, false,
		      "a.xml:1:3: warning: odd (500 of this kind, the next at a.xml:2:3 and "
		      "a.xml:3:3; hearth check --all lists them)\n"
		      "a.xml:2:1: error: wrong\n");
}

static void errors_beyond_the_limit_are_let_go(void **state)
{
	(void)state;
	list.max_errors = 2;
	for (uint32_t line = 100000; line > 0; line--)
		add_error("a.xml", line, 1, "wrong");
	for (uint32_t line = 1; line <= 100000; line++)
		add_error("b.xml", line, 1, "wrong");
	assert_in_range(list.count, 2, 2000);
	assert_prints(2, false,
		      "a.xml:1:1: error: wrong\na.xml:2:1: error: wrong\n"
		      "hearth: 199998 more errors\n");
}

static void rows_have_names(void **state)
{
	(void)state;
	assert_string_equal(diagnostic_name(DIAGNOSTIC_VALUE_WORD), "VALUE_WORD");
	assert_string_equal(diagnostic_level_name(LEVEL_ERROR), "error");
	assert_string_equal(diagnostic_level_name(LEVEL_WARNING), "warning");
}

static void the_word_that_was_meant_is_found(void **state)
{
	static const char *const words[] = {"internet", "previous-enquiry", "word-of-mouth",
					    "other"};
	(void)state;
	assert_string_equal(nearest_word(STR("internt"), words, 4), "internet");
	assert_string_equal(nearest_word(STR("Internet"), words, 4), "internet");
	assert_string_equal(nearest_word(STR("previous_enquiry"), words, 4), "previous-enquiry");
	assert_string_equal(nearest_word(STR("ohter"), words, 4), "other");
	assert_null(nearest_word(STR("television"), words, 4));
	assert_null(nearest_word(STR(""), words, 4));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(they_are_sorted_by_place, begin, end),
		cmocka_unit_test_setup_teardown(a_limit_keeps_the_first_and_counts_the_rest, begin,
						end),
		cmocka_unit_test_setup_teardown(a_terminal_gets_the_line_and_a_caret, begin, end),
		cmocka_unit_test_setup_teardown(a_column_beyond_the_line_gets_no_caret, begin, end),
		cmocka_unit_test_setup_teardown(what_is_printed_stays_on_its_line, begin, end),
		cmocka_unit_test_setup_teardown(strict_makes_warnings_errors, begin, end),
		cmocka_unit_test_setup_teardown(many_warnings_of_a_kind_are_one, begin, end),
		cmocka_unit_test_setup_teardown(errors_beyond_the_limit_are_let_go, begin, end),
		cmocka_unit_test(rows_have_names),
		cmocka_unit_test(the_word_that_was_meant_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
