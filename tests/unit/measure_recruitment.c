/* Recruitment and approvals: each step by its own date, and the edges of the year. */
#include "measure_support.h"

static void enquiries_count_by_the_day_they_came(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<enquiry id='1' received='2024-03-31' source='internet'/>"
			 "<enquiry id='2' received='2024-04-01' source='internet'/>"
			 "<enquiry id='3' received='2025-03-31' source='word-of-mouth'>"
			 "<application received='2025-04-01'/></enquiry>"
			 "<enquiry id='4' received='2025-04-01' source='internet'/>");
	assert_measures(&test, "enquiries.total 2 enquiries.source.internet 1 "
			       "enquiries.source.word-of-mouth 1 enquiries.source.other 0 "
			       "enquiries.not_applied 2 applications.total 0");
	test_end(&test);
}

static void applications_count_whenever_the_enquiry_came(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<enquiry id='1' received='2023-03-31' source='internet'>"
			 "<application received='2024-05-01'/>"
			 "<closed date='2024-06-01' outcome='withdrawn'/></enquiry>"
			 "<enquiry id='2' received='2024-04-01' source='internet'>"
			 "<application received='2024-05-01'/><initial-visit date='2025-04-02'/>"
			 "<closed date='2025-03-31' outcome='declined'/></enquiry>"
			 "<enquiry id='3' received='2024-04-01' source='internet'>"
			 "<application received='2024-05-01'/>"
			 "<closed date='2025-04-01' outcome='declined'/></enquiry>");
	assert_measures(&test, "enquiries.total 2 applications.total 3 "
			       "applications.closed_before_visit 2 visits.total 0 "
			       "applications.per_enquiry 1500");
	assert_int_equal(test_figure(&test, "applications.per_enquiry")->numerator, 3);
	assert_int_equal(test_figure(&test, "applications.per_enquiry")->denominator, 2);
	test_end(&test);
}

static void a_visit_goes_on_is_closed_or_stays_open(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  /* Assessed before the visit, and closed: it went on. */
		  "<enquiry id='1' received='2024-04-01' source='internet'>"
		  "<initial-visit date='2024-08-01'/><assessment started='2024-07-01'/>"
		  "<closed date='2024-09-01' outcome='declined' reason='financial'/></enquiry>"
		  /* Closed without a reason, before the visit. */
		  "<enquiry id='2' received='2024-04-01' source='internet'>"
		  "<initial-visit date='2024-08-01'/><closed date='2024-05-01' outcome='declined'/>"
		  "</enquiry>"
		  "<enquiry id='3' received='2024-04-01' source='internet'>"
		  "<initial-visit date='2024-08-01'/>"
		  "<closed date='2025-03-31' outcome='declined' reason='availability'/></enquiry>"
		  /* Assessed and closed after the year. */
		  "<enquiry id='4' received='2024-04-01' source='internet'>"
		  "<initial-visit date='2024-08-01'/><assessment started='2025-04-01'/>"
		  "<closed date='2025-04-01' outcome='declined'/></enquiry>");
	assert_measures(&test, "visits.total 4 visits.progressed 1 visits.closed 2 visits.open 1 "
			       "visits.closed.reason.other 1 visits.closed.reason.availability 1 "
			       "visits.closed.reason.financial 0 assessments.started 1 "
			       "assessments.completed 0");
	test_end(&test);
}

static void a_rate_of_nothing_is_not_known(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<enquiry id='1' received='2020-04-01' source='internet'/>");
	assert_false(test_figure(&test, "applications.per_enquiry")->known);
	assert_int_equal(test_figure(&test, "applications.per_enquiry")->denominator, 0);
	assert_measure(&test, "enquiries.total", 0);
	test_end(&test);
}

static void first_approval_decides(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<household id='1' type='mainstream'>"
		  "<approval date='2024-09-01' category='enhanced' places='3' siblings='3' "
		  "age-from='0' "
		  "age-to='18'/>"
		  "<approval date='2024-08-01' category='short-term' places='2' siblings='2' "
		  "age-from='0' age-to='10'/>"
		  /* Of equal dates the first as written is the earliest. */
		  "<approval date='2024-08-01' category='enhanced' places='9' age-from='9' "
		  "age-to='11'/></household>"
		  "<household id='2' type='kinship'><approval date='2024-08-01' category='kinship' "
		  "places='1' age-from='0' age-to='18'/></household>"
		  "<household id='3' type='respite'><approval date='2024-04-01' category='respite' "
		  "places='0' age-from='10' age-to='18'/></household>"
		  "<household id='4' type='mainstream'><approval date='2025-03-31' "
		  "category='enhanced' "
		  "places='1' siblings='4' age-from='9' age-to='11'/></household>"
		  "<household id='5' type='mainstream'><approval date='2025-04-01' "
		  "category='enhanced' "
		  "places='1' age-from='9' age-to='11'/></household>"
		  "<household id='6' type='mainstream' approved='2024-05-05'/>"
		  "<household id='7' type='mainstream'><approval date='2020-01-01' "
		  "category='enhanced' "
		  "places='1' age-from='9' age-to='11'/><approval date='2024-06-01' "
		  "category='short-term' places='5' age-from='9' age-to='11'/></household>");
	assert_measures(&test, "approvals.total 3 approvals.category.short-term 1 "
			       "approvals.category.respite 1 approvals.category.enhanced 1 "
			       "approvals.mainstream 2 approvals.mainstream.places 2 "
			       "approvals.enhanced.places 1 approvals.siblings.total 2 "
			       "approvals.siblings.two 1 approvals.siblings.three_or_more 1 "
			       "approvals.ages.0-10 2 approvals.ages.10-18 2 approvals.timed 0");
	assert_false(test_figure(&test, "approvals.within_eight_months.rate")->known);
	test_end(&test);
}

static void eight_months_run_to_the_months_last_day(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<household id='1' type='mainstream'><approval date='2025-02-28' "
			 "category='short-term' places='1' age-from='0' age-to='5'/></household>"
			 "<household id='2' type='mainstream'><approval date='2025-03-01' "
			 "category='short-term' places='1' age-from='0' age-to='5'/></household>"
			 "<household id='3' type='mainstream'><approval date='2024-12-01' "
			 "category='short-term' places='1' age-from='0' age-to='5'/></household>"
			 "<enquiry id='1' received='2024-06-01' source='internet'>"
			 "<application received='2024-06-30'/><approval household='1'/></enquiry>"
			 "<enquiry id='2' received='2024-06-01' source='internet'>"
			 "<application received='2024-06-30'/><approval household='2'/></enquiry>"
			 /* Two enquiries led to one household: the earlier application counts. */
			 "<enquiry id='3' received='2024-06-01' source='internet'>"
			 "<application received='2024-06-30'/><approval household='3'/></enquiry>"
			 "<enquiry id='4' received='2019-06-01' source='internet'>"
			 "<application received='2019-06-30'/><approval household='3'/></enquiry>");
	assert_measures(&test, "approvals.timed 3 approvals.within_eight_months 1 "
			       "approvals.within_eight_months.rate 333");
	test_end(&test);
}

static void incentives_and_events_count_by_type(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<household id='1' type='mainstream'>"
			 "<incentive date='2024-04-01' type='golden-hello'/>"
			 "<incentive date='2024-04-01' type='golden-hello'/>"
			 "<incentive date='2024-04-01' type='referral-reward'/>"
			 "<incentive date='2024-03-31' type='referral-reward'/></household>"
			 "<recruitment-event id='1' date='2024-04-01' type='local-event'/>"
			 "<recruitment-event id='2' date='2024-04-01' type='supermarket-stall'/>");
	assert_measures(&test, "incentives.golden-hello 2 incentives.referral-reward 1 "
			       "events.total 2 events.local-event 1 events.supermarket-stall 1 "
			       "events.community-stall 0");
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(enquiries_count_by_the_day_they_came),
		cmocka_unit_test(applications_count_whenever_the_enquiry_came),
		cmocka_unit_test(a_visit_goes_on_is_closed_or_stays_open),
		cmocka_unit_test(a_rate_of_nothing_is_not_known),
		cmocka_unit_test(first_approval_decides),
		cmocka_unit_test(eight_months_run_to_the_months_last_day),
		cmocka_unit_test(incentives_and_events_count_by_type),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
