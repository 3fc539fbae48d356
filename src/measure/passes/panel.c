#include "measure/passes/panel.h"
#include "measure/passes/tally.h"

#define DAYS_OF_A_YEAR 366

/* The hearing that settles a case: the earliest with a recommendation; NULL before it. */
static const struct record *settling_hearing(const struct record *panel_case)
{
	const struct record *first = NULL;

	for (const struct record *hearing = record_child(panel_case, ELEMENT_PANEL_CASE_HEARING);
	     hearing; hearing = record_sibling(hearing)) {
		enum word_id outcome = record_word(hearing, PANEL_CASE_HEARING_OUTCOME);
		int32_t date = record_day(hearing, PANEL_CASE_HEARING_DATE);

		if (date == DAY_NONE || (outcome != WORD_HEARING_OUTCOME_POSITIVE &&
					 outcome != WORD_HEARING_OUTCOME_NEGATIVE))
			continue;
		if (!first || date < record_day(first, PANEL_CASE_HEARING_DATE))
			first = hearing;
	}
	return first;
}

static bool decision_follows(const struct record *decision, const struct record *hearing)
{
	enum word_id decided = record_word(decision, PANEL_CASE_DECISION_OUTCOME);
	enum word_id recommended = record_word(hearing, PANEL_CASE_HEARING_OUTCOME);

	if (recommended == WORD_HEARING_OUTCOME_POSITIVE)
		return decided == WORD_DECISION_OUTCOME_POSITIVE;
	return decided == WORD_DECISION_OUTCOME_NEGATIVE;
}

static void count_heard(struct tally *tally, const struct record *panel_case)
{
	const struct record *hearing = settling_hearing(panel_case);
	const struct record *decision = record_child(panel_case, ELEMENT_PANEL_CASE_DECISION);

	if (!hearing || !period_holds(tally->period, record_day(hearing, PANEL_CASE_HEARING_DATE)))
		return;
	tally_add_by(tally, MEASURE_PANEL_TOTAL_HEARD, panel_case, hearing, 1);
	if (!decision)
		return;
	tally_add(tally, MEASURE_PANEL_DECIDED, panel_case, 1);
	if (decision_follows(decision, hearing))
		tally_add(tally, MEASURE_PANEL_FOLLOWED, panel_case, 1);
}

/* `sat` has a flag for each day of the period on which a hearing was found already. */
static void count_hearings(struct tally *tally, const struct record *panel_case,
			   bool sat[DAYS_OF_A_YEAR])
{
	for (const struct record *hearing = record_child(panel_case, ELEMENT_PANEL_CASE_HEARING);
	     hearing; hearing = record_sibling(hearing)) {
		int32_t date = record_day(hearing, PANEL_CASE_HEARING_DATE);

		if (!period_holds(tally->period, date))
			continue;
		if (record_word(hearing, PANEL_CASE_HEARING_OUTCOME) ==
		    WORD_HEARING_OUTCOME_DEFERRED)
			tally_add(tally, MEASURE_PANEL_TOTAL_DEFERRED, panel_case, 1);
		if (!sat[date - tally->period->first]) {
			sat[date - tally->period->first] = true;
			tally_add(tally, MEASURE_PANEL_MEETINGS, panel_case, 1);
		}
	}
}

void count_panel(struct tally *tally)
{
	bool sat[DAYS_OF_A_YEAR] = {false};

	for (const struct record *panel_case = tally->extract->first[ELEMENT_PANEL_CASE];
	     panel_case; panel_case = panel_case->next) {
		count_heard(tally, panel_case);
		count_hearings(tally, panel_case, sat);
	}
}
