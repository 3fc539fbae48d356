/*
 * Figures as a document words them: the variants that a marker's modifier asks for.
 */
#ifndef HEARTH_COMPOSE_NAMES_WORDS_H
#define HEARTH_COMPOSE_NAMES_WORDS_H

#include "measure/facts.h"

enum figure_variant {
	VARIANT_PLAIN,	      /* 57, 61.4% */
	VARIANT_WORDS,	      /* x-words: eight; 10 and more stay digits */
	VARIANT_CAPITAL,      /* x-Words: Eight */
	VARIANT_SHARE,	      /* x-share: of its whole, as a whole percentage */
	VARIANT_WHOLE,	      /* x-whole: a rate as a whole percentage */
	VARIANT_CHANGE,	      /* x-change: 5 more than in 2023-24 */
	VARIANT_LAST,	      /* x-last: last year's, as it was published */
	VARIANT_ENGLAND,      /* x-england: England's of the same year */
	VARIANT_ENGLAND_LAST, /* x-england-last: England's of the year before */
	VARIANT_SINCE,	      /* x-since: down from 157 in 2021-22, the first year known */
	VARIANT_COUNT
};

struct printed {
	bool known;
	struct str text;    /* as printed in a table; the mark of its reason when it isn't known */
	struct str value;   /* as CSV writes it; empty when it isn't known */
	enum reason reason; /* why it isn't known */
};

/* What stands in a sentence for a figure that there is not: "not recorded". */
struct str reason_words(enum reason reason);
/* The sentence that explains the reason's mark below or above a table or chart. */
const char *reason_note(enum reason reason);

/* "x-words" for VARIANT_WORDS; "" for the plain one. */
extern const char *const variant_names[VARIANT_COUNT];

struct printed figure_words(struct arena *arena, const struct facts *facts, enum measure_id id,
			    enum figure_variant variant);
/*
 * By how much this year's figure is above last year's (VARIANT_CHANGE) or England's
 * (VARIANT_ENGLAND), as exact as the less exact of both; false when either isn't known.
 */
bool figure_change(const struct facts *facts, enum measure_id id, enum figure_variant variant,
		   int64_t *change);
/* By how much it differs from last year's, with its sign, in points for a rate: "+5", "−3". */
struct printed change_signed(struct arena *arena, const struct facts *facts, enum measure_id id);
/* Whether a measure of that kind can be worded so at all; NULL, or why not. */
const char *variant_refused(enum measure_id id, enum figure_variant variant);

/* An area's published figure of the measure, for that year; or NULL. */
const struct benchmark *benchmark_lookup(const struct facts *facts, enum measure_id id,
					 struct str area, struct str year);
struct printed benchmark_words(struct arena *arena, const struct benchmark *benchmark);
/* A past year's figure, as it was published. */
struct printed past_words(struct arena *arena, const struct past_year *past, enum measure_id id);
/* `part` of `whole` as a whole percentage; an en dash when the whole is 0. */
struct printed share_words(struct arena *arena, int64_t part, int64_t whole);
/*
 * The signed difference between a figure and a published one, as exact as the less exact of both:
 * "+3", "−2.1" with U+2212, "0". In points for a rate.
 */
struct printed difference_words(struct arena *arena, enum measure_id id,
				const struct figure *figure, int64_t published, bool whole);

#endif
