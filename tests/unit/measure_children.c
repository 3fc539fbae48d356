/* Children looked after: the episode that counts, stability, endings, leaving care. */
#include "measure/passes/stability.h"
#include "measure_support.h"

#define EPISODE(rest) "<episode placement='foster' provider='own' " rest "/>"
#define CHILD(episodes) "<child id='1' dob='2015-01-01'>" episodes "</child>"

static void the_latest_open_episode_counts(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(
		&test,
		/* Later from wins over what is written later. */
		"<child id='1' dob='2015-01-01'>"
		"<episode from='2024-06-02' placement='residential' provider='private'/>"
		"<episode from='2024-06-01' placement='foster' provider='own'/></child>"
		/* Same from: no end is the latest end. */
		"<child id='2' dob='2015-01-01'>"
		"<episode from='2024-06-01' placement='secure' provider='other'/>"
		"<episode from='2024-06-01' to='2025-04-09' placement='foster' provider='own'/>"
		"</child>"
		/* Same from and end: the last as written. */
		"<child id='3' dob='2015-01-01'>"
		"<episode from='2024-06-01' placement='foster' provider='own'/>"
		"<episode from='2024-06-01' placement='kinship-foster' provider='other'/></child>"
		/* A series of short breaks is no placement here. */
		"<child id='4' dob='2015-01-01'>"
		"<episode from='2024-06-01' placement='short-break-series' provider='own'/></child>"
		/* Ended on the last day; begins after it. */
		"<child id='5' dob='2015-01-01'>"
		"<episode from='2024-06-01' to='2025-03-31' placement='foster' provider='own'/>"
		"<episode from='2025-04-01' placement='foster' provider='own'/></child>");
	assert_measures(&test,
			"children.looked_after 3 children.placement.residential 1 "
			"children.placement.secure 1 children.placement.kinship-foster 1 "
			"children.fostered 1 children.fostered.kinship 1 children.fostered.own 0 "
			"children.fostered.rate 333");
	test_end(&test);
}

static void own_children_by_household_and_ethnicity(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(
		&test,
		"<household id='k' type='kinship' approved='2020-01-01'/>"
		"<household id='r' type='respite' approved='2020-01-01'/>"
		"<child id='1' dob='2015-01-01' ethnicity='black'>" EPISODE(
			"from='2024-01-01' household='k' distance-miles='20'") "<permanence "
									       "date='2025-03-31'/"
									       "></child>"
									       "<child id='2' "
									       "dob='2015-01-01'"
									       ">" EPISODE(
										       "from='2024-"
										       "01-01' "
										       "household='"
										       "r' "
										       "distance-"
										       "miles='20."
										       "001'") "<pe"
											       "rma"
											       "nen"
											       "ce "
											       "dat"
											       "e='"
											       "202"
											       "5-"
											       "04-"
											       "01'"
											       "/><"
											       "/ch"
											       "ild"
											       ">"
											       "<ch"
											       "ild"
											       " id"
											       "='"
											       "3' "
											       "dob"
											       "='"
											       "201"
											       "5-"
											       "01-"
											       "01'"
											       ">" EPISODE(
												       "from='2024-01-01'") "</child>");
	assert_measures(&test, "children.fostered.own 3 children.in_mainstream_or_kinship 1 "
			       "places.filled 2 children.fostered.own.ethnicity.black 1 "
			       "children.fostered.own.ethnicity.not-known 2 "
			       "children.permanence_planned 1 children.within_20_miles 1 "
			       "children.within_20_miles.rate 500");
	assert_int_equal(test_figure(&test, "children.within_20_miles.rate")->denominator, 2);
	test_end(&test);
}

/* How many of one child with these episodes had three or more placements. */
static int64_t moved_often(const char *episodes)
{
	struct year_test test;
	int64_t value;

	test_begin(&test);
	test_year(&test, str_format(&test.arena, CHILD("%s"), episodes).at);
	value = test_figure(&test, "children.three_or_more_placements")->value;
	test_end(&test);
	return value;
}

static void three_placements_with_a_night_each(void **state)
{
	(void)state;
	assert_int_equal(
		moved_often(EPISODE("from='2024-01-01' to='2024-05-01' household='a'")
				    EPISODE("from='2024-05-01' to='2024-06-01' household='b'")
					    EPISODE("from='2024-06-01' household='a'")),
		1);
	/* The night of 1 April is the first: a stay that ends on it has none in the year. */
	assert_int_equal(
		moved_often(EPISODE("from='2024-01-01' to='2024-04-01' household='a'")
				    EPISODE("from='2024-04-01' to='2024-06-01' household='b'")
					    EPISODE("from='2024-06-01' household='c'")),
		0);
	/* The night of 31 March is the last. */
	assert_int_equal(
		moved_often(EPISODE("from='2024-01-01' to='2024-04-02' household='a'")
				    EPISODE("from='2024-04-02' to='2025-03-31' household='b'")
					    EPISODE("from='2025-03-31' household='c'")),
		1);
}

static void stays_that_are_one_placement(void **state)
{
	(void)state;
	/* The same household again, after a gap. */
	assert_int_equal(
		moved_often(EPISODE("from='2024-04-01' to='2024-05-01' household='a'")
				    EPISODE("from='2024-07-01' to='2024-08-01' household='a'")
					    EPISODE("from='2024-08-01' household='b'")),
		0);
	/* Neither names a household: placement and provider decide. */
	assert_int_equal(moved_often(EPISODE("from='2024-04-01' to='2024-05-01'")
					     EPISODE("from='2024-05-01' to='2024-08-01'")
						     EPISODE("from='2024-08-01' household='b'")),
			 0);
	assert_int_equal(
		moved_often("<episode from='2024-04-01' to='2024-05-01' placement='residential' "
			    "provider='private'/><episode from='2024-05-01' to='2024-08-01' "
			    "placement='residential' provider='voluntary'/>" EPISODE(
				    "from='2024-08-01'")),
		1);
	/* One names a household and the other none: two placements. */
	assert_int_equal(moved_often(EPISODE("from='2024-04-01' to='2024-05-01'") EPISODE(
				 "from='2024-05-01' to='2024-08-01' household='b'")
					     EPISODE("from='2024-08-01'")),
			 1);
}

static void stays_left_out(void **state)
{
	(void)state;
	/* A temporary stay between two of one household leaves them one placement. */
	assert_int_equal(
		moved_often(EPISODE(
			"from='2024-04-01' to='2024-05-01' household='a'") "<episode "
									   "from='2024-05-01' "
									   "to='2024-05-09' "
									   "placement='temporary' "
									   "provider='own' "
									   "household='t'/"
									   ">" EPISODE(
										   "from='2024-05-"
										   "09' "
										   "to='2024-08-01'"
										   " household='a'")
										   EPISODE("from='"
											   "2024-"
											   "08-01' "
											   "househo"
											   "ld='"
											   "b'")),
		0);
	/* Nor does a stay without a night part them. */
	assert_int_equal(
		moved_often(EPISODE("from='2024-04-01' to='2024-05-01' household='a'")
				    EPISODE("from='2024-05-01' to='2024-05-01' household='c'")
					    EPISODE("from='2024-05-01' to='2024-08-01' "
						    "household='a'") EPISODE("from='2024-08-01' "
									     "household='b'")),
		0);
	/* Order is by date, not as written; of the same from the one without end is last. */
	assert_int_equal(moved_often(EPISODE("from='2024-08-01' household='a'") EPISODE(
				 "from='2024-04-01' to='2024-05-01' household='a'")
					     EPISODE("from='2024-05-01' to='2024-08-01' "
						     "household='b'")),
			 1);
}

static void endings_with_a_reason(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(
		&test,
		CHILD(EPISODE("from='2020-01-01' to='2024-04-01' reason='planned'") EPISODE(
			"from='2020-01-01' to='2025-03-31' reason='carer-request'")
			      EPISODE("from='2020-01-01' to='2025-04-01' "
				      "reason='allegation'")
				      EPISODE("from='2020-01-01' to='2024-05-01'") "<episode "
										   "from='2020-01-"
										   "01' "
										   "to='2024-05-01'"
										   " placement='"
										   "foster' "
										   "provider='"
										   "private' "
										   "reason='"
										   "allegation'/>"
										   "<episode "
										   "from='2020-01-"
										   "01' "
										   "to='2024-05-01'"
										   " placement='"
										   "kinship-foster'"
										   " "
										   "provider='own' "
										   "reason='"
										   "provider-"
										   "request'/>"));
	assert_measures(&test, "placements.ended 3 placements.unplanned 1 "
			       "placements.unplanned.rate 333");
	test_end(&test);
}

static void the_last_leaving_of_the_year_counts(void **state)
{
	struct year_test test;

	(void)state;
	test_begin(&test);
	test_year(&test,
		  "<child id='1' dob='2015-01-01'>"
		  "<ceased date='2024-06-01' reason='special-guardianship' carer='relative'/>"
		  "<ceased date='2024-05-01' reason='adoption'/></child>"
		  /* Of equal dates the last as written is the latest. */
		  "<child id='2' dob='2015-01-01'>"
		  "<ceased date='2024-06-01' reason='special-guardianship'/>"
		  "<ceased date='2024-06-01' reason='returned-home'/></child>"
		  /* What comes after the year doesn't count. */
		  "<child id='3' dob='2015-01-01'>"
		  "<ceased date='2024-06-01' reason='special-guardianship'/>"
		  "<ceased date='2025-04-01' reason='returned-home'/></child>");
	assert_measures(&test, "children.ceased 3 sgo.total 2 sgo.carer.relative 1 "
			       "sgo.carer.other 1 sgo.rate 667");
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_latest_open_episode_counts),
		cmocka_unit_test(own_children_by_household_and_ethnicity),
		cmocka_unit_test(three_placements_with_a_night_each),
		cmocka_unit_test(stays_that_are_one_placement),
		cmocka_unit_test(stays_left_out),
		cmocka_unit_test(endings_with_a_reason),
		cmocka_unit_test(the_last_leaving_of_the_year_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
