/* Typesetting: what must not break across lines, ranges, quotation marks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "compose/names/typeset.h"

static struct arena arena;

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void is_set(const char *text, const char *expected)
{
	assert_string_equal(str_terminated(&arena, typeset(&arena, str_of(text), STR(""))),
			    expected);
}

static void numbers_stay_with_their_words(void **state)
{
	(void)state;
	is_set("on 31 March 2025", "on 31\u00a0March 2025");
	is_set("under regulation 35, or (Appendix 1)", "under regulation\u00a035, or "
						       "(Appendix\u00a01)");
	is_set("within 20 miles of it", "within 20\u00a0miles of it");
	is_set("call 0116 454 4510 now", "call 0116\u00a0454\u00a04510 now");
	is_set("In 2024, 57 came. 12 left", "In 2024, 57 came. 12 left");
	is_set("the 8 of 12", "the 8 of 12");
}

static void a_unit_stays_with_the_figure_before_the_text(void **state)
{
	(void)state;
	assert_string_equal(str_terminated(&arena, typeset(&arena, STR(" miles away"), STR("20"))),
			    "\u00a0miles away");
}

static void ranges_have_en_dashes_and_years_hyphens(void **state)
{
	(void)state;
	is_set("aged 10-18", "aged\u00a010–18");
	is_set("ages 0-10", "ages 0–10");
	is_set("in 2024-25", "in 2024-25");
	is_set("2025-03-31", "2025-03-31");
	is_set("0116-454", "0116-454");
	is_set("a 24-hour line", "a 24-hour line");
	is_set("1-2-3", "1-2-3");
}

static void quotation_marks_open_and_close(void **state)
{
	(void)state;
	assert_string_equal(
		str_terminated(&arena, typeset_plain(&arena, STR("it's \"so\" ('is' it)"))),
		"it’s “so” (‘is’ it)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_stay_with_their_words),
		cmocka_unit_test(a_unit_stays_with_the_figure_before_the_text),
		cmocka_unit_test(ranges_have_en_dashes_and_years_hyphens),
		cmocka_unit_test(quotation_marks_open_and_close),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
