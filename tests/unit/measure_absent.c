/* What no file tells of is not available, and is not 0. */
#include "measure_support.h"

#include "measure/trial/identities.h"

static void assert_absent(const struct year_test *test, const char *name)
{
	const struct figure *figure = test_figure(test, name);

	if (figure->known || figure->reason != REASON_NO_RECORDS || figure->is_rate)
		fail_msg("%s is %s, reason %d", name, figure->known ? "known" : "not known",
			 (int)figure->reason);
}

static const char enquiry[] = "<enquiry id='1' received='2024-04-01' source='internet'>"
			      "<approval household='H'/></enquiry>";
static const char household[] =
	"<household id='H' type='mainstream'><approval date='2024-05-01' category='short-term' "
	"places='1' age-from='0' age-to='10'/></household>";

static void without_records_nothing_is_known(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "", enquiry);
	assert_measures(&test, "enquiries.total 1 enquiries.source.facebook 0 visits.total 0");
	assert_absent(&test, "allegations.total");
	assert_absent(&test, "allegations.outcome.open"); /* a part of a part */
	assert_absent(&test, "panel.kinship-approval.deferred");
	assert_absent(&test, "incentives.golden-hello"); /* a part of no whole */
	assert_absent(&test, "staff.fte");
	assert_absent(&test, "households.net_change");
	assert_absent(&test, "reviews.supported.rate"); /* of counts that are no measures */
	assert_absent(&test, "children.within_20_miles.rate");
	test_end(&test);
}

/* A rate needs both its counts, and some counts need records of two kinds. */
static void what_takes_two_kinds_needs_both(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "", household);
	assert_measures(&test, "approvals.total 1 households.total 1 places.approved 1");
	assert_absent(&test, "approvals.per_assessment");
	assert_absent(&test, "approvals.timed");
	assert_absent(&test, "approvals.within_eight_months.rate");
	assert_absent(&test, "places.filled");
	assert_absent(&test, "places.occupancy");
	test_year_covering(&test, "covers='enquiry child'", household);
	assert_measures(&test, "approvals.timed 0 places.filled 0 places.occupancy 0");
	test_end(&test);
}

static void what_is_covered_is_none(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "covers=' allegation  post '", enquiry);
	assert_measures(&test, "allegations.total 0 allegations.outcome.open 0 staff.fte 0");
	assert_absent(&test, "complaints.total");
	assert_int_equal(test.diagnostics.errors, 0);
	test_end(&test);
}

static void a_kind_that_is_none_can_not_be_covered(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "covers='post alegation approval'", enquiry);
	assert_int_equal(test.diagnostics.errors, 2);
	test_end(&test);
}

static void identities_pass_over_what_is_absent(void **state)
{
	struct year_test test;
	size_t tried = 0;

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "", enquiry);
	assert_true(identities_check(&test.facts, &test.diagnostics));
	for (size_t i = 0; i < identity_count; i++) {
		enum identity_state found = identity_try(&identities[i], &test.facts.figures);

		assert_int_not_equal(found, IDENTITY_FAILS);
		tried += found == IDENTITY_HOLDS;
	}
	assert_in_range(tried, 1, identity_count - 1);
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_records_nothing_is_known),
		cmocka_unit_test(what_takes_two_kinds_needs_both),
		cmocka_unit_test(what_is_covered_is_none),
		cmocka_unit_test(a_kind_that_is_none_can_not_be_covered),
		cmocka_unit_test(identities_pass_over_what_is_absent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
