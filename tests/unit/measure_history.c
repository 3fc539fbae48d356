/* Earlier years, benchmarks, sealed packs, and what figures say together. */
#include "measure/trial/past.h"
#include "measure/trial/sealed.h"
#include "measure_support.h"

#include "measure/trial/history.h"
#include "measure/trial/identities.h"

#define HISTORY(years) "<history xmlns='urn:hearth:history:1'>\n" years "</history>"
#define FIGURE(measure, value) "<figure measure='" measure "' value='" value "'/>\n"

static bool read_history(struct year_test *test, const char *xml)
{
	return history_read(&test->facts, &test->arena, test_file(test, "history.xml", xml),
			    &test->diagnostics);
}

static void no_file_no_years(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	assert_true(history_read(&test.facts, &test.arena,
				 path_join(&test.arena, test.folder, STR("none.xml")),
				 &test.diagnostics));
	assert_int_equal(test.facts.past_count, 0);
	assert_null(facts_last_year(&test.facts));
	test_end(&test);
}

static void years_come_oldest_first(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	assert_true(read_history(
		&test,
		HISTORY("<year label='2023-24' source='b'>" FIGURE("applications.per_enquiry",
								   "82") FIGURE("staff.fte", "7.35")
				FIGURE("households.net_change",
				       "-3") "</year>"
					     "<year label='2021-22' source='a'>" FIGURE(
						     "enquiries.total",
						     "157") "</year>"
							    "<year label='2025-26' source='c'/>")));
	assert_int_equal(test.facts.past_count, 2);
	assert_string_equal(test.facts.past[0].figures.period.label, "2021-22");

	const struct past_year *last = facts_last_year(&test.facts);

	assert_non_null(last);
	assert_string_equal(last->written[MEASURE_APPLICATIONS_PER_ENQUIRY], "82%");
	assert_int_equal(last->figures.of[MEASURE_APPLICATIONS_PER_ENQUIRY].value, 820);
	assert_int_equal(last->figures.of[MEASURE_STAFF_FTE].value, 7350);
	assert_int_equal(last->figures.of[MEASURE_HOUSEHOLDS_NET_CHANGE].value, -3);
	assert_false(last->figures.of[MEASURE_ENQUIRIES_TOTAL].known);
	test_end(&test);
}

static void wrong_history_is_an_error_at_its_place(void **state)
{
	struct year_test test;
	const struct diagnostic *found;

	(void)state;
	test_begin(&test);
	assert_false(read_history(
		&test,
		HISTORY("<year label='2023-24' source='a'>\n" FIGURE("enquiries.totl", "82")
				FIGURE("staff.fte", "many") FIGURE("enquiries.total", "1")
					FIGURE("enquiries.total", "1") FIGURE(
						"applications.total",
						"1.5") "</year>\n"
						       "<year label='2022-24' source='a'/>"
						       "<year label='2023-24' source='a'/>")));
	found = test_diagnostic(&test, "enquiries.totl");
	assert_non_null(found);
	assert_int_equal(found->place.line, 3);
	assert_non_null(memmem(found->text.at, found->text.length, "enquiries.total?", 16));
	assert_non_null(test_diagnostic(&test, "\"many\" is no decimal"));
	assert_non_null(test_diagnostic(&test, "at line 5"));
	assert_non_null(test_diagnostic(&test, "\"1.5\" is no count"));
	assert_non_null(test_diagnostic(&test, "\"2022-24\" is no financial year"));
	assert_non_null(test_diagnostic(&test, "the year 2023-24 was there before"));
	test_end(&test);
}

static void benchmarks_may_be_of_other_measures(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	assert_false(benchmarks_read(
		&test.facts, &test.arena,
		test_file(&test, "benchmarks.xml",
			  "<benchmarks xmlns='urn:hearth:benchmarks:1'>"
			  "<benchmark measure='sgo.rate' area='England' year='2024-25' value='12' "
			  "unit='percent' source='DfE'/>"
			  "<benchmark measure='staying_put.rate_19_20' area='England' "
			  "year='2024-25' value='33' unit='percent' source='DfE'/>"
			  "<benchmark measure='sgo.total' area='England' year='2024-25' value='12' "
			  "unit='percent' source='DfE'/></benchmarks>"),
		&test.diagnostics));
	assert_int_equal(test.facts.benchmark_count, 2);
	assert_int_equal(test.facts.benchmarks[0].id, MEASURE_SGO_RATE);
	assert_int_equal(test.facts.benchmarks[0].value, 120);
	assert_int_equal(test.facts.benchmarks[1].id, MEASURE_NONE);
	assert_non_null(test_diagnostic(&test, "the unit of sgo.total is count, not percent"));
	test_end(&test);
}

/* The outcomes of four years as a council published them, with two rates printed wrong. */
static void wrong_rates_are_found_and_no_others(void **state)
{
	struct year_test test;
	const struct diagnostic *found;

	(void)state;
	test_begin(&test);
	assert_true(read_history(
		&test,
		HISTORY("<year label='2021-22' source='a'>" FIGURE("enquiries.total", "157") FIGURE(
			"applications.total",
			"57") FIGURE("assessments.started",
				     "29") FIGURE("approvals.total",
						  "17") FIGURE("applications.per_enquiry",
							       "36") FIGURE("assessments.per_"
									    "application",
									    "51")
				FIGURE("approvals.per_assessment",
				       "55") "</year>"
					     "<year label='2022-23' source='a'>" FIGURE(
						     "enquiries.total",
						     "79") FIGURE("applications.total",
								  "26") FIGURE("assessments."
									       "started",
									       "25")
						     FIGURE("approvals.total", "16") FIGURE(
							     "applications.per_enquiry",
							     "33%") FIGURE("assessments.per_"
									   "application",
									   "96")
							     FIGURE("approvals.per_assessment",
								    "64") "</year>"
									  "<year label='2023-24' "
									  "source='a'>" FIGURE(
										  "enquiries.total",
										  "52") FIGURE("app"
											       "lic"
											       "ati"
											       "ons"
											       ".to"
											       "ta"
											       "l",
											       "43") FIGURE("assessments.started",
													    "25")
										  FIGURE("approvals"
											 ".total",
											 "19") FIGURE("applications.per_enquiry",
												      "82")
											  FIGURE("a"
												 "s"
												 "s"
												 "e"
												 "s"
												 "s"
												 "m"
												 "e"
												 "n"
												 "t"
												 "s"
												 "."
												 "p"
												 "e"
												 "r"
												 "_"
												 "a"
												 "p"
												 "p"
												 "l"
												 "i"
												 "c"
												 "a"
												 "t"
												 "i"
												 "o"
												 "n",
												 "5"
												 "8")
												  FIGURE("approvals.per_assessment",
													 "76") "</year>")));
	assert_true(identities_check(&test.facts, &test.diagnostics));
	assert_int_equal(test.diagnostics.warnings, 2);
	found = test_diagnostic(&test, "published for 2021-22 as 55%");
	assert_non_null(found);
	assert_non_null(memmem(found->text.at, found->text.length, "17 of 29 is 58.6%", 17));
	assert_non_null(test_diagnostic(&test, "published for 2023-24 as 82%, but 43 of 52"));
	test_end(&test);
}

static void sums_of_published_years_are_tried_when_complete(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	assert_true(read_history(
		&test,
		HISTORY("<year label='2023-24' source='a'>" FIGURE("visits.total", "9")
				FIGURE("visits.progressed", "5") FIGURE("visits.closed", "3")
					FIGURE("visits.open", "2") FIGURE("events.total", "9")
						FIGURE("events.local-event", "2") "</year>")));
	assert_true(identities_check(&test.facts, &test.diagnostics));
	assert_int_equal(test.diagnostics.warnings, 1);
	assert_non_null(test_diagnostic(&test, "is 10, but visits.total is 9"));
	test_end(&test);
}

static void this_year_as_published_is_compared(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	assert_true(read_history(
		&test, HISTORY("<year label='2024-25' source='a'>" FIGURE("enquiries.total", "3")
				       FIGURE("applications.total", "1")
					       FIGURE("applications.per_enquiry", "33")
						       FIGURE("visits.total", "0") "</year>")));
	test_year(&test, "<enquiry id='1' received='2024-04-01' source='internet'>"
			 "<application received='2024-05-01'/></enquiry>"
			 "<enquiry id='2' received='2024-04-01' source='internet'/>"
			 "<enquiry id='3' received='2024-04-01' source='internet'>"
			 "<initial-visit date='2024-04-05'/></enquiry>");
	assert_int_equal(test.facts.past_count, 0);
	assert_true(identities_check(&test.facts, &test.diagnostics));
	assert_non_null(test_diagnostic(&test, "visits.total was published for 2024-25 as 0"));
	assert_null(test_diagnostic(&test, "applications.per_enquiry"));
	assert_null(test_diagnostic(&test, "enquiries.total"));
	test_end(&test);
}

static void a_sealed_pack_comes_before_history(void **state)
{
	struct year_test test;
	struct str output;

	(void)state;
	test_begin(&test);
	assert_true(read_history(
		&test,
		HISTORY("<year label='2023-24' source='a'>" FIGURE(
			"enquiries.total",
			"1") "</year><year label='2022-23' source='a'>" FIGURE("enquiries.total",
									       "2") "</year>")));
	test_file(&test, "output/2023-24/manifest.json", "{\"sealed\":\"2024-06-17T10:00:00Z\"}");
	test_file(&test, "output/2023-24/figures.json",
		  "{\"measures\":{\"enquiries.total\":{\"value\":52},\"sgo.rate\":{\"value\":61.4},"
		  "\"staff.fte\":{\"value\":7.3},\"reviews.on_time.rate\":{\"value\":null}}}");
	test_file(&test, "output/2022-23/manifest.json", "{\"sealed\":null}");
	test_file(&test, "output/2022-23/figures.json",
		  "{\"measures\":{\"enquiries.total\":{\"value\":99}}}");
	test_file(&test, "output/2021-22/manifest.json", "{\"sealed\":\"2024-06-17T10:00:00Z\"}");
	test_file(&test, "output/2021-22/figures.json", "{\"measures\":");
	output = path_join(&test.arena, test.folder, STR("output"));
	sealed_read(&test.facts, &test.arena, output, &test.diagnostics);

	const struct past_year *last = facts_last_year(&test.facts);

	assert_int_equal(test.facts.past_count, 2);
	assert_true(str_is(last->source, "the sealed pack of 2023-24"));
	assert_int_equal(last->figures.of[MEASURE_ENQUIRIES_TOTAL].value, 52);
	assert_int_equal(last->figures.of[MEASURE_SGO_RATE].value, 614);
	assert_int_equal(last->figures.of[MEASURE_STAFF_FTE].value, 7300);
	assert_false(last->figures.of[MEASURE_REVIEWS_ON_TIME_RATE].known);
	assert_int_equal(test.facts.past[0].figures.of[MEASURE_ENQUIRIES_TOTAL].value, 2);
	assert_non_null(test_diagnostic(&test, "this sealed pack can't be read"));
	assert_int_equal(test.diagnostics.errors, 0);
	test_end(&test);
}

/* Every name in relations.def is a measure's, so that no identity is silently empty. */
static void identities_name_measures(void **state)
{
	(void)state;
	for (size_t i = 0; i < identity_count; i++) {
		const char *sides[] = {identities[i].left, identities[i].right};

		for (int side = 0; side < 2; side++) {
			struct str all = str_of(sides[side]);

			for (size_t from = 0; from < all.length;) {
				size_t to = str_find(all, ' ', from);
				struct str term = str_slice(all, from, to);
				bool family = str_find(term, '*', 0) < term.length;

				if (!family && measure_find(term) == MEASURE_NONE)
					fail_msg("no measure %.*s", STR_ARG(term));
				from = to + 1;
			}
		}
	}
}

/* A year without records satisfies every identity, and so does one with some of everything. */
static void computed_figures_agree(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<enquiry id='1' received='2024-04-01' source='internet'/>");
	assert_true(identities_check(&test.facts, &test.diagnostics));
	for (size_t i = 0; i < identity_count; i++)
		assert_int_equal(identity_try(&identities[i], &test.facts.figures), IDENTITY_HOLDS);
	test_end(&test);
}

static void rates_agree_at_the_precision_written(void **state)
{
	int64_t exact;

	(void)state;
	assert_true(rate_agrees(STR("61.4%"), 35, 57, &exact));
	assert_true(rate_agrees(STR("61"), 35, 57, &exact));
	assert_true(rate_agrees(STR("61.404"), 35, 57, &exact));
	assert_true(rate_agrees(STR("81.3"), 13, 16, &exact)); /* 81.25: halves away from zero */
	assert_false(rate_agrees(STR("81.2"), 13, 16, &exact));
	assert_false(rate_agrees(STR("60"), 35, 57, &exact));
	assert_int_equal(exact, 61000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_file_no_years),
		cmocka_unit_test(years_come_oldest_first),
		cmocka_unit_test(wrong_history_is_an_error_at_its_place),
		cmocka_unit_test(benchmarks_may_be_of_other_measures),
		cmocka_unit_test(wrong_rates_are_found_and_no_others),
		cmocka_unit_test(sums_of_published_years_are_tried_when_complete),
		cmocka_unit_test(this_year_as_published_is_compared),
		cmocka_unit_test(a_sealed_pack_comes_before_history),
		cmocka_unit_test(identities_name_measures),
		cmocka_unit_test(computed_figures_agree),
		cmocka_unit_test(rates_agree_at_the_precision_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
