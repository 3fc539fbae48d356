/*
 * How each measure comes about: measures.def's `how`, for the passes over the records.
 */
#ifndef HEARTH_MEASURE_RULE_H
#define HEARTH_MEASURE_RULE_H

#include "measure/measure.h"

#define AGE_LIMIT 1000 /* nobody's age is near it */

enum rule_kind {
	RULE_COUNTED,
	RULE_PART,
	RULE_PART_OR_NONE,
	RULE_PART_NONE,
	RULE_PART_REST,
	RULE_TOLD,
	RULE_BAND,
	RULE_BAND_NONE,
	RULE_BAND_REST,
	RULE_RATE,
	RULE_DIFFERENCE
};

/*
 * Counts are numbered through: the measures first, then those of auxiliary.def, which only serve
 * rates. NONE is MEASURE_NONE.
 */
enum count_id {
	COUNT_BEFORE_AUXILIARY = MEASURE_COUNT - 1,
#define AUXILIARY(id, element, words) AUXILIARY_##id,
#include "measure/auxiliary.def"
	COUNT_COUNT
};

struct rule {
	enum rule_kind kind;
	int whole;	 /* a measure; or NONE */
	int element;	 /* of one COUNTED, whose records it takes besides its whole's; or NONE */
	int attribute;	 /* of a PART */
	int word;	 /* of a PART or of one TOLD; WORD_NONE: none */
	int from, to;	 /* of a BAND, in years */
	int left, right; /* count ids: numerator and denominator, or from and less */
};

const struct rule *rule_at(enum measure_id id);
const char *auxiliary_words(int count); /* what an auxiliary count is, in words */
/*
 * Whether there are records of every kind that the measure is counted from, its wholes and a rate's
 * two counts included, or there are known to be none; and, where children come from returns,
 * whether those can tell.
 */
bool measure_has_records(enum measure_id id, const struct extract *extract);

#endif
