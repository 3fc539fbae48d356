/*
 * The attack: everything that packs say, with what figures mean, as one system of whole numbers;
 * and for each hidden count the least and the most that it can be in any year that fits.
 *
 * Nothing here is shared with the choice of what to hide, but measures.def and relations.def.
 */
#ifndef HEARTH_AUDIT_ATTACK_H
#define HEARTH_AUDIT_ATTACK_H

#include "audit/claim.h"

struct interval {
	struct str year;
	enum measure_id id;
	int64_t least, most;
	bool is_unbounded; /* `most` is only what the attack could be bothered to try */
};

struct attack {
	struct interval *intervals; /* one for each hidden count, by year and by measure */
	size_t count;
	bool is_contradictory; /* no year fits all that is said: nothing can be told */
	bool without_flows;    /* ... from one year to the next, so that was left aside */
};

/* Attacks the years, in their order, together. */
void attack_packs(struct attack *attack, struct arena *arena, const struct told *packs,
		  size_t pack_count);

/*
 * Whether the interval keeps the promise: from at most 1 to at least the threshold. What is surely
 * larger than the threshold, or surely nought, is no small number.
 */
bool interval_is_wide(const struct interval *interval, int64_t threshold);

#endif
