/* Checks across records: what is found, where it is said to be, and what is left alone. */
#include "base/buffer.h"
#include "measure_support.h"

#include "measure/trial/records_check.h"

static void check(struct year_test *test, struct record_quality *quality, const char *records)
{
	test_begin(test);
	test_year(test, records);
	test->diagnostics.count = 0;
	records_check(&test->extract, &test->facts.period, quality, &test->diagnostics);
}

static void a_sound_year_is_left_alone(void **state)
{
	struct year_test test;
	struct record_quality quality;

	(void)state;
	check(&test, &quality,
	      "<enquiry id='1' received='2023-04-01' source='internet'>"
	      "<assessment started='2023-06-01'/><approval household='h'/></enquiry>"
	      "<panel-case id='1' type='mainstream-approval' household='h'>"
	      "<hearing date='2024-05-01' outcome='positive'/></panel-case>"
	      "<household id='h' type='mainstream'><approval date='2024-05-01' places='1' "
	      "category='short-term' age-from='0' age-to='9'/>"
	      "<incentive date='2024-05-01' type='golden-hello'/>"
	      "<hold from='2024-07-01' to='2024-08-01'/></household>"
	      "<household id='old' type='mainstream' approved='2010-01-01' ended='2020-01-01'/>"
	      "<child id='1' dob='2015-01-01'><ceased date='2024-04-05' reason='returned-home'/>"
	      "<episode from='2024-08-01' placement='foster' provider='own' household='h'/>"
	      "<episode from='2024-01-01' placement='short-break-series' provider='own' "
	      "household='old'/></child>");
	assert_int_equal(test.diagnostics.count, 0);
	test_end(&test);
}

static void each_kind_is_found_with_both_places(void **state)
{
	struct year_test test;
	struct record_quality quality;

	(void)state;
	check(&test, &quality,
	      /* 2 */
	      "<enquiry id='1' received='2023-04-01' source='internet'>"
	      "<assessment started='2023-06-01'/><approval household='x'/></enquiry>\n"
	      /* 3 */ "<panel-case id='1' type='mainstream-approval' household='x'/>\n"
	      /* 4 */ "<review id='1' household='x' due='2024-05-01' completed='2024-05-01'/>\n"
	      /* 5 */ "<household id='h' type='mainstream' approved='2024-05-01'>\n"
	      /* 6 */ "<approval date='2024-05-01' places='0' category='kinship' age-from='0' "
	      "age-to='9'/>\n"
	      /* 7 */ "<incentive date='2024-04-30' type='golden-hello'/>\n"
	      /* 8 */ "<hold from='2024-07-01' to='2024-08-01'/></household>\n"
	      /* 9 */ "<household id='r' type='mainstream' approved='2023-04-01'/>\n"
	      /* 10 */ "<household id='e' type='mainstream' approved='2023-03-01' "
	      "ended='2025-03-31'/>\n"
	      /* 11 */ "<child id='1' dob='2015-01-01'>\n"
	      /* 12 */ "<ceased date='2024-08-05' reason='returned-home'/>\n"
	      /* 13 */ "<episode from='2024-07-01' placement='foster' provider='own' "
	      "household='h'/>\n"
	      /* 14 */ "<episode from='2024-09-01' placement='foster' provider='own' "
	      "household='e'/></child>\n"
	      /* 15 */ "<household id='n' type='mainstream' ended='2024-06-01'/>\n"
	      /* 16 */ "<child id='2' dob='1997-06-15'>\n"
	      /* 17 */ "<episode from='2024-09-01' placement='foster' provider='private'/>"
	      "</child>\n"
	      /* 18 */ "<child id='3' dob='2014-06-15'>\n"
	      /* 19 */ "<ceased date='2024-08-05' reason='turned-18'/></child>\n"
	      "<child id='4' dob='2006-06-15'><ceased date='2024-06-14' reason='turned-18'/>"
	      "</child>\n");
	for (int i = 0; i < RECORD_CHECK_RETURN_ENDS_EARLY; i++) {
		if (quality.found[i] != 1)
			fail_msg("%s: %zu", record_check_name(i), quality.found[i]);
	}
	assert_int_equal(test_diagnostic(&test, "an incentive dated")->place.line, 7);
	assert_non_null(test_diagnostic(&test, "all.xml:13:1 of the same child"));
	assert_non_null(test_diagnostic(&test, "on hold (at "));
	assert_non_null(test_diagnostic(&test, "all.xml:12:1)"));
	assert_int_equal(test_diagnostic(&test, "no first review")->place.line, 9);
	assert_int_equal(test_diagnostic(&test, "says for how many children")->place.line, 9);
	assert_int_equal(test_diagnostic(&test, "never approved")->place.line, 15);
	assert_int_equal(test_diagnostic(&test, "27 years old")->place.line, 17);
	assert_int_equal(test_diagnostic(&test, "turned-18, but 10")->place.line, 19);
	assert_int_equal(test.diagnostics.errors, 0);
	test_end(&test);
}

static void many_of_a_kind_are_told_in_six_lines(void **state)
{
	struct year_test test;
	struct record_quality quality;
	struct buffer records = {0};

	(void)state;
	for (int i = 0; i < 9; i++)
		buffer_format(&records,
			      "<child id='%d' dob='2015-01-01'><episode from='2024-07-01' "
			      "placement='foster' provider='private'/><episode from='2024-07-01' "
			      "placement='foster' provider='private'/></child>\n",
			      i);
	check(&test, &quality, records.at);
	assert_int_equal(quality.found[RECORD_CHECK_TWO_PLACEMENTS], 9);
	assert_int_equal(test.diagnostics.count, 6);
	assert_int_equal(test_diagnostic(&test, "there are 4 more of this kind")->place.line, 7);
	buffer_release(&records);
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_year_is_left_alone),
		cmocka_unit_test(each_kind_is_found_with_both_places),
		cmocka_unit_test(many_of_a_kind_are_told_in_six_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
