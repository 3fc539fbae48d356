#include "measure/passes/children.h"
#include "measure/passes/households.h"
#include "measure/passes/stability.h"
#include "measure/passes/tally.h"

#define MILES 1000 /* distances are in thousandths */
#define NEAR_HOME (20 * MILES)

/* Whether episode `a` comes after `b`, which was written before it: from, then to, then order. */
static bool is_later(const struct record *a, const struct record *b)
{
	int32_t from_a = record_day(a, CHILD_EPISODE_FROM);
	int32_t from_b = record_day(b, CHILD_EPISODE_FROM);
	int32_t to_a = record_day(a, CHILD_EPISODE_TO);
	int32_t to_b = record_day(b, CHILD_EPISODE_TO);

	if (from_a != from_b)
		return from_a > from_b;
	if (to_a == DAY_NONE || to_b == DAY_NONE)
		return to_a == DAY_NONE; /* no end is the latest end */
	return to_a >= to_b;
}

/* The episode that says where a child looked after lives on the last day; NULL for others. */
static const struct record *open_episode(const struct tally *tally, const struct record *child)
{
	const struct record *latest = NULL;

	for (const struct record *episode = record_child(child, ELEMENT_CHILD_EPISODE); episode;
	     episode = record_sibling(episode)) {
		if (record_word(episode, CHILD_EPISODE_PLACEMENT) ==
		    WORD_PLACEMENT_SHORT_BREAK_SERIES)
			continue;
		if (!open_on(record_day(episode, CHILD_EPISODE_FROM),
			     record_day(episode, CHILD_EPISODE_TO), tally->period->last))
			continue;
		if (!latest || is_later(episode, latest))
			latest = episode;
	}
	return latest;
}

static bool is_foster(enum word_id placement)
{
	return placement == WORD_PLACEMENT_FOSTER || placement == WORD_PLACEMENT_KINSHIP_FOSTER;
}

static bool permanence_planned(const struct tally *tally, const struct record *child)
{
	for (const struct record *match = record_child(child, ELEMENT_CHILD_PERMANENCE); match;
	     match = record_sibling(match)) {
		if (by_the_end(tally, record_day(match, CHILD_PERMANENCE_DATE)))
			return true;
	}
	return false;
}

/* What is asked only of children with the council's own carers. */
static void count_own(struct tally *tally, const struct record *child, const struct record *episode)
{
	const struct household *household =
		household_lookup(tally, record_text(episode, CHILD_EPISODE_HOUSEHOLD));

	if (household) {
		enum word_id type = record_word(household->record, HOUSEHOLD_TYPE);

		if (type == WORD_HOUSEHOLD_TYPE_MAINSTREAM || type == WORD_HOUSEHOLD_TYPE_KINSHIP)
			tally_add(tally, MEASURE_CHILDREN_IN_MAINSTREAM_OR_KINSHIP, child, 1);
		if (household->open)
			tally_add(tally, MEASURE_PLACES_FILLED, child, 1);
	}
	if (permanence_planned(tally, child))
		tally_add(tally, MEASURE_CHILDREN_PERMANENCE_PLANNED, child, 1);
}

static void count_looked_after(struct tally *tally, const struct record *child)
{
	const struct record *episode = open_episode(tally, child);

	if (!episode)
		return;

	int64_t distance = record_number(episode, CHILD_EPISODE_DISTANCE_MILES);

	tally_add_by(tally, MEASURE_CHILDREN_LOOKED_AFTER, child, episode, 1);
	if (distance != NUMBER_NONE)
		tally_add(tally, AUXILIARY_DISTANCE_KNOWN, child, 1);
	if (distance != NUMBER_NONE && distance <= NEAR_HOME)
		tally_add(tally, MEASURE_CHILDREN_WITHIN_20_MILES, child, 1);
	if (three_or_more_placements(tally, child))
		tally_add(tally, MEASURE_CHILDREN_THREE_OR_MORE_PLACEMENTS, child, 1);
	if (!is_foster(record_word(episode, CHILD_EPISODE_PLACEMENT)))
		return;
	tally_add_by(tally, MEASURE_CHILDREN_FOSTERED, child, episode, 1);
	if (record_word(episode, CHILD_EPISODE_PROVIDER) == WORD_PROVIDER_OWN)
		count_own(tally, child, episode);
}

static bool is_unplanned(enum word_id reason)
{
	return reason == WORD_EPISODE_REASON_CARER_REQUEST ||
	       reason == WORD_EPISODE_REASON_CHILD_REQUEST ||
	       reason == WORD_EPISODE_REASON_ALLEGATION ||
	       reason == WORD_EPISODE_REASON_STANDARDS_OF_CARE ||
	       reason == WORD_EPISODE_REASON_APPROVAL_REMOVED;
}

static void count_endings(struct tally *tally, const struct record *child)
{
	for (const struct record *episode = record_child(child, ELEMENT_CHILD_EPISODE); episode;
	     episode = record_sibling(episode)) {
		enum word_id reason = record_word(episode, CHILD_EPISODE_REASON);

		if (reason == WORD_NONE ||
		    !is_foster(record_word(episode, CHILD_EPISODE_PLACEMENT)) ||
		    record_word(episode, CHILD_EPISODE_PROVIDER) != WORD_PROVIDER_OWN ||
		    !period_holds(tally->period, record_day(episode, CHILD_EPISODE_TO)))
			continue;
		tally_add(tally, MEASURE_PLACEMENTS_ENDED, child, 1);
		if (is_unplanned(reason))
			tally_add(tally, MEASURE_PLACEMENTS_UNPLANNED, child, 1);
	}
}

/* A child that ceased several times in the period counts once, by the last. */
static void count_ceased(struct tally *tally, const struct record *child)
{
	const struct record *last = NULL;

	for (const struct record *ceased = record_child(child, ELEMENT_CHILD_CEASED); ceased;
	     ceased = record_sibling(ceased)) {
		int32_t date = record_day(ceased, CHILD_CEASED_DATE);

		if (period_holds(tally->period, date) &&
		    (!last || date >= record_day(last, CHILD_CEASED_DATE)))
			last = ceased;
	}
	if (last)
		tally_add_by(tally, MEASURE_CHILDREN_CEASED, child, last, 1);
}

static void count_child(struct tally *tally, const struct record *child)
{
	count_looked_after(tally, child);
	count_endings(tally, child);
	count_ceased(tally, child);
}

void count_children(struct tally *tally)
{
	tally_each(tally, ELEMENT_CHILD, count_child);
}
