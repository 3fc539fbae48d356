/*
 * What a pack says, as an attacker notes it: figure by figure, and in which file it stands.
 */
#ifndef HEARTH_AUDIT_CLAIM_H
#define HEARTH_AUDIT_CLAIM_H

#include "measure/measure.h"

enum claim_kind {
	CLAIM_HIDDEN,	   /* it is kept back: its interval is what the attack is after */
	CLAIM_VALUE,	   /* a count is `value` */
	CLAIM_RATE,	   /* a rate of two counts, rounded */
	CLAIM_SHARE,	   /* a count as a percentage of its whole, rounded */
	CLAIM_NUMERATOR,   /* a rate's count above the line is `value` */
	CLAIM_DENOMINATOR, /* ... below it */
};

struct claim {
	enum claim_kind kind;
	enum measure_id id;
	int64_t value;
	int64_t scale; /* of a percentage: `value` is in parts of it: 1 for "55%", 10 for "54.5%" */
	struct str file;
};

/* All that one pack says. */
struct told {
	struct arena *arena;
	struct period period;
	struct claim *claims;
	size_t count, capacity;
};

void tell(struct told *told, const struct claim *claim);
bool is_hidden(const struct told *told, enum measure_id id);
/* What figures.json says the measure is, a count or in tenths of a percent; false: it does not. */
bool is_told(const struct told *told, enum measure_id id, int64_t *value);

/*
 * A number as it is printed for the measure, "1,234", "54.5%", "54.5", as a claim about it. Text
 * that is no such number is no claim, nor is a percentage of what is no rate.
 */
void tell_printed(struct told *told, enum measure_id id, struct str text, struct str file);
/* "55%" or "55" as the measure's share of its whole. */
void tell_share(struct told *told, enum measure_id id, struct str text, struct str file);

#endif
