/* Households and carers on the last day, those that joined and left, places. */
#include "measure_support.h"

#define APPROVAL(date, category, places)                                                           \
	"<approval date='" date "' category='" category "' places='" places                        \
	"' age-from='0' age-to='18'/>"

static void open_on_the_last_day(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<household id='1' type='mainstream' approved='2025-03-31'/>"
		  "<household id='2' type='kinship' approved='2025-04-01'/>"
		  /* What ends on the last day is not open on it. */
		  "<household id='3' type='kinship' approved='2010-01-01' ended='2025-03-31' "
		  "end-reason='special-guardianship'/>"
		  "<household id='4' type='respite' approved='2010-01-01' ended='2025-04-01'/>"
		  /* Never approved, so it neither counts nor leaves. */
		  "<household id='5' type='mainstream'/>"
		  "<household id='6' type='mainstream' ended='2024-05-01'/>"
		  "<household id='7' type='mainstream' approved='2010-01-01' ended='2024-04-01'/>");
	assert_measures(&test, "households.total 2 households.mainstream 1 households.kinship 0 "
			       "households.other 1 households.joined 1 households.left 2 "
			       "households.left.reason.special-guardianship 1 "
			       "households.left.reason.other 1 households.net_change -1");
	test_end(&test);
}

static void approved_is_the_earlier_of_both(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(
		&test,
		"<household id='1' type='mainstream' approved='2024-05-01'>" APPROVAL(
			"2024-03-01", "short-term",
			"1") "</household>"
			     "<household id='2' type='mainstream' approved='2024-03-01'>" APPROVAL(
				     "2024-05-01", "short-term",
				     "1") "</household>"
					  "<household id='3' type='mainstream'>" APPROVAL(
						  "2024-05-01", "short-term", "1") "</household>");
	assert_measures(&test, "households.joined 1 households.total 3 approvals.total 2");
	test_end(&test);
}

static void places_follow_the_latest_approval(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<household id='1' type='mainstream'>" APPROVAL("2024-05-01", "enhanced", "5")
		  /* Of equal dates the last as written is the latest. */
		  APPROVAL("2025-03-31", "short-term", "1") APPROVAL("2025-03-31", "enhanced", "2")
			  APPROVAL("2025-04-01", "short-term",
				   "9") "<hold from='2025-03-31'/></household>"
					"<household id='2' type='mainstream'>" APPROVAL(
						"2020-05-01", "short-term",
						"3") "<hold from='2024-05-01' "
						     "to='2025-03-31'/></household>"
						     "<household id='3' type='mainstream' "
						     "approved='2020-01-01'/>"
						     "<child id='1' dob='2015-01-01'><episode "
						     "from='2024-01-01' placement='foster' "
						     "provider='own' household='1'/></child>"
						     "<child id='2' dob='2015-01-01'><episode "
						     "from='2024-01-01' placement='foster' "
						     "provider='own' household='gone'/></child>");
	assert_measures(&test, "households.enhanced 1 households.on_hold 1 places.approved 5 "
			       "places.on_hold 2 places.filled 1 places.occupancy 200");
	test_end(&test);
}

static void carers_by_age_and_ethnicity(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test, "<household id='1' type='mainstream' approved='2020-01-01'>"
			 "<carer id='a' dob='1995-04-01' ethnicity='white'/>" /* 29 */
			 "<carer id='b' dob='1995-03-31' ethnicity='asian'/>" /* 30 */
			 "<carer id='b' dob='1955-03-31'/>"		      /* 70 */
			 "<carer id='c' ethnicity='not-known'/></household>"
			 "<household id='2' type='mainstream' approved='2020-01-01' "
			 "ended='2024-06-01'><carer id='d'/></household>");
	assert_measures(&test, "carers.total 4 carers.age.under-30 1 carers.age.30-39 1 "
			       "carers.age.70-and-over 1 carers.age.not-known 1 "
			       "carers.age.60-69 0 carers.ethnicity.white 1 "
			       "carers.ethnicity.asian 1 carers.ethnicity.not-known 2");
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(open_on_the_last_day),
		cmocka_unit_test(approved_is_the_earlier_of_both),
		cmocka_unit_test(places_follow_the_latest_approval),
		cmocka_unit_test(carers_by_age_and_ethnicity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
