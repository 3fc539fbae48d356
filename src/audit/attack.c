#include "audit/attack.h"

#include <string.h>

#include "audit/system.h"
#include "measure/rule.h"

/* -- what figures mean ------------------------------------------------------------------------- */

enum relation_kind { RELATION_SUM, RELATION_AT_MOST, RELATION_FLOW };

static const struct relation {
	enum relation_kind kind;
	const char *left, *right, *out; /* "whole" and "parts"; of a flow stock, in and out */
} relations[] = {
#define SUM(whole, parts, words) {RELATION_SUM, whole, parts, ""},
#define SAME(one, other, words) {RELATION_SUM, one, other, ""},
#define AT_MOST(fewer, more, words) {RELATION_AT_MOST, fewer, more, ""},
#define FLOW(stock, in, out, words) {RELATION_FLOW, stock, in, out},
#include "measure/relations.def"
};

struct assault {
	struct system system;
	const struct told *packs;
	size_t pack_count;
};

/* The number that stands for a count of a year. */
static int number_of(size_t pack, int count)
{
	return (int)pack * COUNT_COUNT + count;
}

/* Whether a name has a pattern's form: a * is one part of it, without a dot. */
static bool has_form(const char *name, const char *form, size_t length)
{
	const char *end = form + length;

	while (form < end && *name) {
		if (*form == '*') {
			name += strcspn(name, ".");
			form++;
		} else if (*name++ != *form++) {
			return false;
		}
	}
	return form == end && !*name;
}

/* Adds each count that the side names, times `factor`. */
static void add_side(struct assault *assault, size_t pack, const char *side, int64_t factor)
{
	while (*side) {
		size_t length = strcspn(side, " ");

		for (int id = 0; id < MEASURE_COUNT; id++)
			if (has_form(measure_at(id)->name, side, length))
				system_term(&assault->system, number_of(pack, id), factor);
		side += length + strspn(side + length, " ");
	}
}

/* Whether the packs are of years that follow one another. */
static bool follow(const struct told *before, const struct told *after)
{
	return before->period.last + 1 == after->period.first;
}

static void relate(struct assault *assault, const struct relation *relation, size_t pack)
{
	switch (relation->kind) {
	case RELATION_SUM:
		add_side(assault, pack, relation->left, 1);
		add_side(assault, pack, relation->right, -1);
		system_nought(&assault->system);
		break;
	case RELATION_AT_MOST:
		add_side(assault, pack, relation->right, 1);
		add_side(assault, pack, relation->left, -1);
		system_at_least(&assault->system, 0);
		break;
	case RELATION_FLOW:
		add_side(assault, pack - 1, relation->left, 1);
		add_side(assault, pack, relation->right, 1);
		add_side(assault, pack, relation->out, -1);
		add_side(assault, pack, relation->left, -1);
		system_nought(&assault->system);
		break;
	}
}

/* A part is no more than its whole; a difference is one, and may be below nought. */
static void relate_rule(struct assault *assault, size_t pack, int id)
{
	const struct rule *rule = rule_at(id);

	if (measure_at(id)->unit != UNIT_COUNT)
		return;
	if (rule->kind == RULE_DIFFERENCE) {
		system_term(&assault->system, number_of(pack, id), 1);
		system_term(&assault->system, number_of(pack, rule->left), -1);
		system_term(&assault->system, number_of(pack, rule->right), 1);
		system_nought(&assault->system);
	} else if (rule->whole != MEASURE_NONE) {
		system_term(&assault->system, number_of(pack, rule->whole), 1);
		system_term(&assault->system, number_of(pack, id), -1);
		system_at_least(&assault->system, 0);
	}
}

static void relate_all(struct assault *assault, bool with_flows)
{
	for (size_t pack = 0; pack < assault->pack_count; pack++) {
		for (int id = 0; id < MEASURE_COUNT; id++)
			relate_rule(assault, pack, id);
		for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
			if (relations[i].kind != RELATION_FLOW ||
			    (with_flows && pack > 0 &&
			     follow(&assault->packs[pack - 1], &assault->packs[pack])))
				relate(assault, &relations[i], pack);
	}
}

/* -- what is said ------------------------------------------------------------------------------ */

/*
 * `part` of `whole` rounds to value/scale percent, halves away from zero:
 * (2 value - 1) whole <= 200 scale part < (2 value + 1) whole.
 */
static void claim_rate(struct assault *assault, int part, int whole, const struct claim *claim)
{
	struct system *system = &assault->system;
	int64_t times = 200 * claim->scale;

	system_term(system, part, times);
	system_term(system, whole, 1 - 2 * claim->value);
	system_at_least(system, 0);
	system_term(system, part, -times);
	system_term(system, whole, 2 * claim->value + 1);
	system_at_least(system, 1);
}

static void claim_number(struct assault *assault, size_t pack, int count, int64_t value)
{
	if (count != MEASURE_NONE)
		system_fix(&assault->system, number_of(pack, count), value);
}

static void claim_one(struct assault *assault, size_t pack, const struct claim *claim)
{
	const struct rule *rule = rule_at(claim->id);
	bool is_rate = rule->kind == RULE_RATE;

	if (claim->kind == CLAIM_VALUE)
		claim_number(assault, pack, claim->id, claim->value);
	else if (claim->kind == CLAIM_NUMERATOR && is_rate)
		claim_number(assault, pack, rule->left, claim->value);
	else if (claim->kind == CLAIM_DENOMINATOR && is_rate)
		claim_number(assault, pack, rule->right, claim->value);
	else if (claim->kind == CLAIM_RATE && is_rate)
		claim_rate(assault, number_of(pack, rule->left), number_of(pack, rule->right),
			   claim);
	else if (claim->kind == CLAIM_SHARE && rule->whole != MEASURE_NONE)
		claim_rate(assault, number_of(pack, claim->id), number_of(pack, rule->whole),
			   claim);
}

/* A difference may be below nought; what is no count is no number of the system. */
static void set_ranges(struct assault *assault, size_t pack)
{
	for (int id = 0; id < MEASURE_COUNT; id++)
		if (rule_at(id)->kind == RULE_DIFFERENCE)
			glp_set_col_bnds(assault->system.problem, number_of(pack, id) + 1, GLP_DB,
					 -SYSTEM_MOST, SYSTEM_MOST);
}

static void begin(struct assault *assault, const struct told *packs, size_t count, bool with_flows)
{
	*assault = (struct assault){.packs = packs, .pack_count = count};
	system_init(&assault->system, (int)count * COUNT_COUNT);
	for (size_t pack = 0; pack < count; pack++) {
		set_ranges(assault, pack);
		for (size_t i = 0; i < packs[pack].count; i++)
			claim_one(assault, pack, &packs[pack].claims[i]);
	}
	relate_all(assault, with_flows);
}

/* -- the attack -------------------------------------------------------------------------------- */

static bool try_one(struct assault *assault, size_t pack, int id, struct interval *interval)
{
	int number = number_of(pack, id);

	*interval = (struct interval){.year = str_of(assault->packs[pack].period.label), .id = id};
	if (!system_reach(&assault->system, number, false, &interval->least) ||
	    !system_reach(&assault->system, number, true, &interval->most))
		return false;
	interval->is_unbounded = interval->most >= SYSTEM_MOST;
	return true;
}

/* False when nothing fits. */
static bool try_all(struct attack *attack, struct arena *arena, struct assault *assault)
{
	attack->count = 0;
	attack->intervals =
		ARENA_ARRAY(arena, assault->pack_count * MEASURE_COUNT, struct interval);
	for (size_t pack = 0; pack < assault->pack_count; pack++)
		for (int id = 0; id < MEASURE_COUNT; id++)
			if (measure_at(id)->unit == UNIT_COUNT &&
			    is_hidden(&assault->packs[pack], id) &&
			    !try_one(assault, pack, id, &attack->intervals[attack->count++]))
				return false;
	return true;
}

void attack_packs(struct attack *attack, struct arena *arena, const struct told *packs,
		  size_t pack_count)
{
	*attack = (struct attack){0};
	for (int flows = 1; flows >= 0; flows--) {
		struct assault assault;

		begin(&assault, packs, pack_count, flows == 1);
		attack->without_flows = flows == 0;
		attack->is_contradictory = !try_all(attack, arena, &assault);
		system_release(&assault.system);
		if (!attack->is_contradictory)
			return;
	}
}

bool interval_is_wide(const struct interval *interval, int64_t threshold)
{
	if (interval->least > threshold || interval->most <= 0)
		return true;
	return interval->least <= 1 && interval->most >= threshold;
}
