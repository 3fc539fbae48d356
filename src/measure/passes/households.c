#include "measure/passes/households.h"
#include "measure/passes/tally.h"

static void take_approval(struct tally *tally, struct household *household,
			  const struct record *approval)
{
	int32_t date = record_day(approval, HOUSEHOLD_APPROVAL_DATE);

	if (date == DAY_NONE)
		return;
	/* Of equal dates the first as written is the earliest, the last the latest. */
	if (!household->first_approval ||
	    date < record_day(household->first_approval, HOUSEHOLD_APPROVAL_DATE))
		household->first_approval = approval;
	if (!by_the_end(tally, date))
		return;
	if (!household->latest_approval ||
	    date >= record_day(household->latest_approval, HOUSEHOLD_APPROVAL_DATE))
		household->latest_approval = approval;
}

/* The earlier of the attribute and the earliest approval; with neither it never was approved. */
static int32_t day_approved(const struct household *household)
{
	int32_t written = record_day(household->record, HOUSEHOLD_APPROVED);
	int32_t earliest = DAY_NONE;

	if (household->first_approval)
		earliest = record_day(household->first_approval, HOUSEHOLD_APPROVAL_DATE);
	if (written == DAY_NONE || (earliest != DAY_NONE && earliest < written))
		return earliest;
	return written;
}

static void index_household(struct tally *tally, const struct record *record)
{
	const char *id = record_text(record, HOUSEHOLD_ID);

	if (!id)
		return;

	void **place = map_place(&tally->households, str_of(id));

	if (*place)
		return;

	struct household *household = ARENA_NEW(&tally->arena, struct household);

	*place = household;
	household->record = record;
	for (const struct record *approval = record_child(record, ELEMENT_HOUSEHOLD_APPROVAL);
	     approval; approval = record_sibling(approval))
		take_approval(tally, household, approval);
	household->approved = day_approved(household);
	household->open = open_on(household->approved, record_day(record, HOUSEHOLD_ENDED),
				  tally->period->last);
}

void households_index(struct tally *tally)
{
	tally_each(tally, ELEMENT_HOUSEHOLD, index_household);
}

const struct household *household_lookup(const struct tally *tally, const char *id)
{
	return id ? map_lookup(&tally->households, str_of(id)) : NULL;
}

static bool on_hold(const struct tally *tally, const struct record *record)
{
	for (const struct record *hold = record_child(record, ELEMENT_HOUSEHOLD_HOLD); hold;
	     hold = record_sibling(hold)) {
		if (open_on(record_day(hold, HOUSEHOLD_HOLD_FROM),
			    record_day(hold, HOUSEHOLD_HOLD_TO), tally->period->last))
			return true;
	}
	return false;
}

static void count_carers(struct tally *tally, const struct record *record)
{
	for (const struct record *carer = record_child(record, ELEMENT_HOUSEHOLD_CARER); carer;
	     carer = record_sibling(carer)) {
		int32_t born = record_day(carer, HOUSEHOLD_CARER_DOB);

		tally_add(tally, MEASURE_CARERS_TOTAL, carer, 1);
		tally_age(tally, MEASURE_CARERS_TOTAL,
			  born == DAY_NONE ? AGE_NONE : age_on(born, tally->period->last), carer);
	}
}

static void count_open(struct tally *tally, const struct household *household)
{
	const struct record *record = household->record;
	int64_t places = NUMBER_NONE;

	tally_add_by(tally, MEASURE_HOUSEHOLDS_TOTAL, record, household->latest_approval, 1);
	if (household->latest_approval)
		places = record_number(household->latest_approval, HOUSEHOLD_APPROVAL_PLACES);
	if (places == NUMBER_NONE)
		places = 0;
	tally_add(tally, MEASURE_PLACES_APPROVED, record, places);
	if (on_hold(tally, record)) {
		tally_add(tally, MEASURE_HOUSEHOLDS_ON_HOLD, record, 1);
		tally_add(tally, MEASURE_PLACES_ON_HOLD, record, places);
	}
	count_carers(tally, record);
}

static void count_household(struct tally *tally, const struct record *record)
{
	const struct household *household =
		household_lookup(tally, record_text(record, HOUSEHOLD_ID));

	if (!household || household->record != record)
		return;
	if (household->open)
		count_open(tally, household);
	if (period_holds(tally->period, household->approved))
		tally_add(tally, MEASURE_HOUSEHOLDS_JOINED, record, 1);
	if (household->approved != DAY_NONE &&
	    period_holds(tally->period, record_day(record, HOUSEHOLD_ENDED)))
		tally_add(tally, MEASURE_HOUSEHOLDS_LEFT, record, 1);
}

void count_households(struct tally *tally)
{
	tally_each(tally, ELEMENT_HOUSEHOLD, count_household);
}
