/*
 * The tally: where every count of a year goes, so that what a measure counted can be shown.
 *
 * A pass over the records adds the wholes; their parts (measures.def's PART) follow by themselves.
 * A tally lives for one computation and keeps its scratch memory itself.
 */
#ifndef HEARTH_MEASURE_PASSES_TALLY_H
#define HEARTH_MEASURE_PASSES_TALLY_H

#include "base/map.h"
#include "measure/rule.h"

#define AGE_NONE INT32_MIN

/* What several passes ask of a household; found by its id, in households.c. */
struct household {
	const struct record *record;
	int32_t approved;		      /* the day; DAY_NONE: never */
	const struct record *first_approval;  /* the earliest child; NULL */
	const struct record *latest_approval; /* the latest on or before the last day; NULL */
	bool open;			      /* approved and open on the last day */
};

struct tally {
	const struct extract *extract;
	const struct period *period;
	struct arena arena;
	int64_t amount[COUNT_COUNT];
	/* The parts of each whole, as a chain through next_part; [MEASURE_COUNT] is for NONE. */
	int first_part[MEASURE_COUNT + 1];
	int next_part[MEASURE_COUNT];
	struct map households; /* id -> struct household */
	struct stay *stays;    /* of the child at hand, for stability.c */
	size_t stay_capacity;
	struct counted *counted;
	int counted_id; /* the count whose records `counted` takes; -1: none */
};

void tally_init(struct tally *tally, const struct extract *extract, const struct period *period,
		struct counted *counted);
void tally_release(struct tally *tally);

/* Adds `amount` for `record` to a count and, by the words of the record, to its parts. */
void tally_add(struct tally *tally, int count, const struct record *record, int64_t amount);

/*
 * The same when a child decides: the first approval, the open episode, the first hearing. A part
 * is decided by whichever of `fact`, `record` and its only child of that name has the attribute.
 * `fact` may be NULL.
 */
void tally_add_by(struct tally *tally, int count, const struct record *record,
		  const struct record *fact, int64_t amount);

/* Adds one to the part of `whole` that is TOLD this word (or WORD_NONE). */
void tally_tell(struct tally *tally, enum measure_id whole, enum word_id word,
		const struct record *record);

/* Adds one to the BAND of `whole` that holds this age (or AGE_NONE). */
void tally_age(struct tally *tally, enum measure_id whole, int age, const struct record *record);

/* Whether the day is known and not after the period. */
bool by_the_end(const struct tally *tally, int32_t day);

/* Calls the function for each record of an element. */
typedef void tally_pass(struct tally *tally, const struct record *record);
void tally_each(struct tally *tally, enum element_id element, tally_pass *pass);

#endif
