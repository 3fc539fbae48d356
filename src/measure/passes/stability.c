#include <stdlib.h>
#include <string.h>

#include "measure/passes/stability.h"
#include "measure/passes/tally.h"

struct stay {
	const struct record *episode;
	int32_t from, to; /* DAY_NONE: goes on */
	size_t written;
};

static bool is_stay(const struct record *episode)
{
	enum word_id placement = record_word(episode, CHILD_EPISODE_PLACEMENT);
	int32_t from = record_day(episode, CHILD_EPISODE_FROM);

	return placement != WORD_PLACEMENT_TEMPORARY &&
	       placement != WORD_PLACEMENT_SHORT_BREAK_SERIES && from != DAY_NONE &&
	       from != record_day(episode, CHILD_EPISODE_TO);
}

static int compare_stays(const void *left, const void *right)
{
	const struct stay *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->to != b->to) {
		if (a->to == DAY_NONE || b->to == DAY_NONE)
			return a->to == DAY_NONE ? 1 : -1;
		return a->to < b->to ? -1 : 1;
	}
	return a->written < b->written ? -1 : a->written > b->written;
}

/* The child's stays in order, in the tally's memory until the next child's. */
static size_t stays_of(struct tally *tally, const struct record *child)
{
	size_t count = 0;

	for (const struct record *episode = record_child(child, ELEMENT_CHILD_EPISODE); episode;
	     episode = record_sibling(episode)) {
		if (!is_stay(episode))
			continue;
		tally->stays = arena_grow(&tally->arena, tally->stays, &tally->stay_capacity,
					  count + 1, sizeof(*tally->stays));
		tally->stays[count] =
			(struct stay){episode, record_day(episode, CHILD_EPISODE_FROM),
				      record_day(episode, CHILD_EPISODE_TO), count};
		count++;
	}
	if (count > 1)
		qsort(tally->stays, count, sizeof(*tally->stays), compare_stays);
	return count;
}

static bool same_placement(const struct tally *tally, const struct record *a,
			   const struct record *b)
{
	if (tally->extract->from_return) /* which names no household */
		return record_carer(a) == record_carer(b);

	const char *home_a = record_text(a, CHILD_EPISODE_HOUSEHOLD);
	const char *home_b = record_text(b, CHILD_EPISODE_HOUSEHOLD);

	if (home_a && home_b)
		return strcmp(home_a, home_b) == 0;
	if (home_a || home_b)
		return false;
	return record_word(a, CHILD_EPISODE_PLACEMENT) == record_word(b, CHILD_EPISODE_PLACEMENT) &&
	       record_word(a, CHILD_EPISODE_PROVIDER) == record_word(b, CHILD_EPISODE_PROVIDER);
}

/* The night of the day an episode ends on is no longer its own. */
static bool has_night(const struct stay *stay, const struct period *period)
{
	return stay->from <= period->last && (stay->to == DAY_NONE || stay->to > period->first);
}

bool three_or_more_placements(struct tally *tally, const struct record *child)
{
	size_t count = stays_of(tally, child);
	const struct stay *stays = tally->stays;
	int placements = 0;
	bool counted = false; /* the placement at hand has a night in the period already */

	for (size_t i = 0; i < count; i++) {
		if (i > 0 && !same_placement(tally, stays[i - 1].episode, stays[i].episode))
			counted = false;
		if (!counted && has_night(&stays[i], tally->period)) {
			counted = true;
			placements++;
		}
	}
	return placements >= 3;
}
