/* Records that the reader complained of reach no figure, but must not crash what counts. */
#include "measure_support.h"

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
		cmocka_unit_test(faulty_records_crash_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
