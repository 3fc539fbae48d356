#include "measure/passes/approvals.h"
#include "measure/passes/households.h"
#include "measure/passes/tally.h"

#define MONTHS_TO_APPROVE 8 /* National Minimum Standard 14 */
#define AGE_BETWEEN_GROUPS 10

static int64_t number_or_none(const struct record *record, enum attribute_id attribute)
{
	int64_t number = record_number(record, attribute);

	return number == NUMBER_NONE ? 0 : number;
}

/* The earliest application of those enquiries that led to each household, by its id. */
static void index_applications(struct tally *tally, struct map *applications)
{
	for (const struct record *enquiry = tally->extract->first[ELEMENT_ENQUIRY]; enquiry;
	     enquiry = enquiry->next) {
		const struct record *approval = record_child(enquiry, ELEMENT_ENQUIRY_APPROVAL);
		const struct record *application =
			record_child(enquiry, ELEMENT_ENQUIRY_APPLICATION);
		const char *id =
			approval ? record_text(approval, ENQUIRY_APPROVAL_HOUSEHOLD) : NULL;

		if (!id || !application ||
		    record_day(application, ENQUIRY_APPLICATION_RECEIVED) == DAY_NONE)
			continue;

		void **place = map_place(applications, str_of(id));
		const struct record *earliest = *place;

		if (!earliest || record_day(application, ENQUIRY_APPLICATION_RECEIVED) <
					 record_day(earliest, ENQUIRY_APPLICATION_RECEIVED))
			*place = (void *)application;
	}
}

static void count_siblings(struct tally *tally, const struct record *household,
			   const struct record *approval)
{
	int64_t siblings = number_or_none(approval, HOUSEHOLD_APPROVAL_SIBLINGS);

	if (siblings >= 2)
		tally_add(tally, MEASURE_APPROVALS_SIBLINGS_TOTAL, household, 1);
	if (siblings == 2)
		tally_add(tally, MEASURE_APPROVALS_SIBLINGS_TWO, household, 1);
	if (siblings >= 3)
		tally_add(tally, MEASURE_APPROVALS_SIBLINGS_THREE_OR_MORE, household, 1);
}

static void count_ages(struct tally *tally, const struct record *household,
		       const struct record *approval)
{
	int64_t from = record_number(approval, HOUSEHOLD_APPROVAL_AGE_FROM);
	int64_t to = record_number(approval, HOUSEHOLD_APPROVAL_AGE_TO);

	if (from != NUMBER_NONE && from < AGE_BETWEEN_GROUPS)
		tally_add(tally, MEASURE_APPROVALS_AGES_0_10, household, 1);
	if (to != NUMBER_NONE && to > AGE_BETWEEN_GROUPS)
		tally_add(tally, MEASURE_APPROVALS_AGES_10_18, household, 1);
}

static void count_places(struct tally *tally, const struct record *household,
			 const struct record *approval)
{
	int64_t places = number_or_none(approval, HOUSEHOLD_APPROVAL_PLACES);

	if (record_word(approval, HOUSEHOLD_APPROVAL_CATEGORY) == WORD_CATEGORY_ENHANCED) {
		tally_add(tally, MEASURE_APPROVALS_ENHANCED_PLACES, household, places);
	} else {
		tally_add(tally, MEASURE_APPROVALS_MAINSTREAM, household, 1);
		tally_add(tally, MEASURE_APPROVALS_MAINSTREAM_PLACES, household, places);
	}
}

static void count_time(struct tally *tally, const struct record *household, int32_t approved,
		       const struct record *application)
{
	if (!application)
		return;

	int32_t applied = record_day(application, ENQUIRY_APPLICATION_RECEIVED);

	tally_add(tally, MEASURE_APPROVALS_TIMED, household, 1);
	if (approved <= day_add_months(applied, MONTHS_TO_APPROVE))
		tally_add(tally, MEASURE_APPROVALS_WITHIN_EIGHT_MONTHS, household, 1);
}

static void count_approval(struct tally *tally, const struct record *record,
			   const struct map *applications)
{
	const char *id = record_text(record, HOUSEHOLD_ID);
	const struct household *household = household_lookup(tally, id);

	if (!household || household->record != record || !household->first_approval ||
	    record_word(record, HOUSEHOLD_TYPE) == WORD_HOUSEHOLD_TYPE_KINSHIP)
		return;

	const struct record *approval = household->first_approval;
	int32_t date = record_day(approval, HOUSEHOLD_APPROVAL_DATE);

	if (!period_holds(tally->period, date))
		return;
	tally_add_by(tally, MEASURE_APPROVALS_TOTAL, record, approval, 1);
	count_places(tally, record, approval);
	count_siblings(tally, record, approval);
	count_ages(tally, record, approval);
	count_time(tally, record, date, map_lookup(applications, str_of(id)));
}

static void count_incentives(struct tally *tally, const struct record *household)
{
	for (const struct record *incentive = record_child(household, ELEMENT_HOUSEHOLD_INCENTIVE);
	     incentive; incentive = record_sibling(incentive)) {
		if (period_holds(tally->period, record_day(incentive, HOUSEHOLD_INCENTIVE_DATE)))
			tally_add_by(tally, MEASURE_NONE, household, incentive, 1);
	}
}

void count_approvals(struct tally *tally)
{
	struct map applications;

	map_init(&applications, &tally->arena);
	index_applications(tally, &applications);
	for (const struct record *record = tally->extract->first[ELEMENT_HOUSEHOLD]; record;
	     record = record->next)
		count_approval(tally, record, &applications);
	tally_each(tally, ELEMENT_HOUSEHOLD, count_incentives);
}
