/*
 * Identities: what figures of one year say together. They hold for what is computed (else the
 * program is at fault) and are tried on what was published, where they need not hold.
 */
#ifndef HEARTH_MEASURE_TRIAL_IDENTITIES_H
#define HEARTH_MEASURE_TRIAL_IDENTITIES_H

#include "measure/facts.h"

/* A row of relations.def within one year: the measures on the left, added up, against those on the
 * right. */
struct identity {
	bool at_most;		  /* else equal */
	const char *left, *right; /* names; a * stands for one part of a name */
	const char *words;
};

extern const struct identity identities[];
extern const size_t identity_count;

/*
 * A row of relations.def between two years: each side is one measure. What was published of the
 * year before need not keep to it, so it is no identity that is tried.
 */
struct stock_flow {
	const char *stock, *in, *out;
	const char *words;
};

extern const struct stock_flow flows[];
extern const size_t flow_count;

/* Whether `terms` (a side of an identity) takes in the measure. */
bool terms_hold(const char *terms, enum measure_id id);

/* The sum of a side, in the figures' own unit; false when one of its figures is not known. */
bool terms_sum(const char *terms, const struct figures *figures, int64_t *sum);

/* Whether both sides are known, and if so whether the identity holds. */
enum identity_state { IDENTITY_UNKNOWN, IDENTITY_HOLDS, IDENTITY_FAILS };
enum identity_state identity_try(const struct identity *identity, const struct figures *figures);

/*
 * Tries everything on everything: computed figures (a failure is an error), earlier years as they
 * were published, rates among them at the precision they were published with, and this year's
 * figures against those published for it before (all warnings). False when there was an error.
 */
bool identities_check(const struct facts *facts, struct diagnostics *diagnostics);

/*
 * Whether a percentage written as "55%", "55" or "61.4" is numerator / denominator to as many
 * places as it is written with. *thousandths: what it should be at that precision.
 */
bool rate_agrees(struct str written, int64_t numerator, int64_t denominator, int64_t *thousandths);

#endif
