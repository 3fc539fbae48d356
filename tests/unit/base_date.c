/* Days, moments, ages and financial years, at their edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"

static bool is_date(const char *text)
{
	int32_t day;
	return day_parse(str_of(text), &day);
}

static int32_t date(const char *text)
{
	int32_t day = DAY_NONE;
	assert_true(day_parse(str_of(text), &day));
	return day;
}

static void real_dates_are_read(void **state)
{
	(void)state;
	assert_int_equal(date("1970-01-01"), 0);
	assert_int_equal(date("1970-01-02"), 1);
	assert_int_equal(date("1969-12-31"), -1);
	assert_true(is_date("1900-01-01"));
	assert_true(is_date("2199-12-31"));
	assert_true(is_date("2024-02-29"));
	assert_true(is_date("2000-02-29"));
}

static void other_texts_are_no_dates(void **state)
{
	static const char *const wrong[] = {
		"",
		"2024",
		"1899-12-31",
		"2200-01-01",
		"2023-02-29",
		"1900-02-29",
		"2100-02-29",
		"2024-02-30",
		"2024-04-31",
		"2024-00-10",
		"2024-13-01",
		"2024-01-00",
		"2024-01-32",
		"2024-1-01",
		"2024/01/01",
		"2024-01-01 ",
		" 2024-01-01",
		"2024-01-01Z",
		"+024-01-01",
		"2024-01-0a",
		"20240101",
		"2024-01–1",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(is_date(wrong[i]));
}

static void moments_are_read_to_the_second(void **state)
{
	int32_t day;
	(void)state;
	assert_true(day_parse_moment(STR("2025-04-22T09:14:00Z"), &day));
	assert_int_equal(day, date("2025-04-22"));
	assert_true(day_parse_moment(STR("2025-04-22T23:59:59Z"), &day));
	assert_false(day_parse_moment(STR("2025-04-22T24:00:00Z"), &day));
	assert_false(day_parse_moment(STR("2025-04-22T09:60:00Z"), &day));
	assert_false(day_parse_moment(STR("2025-04-22T09:14:60Z"), &day));
	assert_false(day_parse_moment(STR("2025-04-22T09:14:00"), &day));
	assert_false(day_parse_moment(STR("2025-04-22 09:14:00Z"), &day));
	assert_false(day_parse_moment(STR("2025-02-29T09:14:00Z"), &day));
	assert_false(day_parse_moment(STR("2025-04-22T09:14:00.5Z"), &day));
}

static void every_day_splits_into_itself(void **state)
{
	(void)state;
	int32_t last = date("2199-12-31");
	for (int32_t day = date("1900-01-01"); day <= last; day++) {
		int year, month, of_month;
		day_split(day, &year, &month, &of_month);
		assert_int_equal(day_of(year, month, of_month), day);
	}
}

static void months_later_keep_to_the_months_end(void **state)
{
	(void)state;
	assert_int_equal(day_add_months(date("2023-08-31"), 6), date("2024-02-29"));
	assert_int_equal(day_add_months(date("2022-08-31"), 6), date("2023-02-28"));
	assert_int_equal(day_add_months(date("2024-01-15"), 12), date("2025-01-15"));
	assert_int_equal(day_add_months(date("2024-12-31"), 2), date("2025-02-28"));
	assert_int_equal(day_add_months(date("2024-03-31"), -1), date("2024-02-29"));
	assert_int_equal(day_add_months(date("2024-01-31"), -14), date("2022-11-30"));
}

static void ages_change_on_the_birthday(void **state)
{
	(void)state;
	assert_int_equal(age_on(date("2007-04-01"), date("2025-03-31")), 17);
	assert_int_equal(age_on(date("2007-03-31"), date("2025-03-31")), 18);
	assert_int_equal(age_on(date("2004-02-29"), date("2025-02-28")), 20);
	assert_int_equal(age_on(date("2004-02-29"), date("2025-03-01")), 21);
	assert_int_equal(age_on(date("2004-02-29"), date("2024-02-29")), 20);
	assert_int_equal(age_on(date("2025-01-01"), date("2025-01-01")), 0);
}

static void days_are_written_for_machines_and_people(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	assert_string_equal(day_iso(&arena, date("2025-03-01")).at, "2025-03-01");
	assert_string_equal(day_words(&arena, date("2025-03-01")).at, "1\u00a0March\u00a02025");
	assert_string_equal(day_words(&arena, date("1999-12-31")).at, "31\u00a0December\u00a01999");
	arena_release(&arena);
}

static void a_period_is_a_financial_year(void **state)
{
	struct period period;
	(void)state;
	assert_true(period_parse(STR("2024-25"), &period));
	assert_string_equal(period.label, "2024-25");
	assert_int_equal(period.first_year, 2024);
	assert_int_equal(period.first, date("2024-04-01"));
	assert_int_equal(period.last, date("2025-03-31"));
	assert_true(period_holds(&period, period.first));
	assert_true(period_holds(&period, period.last));
	assert_false(period_holds(&period, period.first - 1));
	assert_false(period_holds(&period, period.last + 1));
	assert_false(period_holds(&period, DAY_NONE));
	assert_true(period_parse(STR("1999-00"), &period));
	assert_int_equal(period.last, date("2000-03-31"));
}

static void other_labels_are_no_periods(void **state)
{
	static const char *const wrong[] = {"",		 "2024",    "2024-26", "2024-24",
					    "2024-2025", "2024/25", "24-25",   "2024-25 ",
					    "1899-00",	 "2199-00", "20a4-25"};
	struct period period;
	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(period_parse(str_of(wrong[i]), &period));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_dates_are_read),
		cmocka_unit_test(other_texts_are_no_dates),
		cmocka_unit_test(moments_are_read_to_the_second),
		cmocka_unit_test(every_day_splits_into_itself),
		cmocka_unit_test(months_later_keep_to_the_months_end),
		cmocka_unit_test(ages_change_on_the_birthday),
		cmocka_unit_test(days_are_written_for_machines_and_people),
		cmocka_unit_test(a_period_is_a_financial_year),
		cmocka_unit_test(other_labels_are_no_periods),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
