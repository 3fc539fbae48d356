/* Numbers as the contract writes them: what is one, how it rounds, how it prints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/number.h"

static int64_t whole(const char *text)
{
	int64_t value = -1;
	return number_parse_whole(str_of(text), &value) ? value : -1;
}

static int64_t decimal(const char *text)
{
	int64_t value = -1;
	return number_parse_decimal(str_of(text), &value) ? value : -1;
}

static void whole_numbers_have_one_to_six_digits(void **state)
{
	static const char *const wrong[] = {"",	  "1234567", "+1",  "-1", "1 ",
					    " 1", "1.0",     "1e3", "x"};
	(void)state;
	assert_int_equal(whole("0"), 0);
	assert_int_equal(whole("7"), 7);
	assert_int_equal(whole("007"), 7);
	assert_int_equal(whole("999999"), 999999);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(whole(wrong[i]), -1);
}

static void decimals_are_thousandths(void **state)
{
	static const char *const wrong[] = {"",	    ".5",    "5.",   "1.2345", "1234567", "1,5",
					    "+1.0", "1.0e1", "1.0 ", "1..0",   "-0.5"};
	(void)state;
	assert_int_equal(decimal("5"), 5000);
	assert_int_equal(decimal("7.3"), 7300);
	assert_int_equal(decimal("0.25"), 250);
	assert_int_equal(decimal("0.001"), 1);
	assert_int_equal(decimal("999999.999"), 999999999);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(decimal(wrong[i]), -1);
}

static void percentages_round_once_and_halves_up(void **state)
{
	(void)state;
	assert_int_equal(number_percent(13, 16), 813); /* 81.25 */
	assert_int_equal(number_percent(35, 57), 614);
	assert_int_equal(number_percent(1, 3), 333);
	assert_int_equal(number_percent(2, 3), 667);
	assert_int_equal(number_percent(0, 9), 0);
	assert_int_equal(number_percent(3, 2), 1500);
	assert_int_equal(number_percent(-1, 16), -63); /* -6.25: away from zero */
	assert_int_equal(number_percent_whole(1, 8), 13);
	assert_int_equal(number_percent_whole(17, 29), 59);
	/* 44.45 is 44.5 in tenths, yet 44 as a whole: from the exact quotient. */
	assert_int_equal(number_percent(889, 2000), 445);
	assert_int_equal(number_percent_whole(889, 2000), 44);
	assert_int_equal(number_percent(INT64_MAX / 2, INT64_MAX / 2), 1000);
}

static void numbers_print_for_readers(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	assert_string_equal(number_grouped(&arena, 0).at, "0");
	assert_string_equal(number_grouped(&arena, 999).at, "999");
	assert_string_equal(number_grouped(&arena, 1234).at, "1,234");
	assert_string_equal(number_grouped(&arena, 1234567).at, "1,234,567");
	assert_string_equal(number_grouped(&arena, -1234).at, "\u22121,234");
	assert_string_equal(number_grouped(&arena, INT64_MIN).at,
			    "\u22129,223,372,036,854,775,808");
	assert_string_equal(number_tenths(&arena, 614).at, "61.4");
	assert_string_equal(number_tenths(&arena, 640).at, "64.0");
	assert_string_equal(number_tenths(&arena, -5).at, "\u22120.5");
	assert_true(str_is(number_decimal(&arena, 7300), "7.3"));
	assert_true(str_is(number_decimal(&arena, 7000), "7"));
	assert_true(str_is(number_decimal(&arena, 10), "0.01"));
	assert_true(str_is(number_decimal(&arena, 0), "0"));
	assert_true(str_is(number_decimal(&arena, 100000), "100"));
	arena_release(&arena);
}

static void small_numbers_are_words(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	assert_string_equal(number_words(&arena, 0).at, "zero");
	assert_string_equal(number_words(&arena, 8).at, "eight");
	assert_string_equal(number_words(&arena, 9).at, "nine");
	assert_string_equal(number_words(&arena, 10).at, "10");
	assert_string_equal(number_words(&arena, 1000).at, "1,000");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_numbers_have_one_to_six_digits),
		cmocka_unit_test(decimals_are_thousandths),
		cmocka_unit_test(percentages_round_once_and_halves_up),
		cmocka_unit_test(numbers_print_for_readers),
		cmocka_unit_test(small_numbers_are_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
