/* Kinship, panel, allegations, complaints, reviews, Staying Put, training, staff. */
#include "measure_support.h"

static void kinship_outcomes_and_orders(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<viability-assessment id='1' requested='2024-01-01' completed='2024-04-01' "
		  "context='proceedings' outcome='withdrew'/>"
		  "<viability-assessment id='2' requested='2024-05-01' context='proceedings'/>"
		  "<kinship-assessment id='1' started='2024-01-01' completed='2024-05-01' "
		  "outcome='positive'/>"
		  "<kinship-assessment id='2' started='2024-01-01' completed='2024-05-01' "
		  "outcome='positive' order='long-term-fostering'/>"
		  "<kinship-assessment id='3' started='2024-01-01' completed='2024-05-01' "
		  "outcome='negative' order='long-term-fostering'/>"
		  "<kinship-assessment id='4' started='2025-03-31'/>"
		  "<kinship-assessment id='5' started='2024-01-01' completed='2025-03-31' "
		  "outcome='not-needed'/>"
		  "<kinship-assessment id='6' started='2024-01-01' completed='2025-04-01' "
		  "outcome='not-needed'/>"
		  "<independent-assessment id='1' completed='2025-03-31' outcome='positive'/>");
	assert_measures(&test, "kinship.viability.total 1 kinship.viability.context.proceedings 1 "
			       "kinship.viability.outcome.withdrew 1 kinship.assessments.total 4 "
			       "kinship.assessments.outcome.positive 2 "
			       "kinship.assessments.order.pending 1 "
			       "kinship.assessments.order.long-term-fostering 1 "
			       "kinship.assessments.open 2 kinship.independent.total 1 "
			       "kinship.independent.order.pending 1");
	test_end(&test);
}

static void a_case_counts_by_its_first_recommendation(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<panel-case id='1' type='kinship-approval'>"
			 "<hearing date='2024-06-01' outcome='negative'/>"
			 "<hearing date='2024-05-01' outcome='positive'/>"
			 "<hearing date='2024-04-01' outcome='deferred'/>"
			 "<decision date='2025-06-01' outcome='negative'/></panel-case>"
			 /* Heard before the year: only its deferral of the year counts. */
			 "<panel-case id='2' type='regulation-25'>"
			 "<hearing date='2024-03-31' outcome='positive'/>"
			 "<hearing date='2024-06-01' outcome='deferred'/>"
			 "<hearing date='2024-06-02' outcome='negative'/></panel-case>"
			 /* Of equal dates the first as written. */
			 "<panel-case id='3' type='de-registration' conflictual='true'>"
			 "<hearing date='2024-06-01' outcome='negative'/>"
			 "<hearing date='2024-06-01' outcome='positive'/>"
			 "<decision date='2024-06-09' outcome='negative'/></panel-case>");
	assert_measures(&test,
			"panel.total.heard 2 panel.total.positive 1 panel.total.negative 1 "
			"panel.total.deferred 2 panel.kinship-approval.heard 1 "
			"panel.kinship-approval.positive 1 panel.kinship-approval.deferred 1 "
			"panel.regulation-25.heard 0 panel.regulation-25.deferred 1 "
			"panel.de-registration.negative 1 panel.de-registration.conflictual 1 "
			"panel.meetings 4 panel.decided 2 panel.followed 1 "
			"panel.followed.rate 500");
	test_end(&test);
}

static void allegations_and_complaints_closed_later_are_open(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<allegation id='1' household='h' referred='2024-04-01' threshold='met' "
		  "outcome='unfounded' closed='2025-03-31'/>"
		  "<allegation id='2' household='h' referred='2024-04-01' threshold='met' "
		  "outcome='unfounded' closed='2025-04-01'/>"
		  "<allegation id='3' household='i' referred='2024-04-01' threshold='met' "
		  "outcome='malicious'/>"
		  "<allegation id='4' household='i' referred='2025-03-31' threshold='not-met' "
		  "outcome='unfounded' closed='2025-03-31'/>"
		  "<allegation id='5' household='j' referred='2024-04-01' threshold='met'/>"
		  "<complaint id='1' received='2024-04-01' from='child' outcome='upheld' "
		  "closed='2025-04-01'/>"
		  "<complaint id='2' received='2024-04-01' from='child' outcome='upheld'/>");
	assert_measures(&test, "allegations.total 5 allegations.households 3 "
			       "allegations.threshold_met 4 allegations.threshold_not_met 1 "
			       "allegations.outcome.unfounded 1 allegations.outcome.malicious 1 "
			       "allegations.outcome.open 2 complaints.total 2 "
			       "complaints.from.child 2 complaints.outcome.upheld 1 "
			       "complaints.outcome.open 1");
	test_end(&test);
}

static void reviews_on_time_late_overdue(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<review id='1' household='h' due='2024-05-01' completed='2024-05-01'>"
			 "<feedback supported='yes' extra-support='not-needed'/></review>"
			 "<review id='2' household='h' due='2024-05-01' completed='2024-05-02'>"
			 "<feedback supported='no' extra-support='met'/></review>"
			 "<review id='3' household='h' due='2024-05-01' completed='2025-04-01'>"
			 "<feedback supported='no' extra-support='unmet'/></review>"
			 "<review id='4' household='h' due='2025-03-31'/>"
			 "<review id='5' household='h' due='2025-04-01' completed='2025-03-31'/>"
			 "<review id='6' household='h' due='2024-05-01' completed='2024-03-01'/>");
	assert_measures(&test, "reviews.due 5 reviews.on_time 2 reviews.late 1 reviews.overdue 2 "
			       "reviews.on_time.rate 400 reviews.completed 3 "
			       "reviews.supported.rate 500 reviews.extra_support_met.rate 1000");
	assert_int_equal(test_figure(&test, "reviews.extra_support_met.rate")->denominator, 1);
	test_end(&test);
}

static void staying_put_by_age_on_the_last_day(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<staying-put id='1' dob='2006-04-01' started='2024-04-01'/>" /* 18 */
			 "<staying-put id='2' dob='2004-04-01' started='2022-04-01'/>" /* 20 */
			 "<staying-put id='3' dob='2004-03-31' started='2022-04-01'/>" /* 21 */
			 "<staying-put id='4' dob='2006-04-01' started='2024-04-01' "
			 "ended='2025-03-31'/>");
	assert_measures(&test, "staying_put.total 3 staying_put.age.18 1 staying_put.age.20 1 "
			       "staying_put.age.other 1 staying_put.started 2 staying_put.ended 1");
	test_end(&test);
}

static void staff_add_up_exactly(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<training-event id='1' date='2024-05-01' topic='allegations' attended='12'/>"
		  "<training-event id='2' date='2024-05-01' topic='health'/>"
		  "<post id='1' team='recruitment' role='social-worker' fte='0.1' headcount='1' "
		  "from='2020-01-01'/>"
		  "<post id='2' team='recruitment' role='team-manager' fte='0.2' headcount='2' "
		  "from='2020-01-01' vacant='false'/>"
		  "<post id='3' team='panel' role='other' fte='007.125' headcount='1' "
		  "from='2025-03-31'/>"
		  "<post id='4' team='panel' role='other' fte='1' headcount='3' "
		  "from='2020-03-31' vacant='true'/>"
		  "<post id='5' team='panel' role='other' fte='1' headcount='1' from='2020-03-31' "
		  "to='2025-03-31'/>");
	assert_measures(&test, "training.total 2 training.attended 12 training.allegations 1 "
			       "staff.fte 7425 staff.team.recruitment.fte 300 "
			       "staff.team.panel.fte 7125 staff.headcount 4 staff.vacancies 3 "
			       "staff.role.team-manager 2 staff.role.other 1");
	test_end(&test);
}

/* Records that were reported as wrong are measured all the same when asked: without a crash. */
static void faulty_records_crash_nothing(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<household/><household id='1'><approval/><approval date='x' places='-1'/>"
		  "<hold/><carer/><incentive date='2024-05-01' type='y'/></household>"
		  "<household id='1' type='none' ended='2024-05-01'/>"
		  "<child><episode/><episode from='2024-05-01'/><ceased/><permanence/></child>"
		  "<child id='2'><episode from='2025-01-01' to='2024-01-01' household='1'/>"
		  "<episode from='2024-05-01' provider='own' placement='foster' "
		  "distance-miles='.5' household='1'/><ceased date='2024-05-01'/></child>"
		  "<enquiry><application/><initial-visit/><assessment/><closed/><approval/>"
		  "</enquiry><enquiry received='2024-05-01'><initial-visit date='2024-06-01'/>"
		  "<closed date='2024-06-01'/></enquiry>"
		  "<panel-case><hearing/><hearing date='2024-05-01'/><decision/></panel-case>"
		  "<panel-case><hearing date='2024-05-01' outcome='positive'/><decision/>"
		  "</panel-case><allegation/><allegation referred='2024-05-01'/><review/>"
		  "<review due='2024-05-01'/><complaint received='2024-05-01'/>"
		  "<viability-assessment completed='2024-05-01'/><staying-put/>"
		  "<kinship-assessment completed='2024-05-01' outcome='positive' order='?'/>"
		  "<independent-assessment/><training-event date='2024-05-01' attended='a'/>"
		  "<staying-put started='2024-05-01'/><post from='2020-01-01' fte='1'/>"
		  "<post from='2020-01-01' fte='1' headcount='1'/>");
	assert_true(test.diagnostics.errors > 0);
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinship_outcomes_and_orders),
		cmocka_unit_test(a_case_counts_by_its_first_recommendation),
		cmocka_unit_test(allegations_and_complaints_closed_later_are_open),
		cmocka_unit_test(reviews_on_time_late_overdue),
		cmocka_unit_test(staying_put_by_age_on_the_last_day),
		cmocka_unit_test(staff_add_up_exactly),
		cmocka_unit_test(faulty_records_crash_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
