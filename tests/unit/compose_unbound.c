/* Typed figures are found, with their place and their measure; what is no figure is left alone. */
#include "compose_support.h"

static size_t warnings(const char *words)
{
	struct compose_test test;

	test_begin(&test);
	assert_non_null(test_compose(&test, words));
	size_t count = test.diagnostics.warnings;

	for (size_t i = 0; i < test.diagnostics.count; i++)
		assert_int_equal(test.diagnostics.items[i].id, DIAGNOSTIC_UNBOUND_FIGURE);
	test_end(&test);
	return count;
}

static void a_typed_figure_is_told_with_its_place_and_measure(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test.facts.figures.of[MEASURE_ENQUIRIES_TOTAL] =
		(struct figure){.known = true, .value = 4321};
	assert_non_null(test_compose(&test, "First line.\n\nThere were 4,321 enquiries.\n"));
	assert_int_equal(test.diagnostics.count, 1);

	const struct diagnostic *found = &test.diagnostics.items[0];

	assert_int_equal(found->place.line, FIRST_LINE + 2);
	assert_int_equal(found->place.column, 12);
	assert_non_null(strstr(found->text.at, "4,321"));
	assert_non_null(strstr(found->text.at, "{{ENQUIRIES_TOTAL}}"));
	test_end(&test);
}

static void figures_are_found_wherever_they_stand(void **state)
{
	(void)state;
	assert_int_equal(warnings("We held 47 events and met 61.4% of enquirers.\n"), 2);
	assert_int_equal(warnings("- 7 households\n- another 9\n"), 2);
	assert_int_equal(warnings("**12** carers were paid £500.\n"), 2);
	assert_int_equal(warnings("Within 48 hours we answer.\n"), 1);
}

static void what_is_no_figure_is_left_alone(void **state)
{
	(void)state;
	assert_int_equal(warnings("On 31 March 2025, in April 2026, in 2011 and 2024-25.\n"), 0);
	assert_int_equal(warnings("Aged 10 to 18, turning 18, 16 or over, ages 0–10.\n"), 0);
	assert_int_equal(warnings("Call 0116 454 4510 or extension 1657, 24 hours a day.\n"), 0);
	assert_int_equal(warnings("Regulations 24 and 25, standard 14, section 20, stage 2.\n"), 0);
	assert_int_equal(warnings("A 24-hour line at LE1 1HA, the 18th time, form A4.\n"), 0);
	assert_int_equal(warnings("1. One\n2. Two\n"), 0);
	assert_int_equal(warnings("# The 3 aims\n\nWords.\n"), 0);
	assert_int_equal(warnings("> They came 3 times.\n"), 0);
	assert_int_equal(warnings("[Here](https://council.example/12).\n"), 0);
}

static void an_author_can_mark_an_exception(void **state)
{
	(void)state;
	assert_int_equal(warnings("Up to <as-written>22</as-written> households.\n"), 0);
}

static void a_marker_is_no_typed_figure(void **state)
{
	(void)state;
	assert_int_equal(warnings("There were {{CHILDREN_WITHIN_20_MILES}}.\n"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_typed_figure_is_told_with_its_place_and_measure),
		cmocka_unit_test(figures_are_found_wherever_they_stand),
		cmocka_unit_test(what_is_no_figure_is_left_alone),
		cmocka_unit_test(an_author_can_mark_an_exception),
		cmocka_unit_test(a_marker_is_no_typed_figure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
