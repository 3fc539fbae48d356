/* Owns the checks across records. Every look-up goes by a map, so time stays linear. */
#include "measure/trial/records_check.h"
#include "measure/passes/households.h"

#include "measure/passes/tally.h"

#define SHOWN 5 /* of each kind */
#define MONTHS_TO_FIRST_REVIEW 12
#define FULL_AGE 18
#define MONTHS_BEFORE_BIRTHDAY 1

struct checker {
	struct tally tally; /* for its index of households */
	struct record_quality *quality;
	struct diagnostics *diagnostics;
	struct place sixth[RECORD_CHECK_COUNT];
	/* Households by id that an enquiry with an assessment, a panel case, a review names. */
	struct map assessed, heard, reviewed;
	struct map living; /* household id -> struct home, on the last day */
	struct str last_day;
};

struct home {
	unsigned children;
};

static const struct check_row {
	const char *name, *words;
} rows[] = {
#define RECORD_CHECK(id, name, words) {name, words},
#include "measure/trial/records_check.def"
};

const char *record_check_name(enum record_check check)
{
	return rows[check].name;
}

const char *record_check_words(enum record_check check)
{
	return rows[check].words;
}

static struct place place_of(const struct checker *checker, const struct record *record)
{
	return record_place(checker->tally.extract, record);
}

/* Counts one of a kind; whether it is among the first, which are told one by one. */
static bool is_told(struct checker *checker, enum record_check check, struct place place)
{
	size_t found = ++checker->quality->found[check];

	if (found == SHOWN + 1)
		checker->sixth[check] = place;
	return found <= SHOWN;
}

#define PLACE_ARG(place) STR_ARG((place).file), (place).line, (place).column

static void note(struct map *map, const char *id, const struct record *record)
{
	if (id)
		*map_place(map, str_of(id)) = (void *)record;
}

static bool is_noted(const struct map *map, const char *id)
{
	return id && map_lookup(map, str_of(id));
}

/* -- what names a household ------------------------------------------------------------------ */

static void note_enquiries(struct checker *checker)
{
	for (const struct record *enquiry = checker->tally.extract->first[ELEMENT_ENQUIRY]; enquiry;
	     enquiry = enquiry->next) {
		const struct record *approval = record_child(enquiry, ELEMENT_ENQUIRY_APPROVAL);

		if (approval && record_child(enquiry, ELEMENT_ENQUIRY_ASSESSMENT))
			note(&checker->assessed, record_text(approval, ENQUIRY_APPROVAL_HOUSEHOLD),
			     enquiry);
	}
}

static void note_panel_cases(struct checker *checker)
{
	for (const struct record *panel_case = checker->tally.extract->first[ELEMENT_PANEL_CASE];
	     panel_case; panel_case = panel_case->next) {
		const char *household = record_text(panel_case, PANEL_CASE_HOUSEHOLD);
		enum word_id type = record_word(panel_case, PANEL_CASE_TYPE);

		if (type == WORD_PANEL_TYPE_MAINSTREAM_APPROVAL ||
		    type == WORD_PANEL_TYPE_KINSHIP_APPROVAL)
			note(&checker->heard, household, panel_case);
		if (type == WORD_PANEL_TYPE_FIRST_ANNUAL_REVIEW)
			note(&checker->reviewed, household, panel_case);
	}
}

static void note_reviews(struct checker *checker)
{
	for (const struct record *review = checker->tally.extract->first[ELEMENT_REVIEW]; review;
	     review = review->next) {
		if (by_the_end(&checker->tally, record_day(review, REVIEW_COMPLETED)))
			note(&checker->reviewed, record_text(review, REVIEW_HOUSEHOLD), review);
	}
}

/* -- households ------------------------------------------------------------------------------ */

/* Enquiries and panel cases are compared only where the council names households in them at all. */
static void check_approval(struct checker *checker, const struct household *household,
			   const char *id)
{
	const struct record *approval = household->first_approval;
	bool kinship =
		record_word(household->record, HOUSEHOLD_TYPE) == WORD_HOUSEHOLD_TYPE_KINSHIP;

	if (!approval ||
	    !period_holds(checker->tally.period, record_day(approval, HOUSEHOLD_APPROVAL_DATE)))
		return;

	struct place place = place_of(checker, approval);
	struct str date =
		day_iso(checker->diagnostics->arena, record_day(approval, HOUSEHOLD_APPROVAL_DATE));

	if (!kinship && checker->assessed.count > 0 && !is_noted(&checker->assessed, id) &&
	    is_told(checker, RECORD_CHECK_NO_ASSESSMENT, place))
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_NO_ASSESSMENT, place,
			       STR_ARG(date));
	if (checker->heard.count > 0 && !is_noted(&checker->heard, id) &&
	    is_told(checker, RECORD_CHECK_NO_PANEL_CASE, place))
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_NO_PANEL_CASE, place,
			       STR_ARG(date));
}

static void check_kinship_type(struct checker *checker, const struct record *household)
{
	enum word_id type = record_word(household, HOUSEHOLD_TYPE);
	struct place other = place_of(checker, household);

	if (type == WORD_HOUSEHOLD_TYPE_KINSHIP || type == WORD_NONE)
		return;
	for (const struct record *approval = record_child(household, ELEMENT_HOUSEHOLD_APPROVAL);
	     approval; approval = record_sibling(approval)) {
		struct place place = place_of(checker, approval);

		if (record_word(approval, HOUSEHOLD_APPROVAL_CATEGORY) == WORD_CATEGORY_KINSHIP &&
		    period_holds(checker->tally.period,
				 record_day(approval, HOUSEHOLD_APPROVAL_DATE)) &&
		    is_told(checker, RECORD_CHECK_KINSHIP_TYPE, place))
			diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_KINSHIP_TYPE, place,
				       word_at(type)->written, PLACE_ARG(other));
	}
}

static void check_incentives(struct checker *checker, const struct household *household)
{
	struct place other = place_of(checker, household->record);

	if (household->approved == DAY_NONE)
		return;
	for (const struct record *incentive =
		     record_child(household->record, ELEMENT_HOUSEHOLD_INCENTIVE);
	     incentive; incentive = record_sibling(incentive)) {
		int32_t date = record_day(incentive, HOUSEHOLD_INCENTIVE_DATE);
		struct place place = place_of(checker, incentive);

		if (!period_holds(checker->tally.period, date) || date >= household->approved ||
		    !is_told(checker, RECORD_CHECK_INCENTIVE_EARLY, place))
			continue;

		struct str approved = day_iso(checker->diagnostics->arena, household->approved);

		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_INCENTIVE_EARLY, place,
			       PLACE_ARG(other), STR_ARG(approved));
	}
}

/* A household whose first year ended in the period and that still fosters. */
static void check_first_review(struct checker *checker, const struct household *household,
			       const char *id)
{
	if (!household->open || checker->reviewed.count == 0 || is_noted(&checker->reviewed, id) ||
	    !period_holds(checker->tally.period,
			  day_add_months(household->approved, MONTHS_TO_FIRST_REVIEW)))
		return;

	struct place place = place_of(checker, household->record);

	if (!is_told(checker, RECORD_CHECK_NO_FIRST_REVIEW, place))
		return;

	struct str approved = day_iso(checker->diagnostics->arena, household->approved);

	diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_NO_FIRST_REVIEW, place,
		       STR_ARG(approved), STR_ARG(checker->last_day));
}

static void check_places(struct checker *checker, const struct household *household, const char *id)
{
	const struct home *home = map_lookup(&checker->living, str_of(id));
	const struct record *approval = household->latest_approval;
	int64_t places =
		approval ? record_number(approval, HOUSEHOLD_APPROVAL_PLACES) : NUMBER_NONE;

	if (!home || places == NUMBER_NONE || !household->open || home->children <= places)
		return;

	struct place place = place_of(checker, household->record);
	struct place other = place_of(checker, approval);

	if (is_told(checker, RECORD_CHECK_MORE_THAN_PLACES, place))
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_MORE_THAN_PLACES, place,
			       home->children, STR_ARG(checker->last_day), (long long)places,
			       PLACE_ARG(other));
}

/* A household counts with its places only by an approval; `approved` alone says but that it
 * fosters. */
static void check_approved(struct checker *checker, const struct household *household)
{
	struct place place = place_of(checker, household->record);
	int32_t ended = record_day(household->record, HOUSEHOLD_ENDED);
	struct str day;

	if (household->open && !household->latest_approval &&
	    is_told(checker, RECORD_CHECK_NO_APPROVAL, place)) {
		day = day_iso(checker->diagnostics->arena, household->approved);
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_NO_APPROVAL, place,
			       STR_ARG(day), STR_ARG(checker->last_day));
	}
	if (household->approved == DAY_NONE && by_the_end(&checker->tally, ended) &&
	    is_told(checker, RECORD_CHECK_NEVER_APPROVED, place)) {
		day = day_iso(checker->diagnostics->arena, ended);
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_NEVER_APPROVED, place,
			       STR_ARG(day));
	}
}

static void check_households(struct checker *checker)
{
	for (const struct record *record = checker->tally.extract->first[ELEMENT_HOUSEHOLD]; record;
	     record = record->next) {
		const char *id = record_text(record, HOUSEHOLD_ID);
		const struct household *household = household_lookup(&checker->tally, id);

		if (!household || household->record != record)
			continue;
		check_approval(checker, household, id);
		check_kinship_type(checker, record);
		check_incentives(checker, household);
		check_first_review(checker, household, id);
		check_places(checker, household, id);
		check_approved(checker, household);
	}
}

/* -- children -------------------------------------------------------------------------------- */

static bool is_open_placement(const struct checker *checker, const struct record *episode)
{
	return record_word(episode, CHILD_EPISODE_PLACEMENT) != WORD_PLACEMENT_SHORT_BREAK_SERIES &&
	       open_on(record_day(episode, CHILD_EPISODE_FROM),
		       record_day(episode, CHILD_EPISODE_TO), checker->tally.period->last);
}

/* The hold of the household in which the day falls; NULL when there is none. */
static const struct record *hold_on(const struct record *household, int32_t day)
{
	for (const struct record *hold = record_child(household, ELEMENT_HOUSEHOLD_HOLD); hold;
	     hold = record_sibling(hold)) {
		if (open_on(record_day(hold, HOUSEHOLD_HOLD_FROM),
			    record_day(hold, HOUSEHOLD_HOLD_TO), day))
			return hold;
	}
	return NULL;
}

/* An own placement that is open on the last day, against the household it names. */
static void check_home(struct checker *checker, const struct record *episode)
{
	const char *id = record_text(episode, CHILD_EPISODE_HOUSEHOLD);
	const struct household *household = household_lookup(&checker->tally, id);

	if (!household || record_word(episode, CHILD_EPISODE_PROVIDER) != WORD_PROVIDER_OWN)
		return;

	const struct record *hold =
		hold_on(household->record, record_day(episode, CHILD_EPISODE_FROM));
	struct place place = place_of(checker, episode);
	void **home = map_place(&checker->living, str_of(id));

	if (!*home)
		*home = ARENA_NEW(&checker->tally.arena, struct home);
	((struct home *)*home)->children++;
	if (!household->open && is_told(checker, RECORD_CHECK_HOUSEHOLD_CLOSED, place)) {
		struct place other = place_of(checker, household->record);

		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_HOUSEHOLD_CLOSED, place,
			       STR_ARG(checker->last_day), PLACE_ARG(other));
	}
	if (hold && is_told(checker, RECORD_CHECK_HOUSEHOLD_ON_HOLD, place)) {
		struct place other = place_of(checker, hold);

		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_HOUSEHOLD_ON_HOLD, place,
			       PLACE_ARG(other));
	}
}

/* The latest leaving of care by the last day; NULL. */
static const struct record *last_leaving(const struct checker *checker, const struct record *child)
{
	const struct record *last = NULL;

	for (const struct record *ceased = record_child(child, ELEMENT_CHILD_CEASED); ceased;
	     ceased = record_sibling(ceased)) {
		int32_t date = record_day(ceased, CHILD_CEASED_DATE);

		if (by_the_end(&checker->tally, date) &&
		    (!last || date >= record_day(last, CHILD_CEASED_DATE)))
			last = ceased;
	}
	return last;
}

static void check_ceased(struct checker *checker, const struct record *child,
			 const struct record *episode)
{
	const struct record *ceased = last_leaving(checker, child);
	struct place place = place_of(checker, episode);

	/* A child may come back into care: only what began before counts. */
	if (!ceased ||
	    record_day(episode, CHILD_EPISODE_FROM) > record_day(ceased, CHILD_CEASED_DATE))
		return;

	struct place other = place_of(checker, ceased);

	if (is_told(checker, RECORD_CHECK_CEASED_OPEN, place))
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_CEASED_OPEN, place,
			       STR_ARG(checker->last_day), PLACE_ARG(other));
}

/* Nobody is looked after from the eighteenth birthday on (Children Act 1989, section 105). */
static void check_age(struct checker *checker, const struct record *child,
		      const struct record *episode)
{
	int32_t born = record_day(child, CHILD_DOB);
	struct place place = place_of(checker, episode), other = place_of(checker, child);
	int age = born == DAY_NONE ? 0 : age_on(born, checker->tally.period->last);

	if (age >= FULL_AGE && is_told(checker, RECORD_CHECK_NO_CHILD, place))
		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_NO_CHILD, place, age,
			       STR_ARG(checker->last_day), PLACE_ARG(other));
}

/* The day of leaving may be a few days before the birthday, but not months. */
static void check_turned_18(struct checker *checker, const struct record *child)
{
	int32_t born = record_day(child, CHILD_DOB);

	for (const struct record *ceased = record_child(child, ELEMENT_CHILD_CEASED); ceased;
	     ceased = record_sibling(ceased)) {
		int32_t date = record_day(ceased, CHILD_CEASED_DATE);
		struct place place = place_of(checker, ceased), other = place_of(checker, child);

		if (record_word(ceased, CHILD_CEASED_REASON) != WORD_CEASED_REASON_TURNED_18 ||
		    born == DAY_NONE || date == DAY_NONE ||
		    age_on(born, day_add_months(date, MONTHS_BEFORE_BIRTHDAY)) >= FULL_AGE ||
		    !is_told(checker, RECORD_CHECK_TURNED_EARLY, place))
			continue;
		struct str day = day_iso(checker->diagnostics->arena, date);

		diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_TURNED_EARLY, place,
			       age_on(born, date), STR_ARG(day), PLACE_ARG(other));
	}
}

static void check_child(struct checker *checker, const struct record *child)
{
	const struct record *first = NULL;

	check_turned_18(checker, child);
	for (const struct record *episode = record_child(child, ELEMENT_CHILD_EPISODE); episode;
	     episode = record_sibling(episode)) {
		if (!is_open_placement(checker, episode))
			continue;

		struct place place = place_of(checker, episode);

		check_home(checker, episode);
		if (!first) {
			first = episode;
			check_ceased(checker, child, episode);
			check_age(checker, child, episode);
		} else if (!checker->tally.extract->from_return &&
			   is_told(checker, RECORD_CHECK_TWO_PLACEMENTS, place)) {
			struct place other = place_of(checker, first);

			diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_TWO_PLACEMENTS,
				       place, STR_ARG(checker->last_day), PLACE_ARG(other));
		}
	}
}

/* -- all ------------------------------------------------------------------------------------- */

static void tell_the_rest(const struct checker *checker)
{
	for (int check = 0; check < RECORD_CHECK_COUNT; check++) {
		size_t found = checker->quality->found[check];

		if (found > SHOWN)
			diagnostic_add(checker->diagnostics, DIAGNOSTIC_RECORD_MORE,
				       checker->sixth[check], found - SHOWN, rows[check].words);
	}
}

void records_check(const struct extract *extract, const struct period *period,
		   struct record_quality *quality, struct diagnostics *diagnostics)
{
	struct checker checker = {.quality = quality,
				  .diagnostics = diagnostics,
				  .last_day = day_iso(diagnostics->arena, period->last)};
	struct map *maps[] = {&checker.assessed, &checker.heard, &checker.reviewed,
			      &checker.living};

	*quality = (struct record_quality){{0}};
	tally_init(&checker.tally, extract, period, NULL);
	for (size_t i = 0; i < sizeof(maps) / sizeof(*maps); i++)
		map_init(maps[i], &checker.tally.arena);
	households_index(&checker.tally);
	note_enquiries(&checker);
	note_panel_cases(&checker);
	note_reviews(&checker);
	for (const struct record *child = extract->first[ELEMENT_CHILD]; child; child = child->next)
		check_child(&checker, child);
	check_households(&checker);
	tell_the_rest(&checker);
	for (int fault = 0; fault < RETURN_FAULT_COUNT; fault++) /* told when they were read */
		quality->found[RECORD_CHECK_RETURN_ENDS_EARLY + fault] =
			extract->return_faults[fault];
	tally_release(&checker.tally);
}
