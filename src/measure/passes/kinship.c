#include "measure/passes/kinship.h"
#include "measure/passes/tally.h"

static void count_viability(struct tally *tally, const struct record *assessment)
{
	if (period_holds(tally->period, record_day(assessment, VIABILITY_ASSESSMENT_COMPLETED)))
		tally_add(tally, MEASURE_KINSHIP_VIABILITY_TOTAL, assessment, 1);
}

static void count_assessment(struct tally *tally, const struct record *assessment)
{
	int32_t started = record_day(assessment, KINSHIP_ASSESSMENT_STARTED);
	int32_t completed = record_day(assessment, KINSHIP_ASSESSMENT_COMPLETED);

	if (period_holds(tally->period, completed))
		tally_add(tally, MEASURE_KINSHIP_ASSESSMENTS_TOTAL, assessment, 1);
	if (open_on(started, completed, tally->period->last))
		tally_add(tally, MEASURE_KINSHIP_ASSESSMENTS_OPEN, assessment, 1);
}

static void count_independent(struct tally *tally, const struct record *assessment)
{
	if (period_holds(tally->period, record_day(assessment, INDEPENDENT_ASSESSMENT_COMPLETED)))
		tally_add(tally, MEASURE_KINSHIP_INDEPENDENT_TOTAL, assessment, 1);
}

void count_kinship(struct tally *tally)
{
	tally_each(tally, ELEMENT_VIABILITY_ASSESSMENT, count_viability);
	tally_each(tally, ELEMENT_KINSHIP_ASSESSMENT, count_assessment);
	tally_each(tally, ELEMENT_INDEPENDENT_ASSESSMENT, count_independent);
}
