/*
 * Owns the counts of one computation: adding to a whole, the parts that follow, the records of the
 * one measure that is to be explained.
 */
#include "measure/passes/tally.h"

static void chain_parts(struct tally *tally)
{
	for (int whole = 0; whole <= MEASURE_COUNT; whole++)
		tally->first_part[whole] = -1;
	for (int id = MEASURE_COUNT - 1; id >= 0; id--) {
		const struct rule *rule = rule_at(id);

		if (rule->kind < RULE_PART || rule->kind > RULE_BAND_REST)
			continue;

		int whole = rule->whole == MEASURE_NONE ? MEASURE_COUNT : rule->whole;

		tally->next_part[id] = tally->first_part[whole];
		tally->first_part[whole] = id;
	}
}

/* A rate and a difference have no records of their own: those of their first part are shown. */
static int count_to_show(enum measure_id id)
{
	const struct rule *rule = rule_at(id);

	if (rule->kind == RULE_RATE || rule->kind == RULE_DIFFERENCE)
		return rule->left;
	return id;
}

void tally_init(struct tally *tally, const struct extract *extract, const struct period *period,
		struct counted *counted)
{
	*tally = (struct tally){.extract = extract, .period = period, .counted = counted};
	arena_init(&tally->arena);
	map_init(&tally->households, &tally->arena);
	chain_parts(tally);
	tally->counted_id = counted ? count_to_show(counted->measure) : -1;
}

void tally_release(struct tally *tally)
{
	arena_release(&tally->arena);
}

static void keep_record(struct counted *counted, const struct record *record)
{
	counted->records = arena_grow(counted->arena, counted->records, &counted->capacity,
				      counted->count + 1, sizeof(*counted->records));
	counted->records[counted->count++] = record;
}

/* Adds to one count alone. */
static void add_one(struct tally *tally, int count, const struct record *record, int64_t amount)
{
	tally->amount[count] += amount;
	if (count == tally->counted_id && amount != 0)
		keep_record(tally->counted, record);
}

/* The record that carries the attribute; NULL when the part is decided elsewhere. */
static const struct record *carrier(int attribute, const struct record *record,
				    const struct record *fact)
{
	enum element_id element = attribute_at(attribute)->element;

	if (fact && fact->element == element)
		return fact;
	if (record->element == element)
		return record;
	if (element_at(element)->parent == record->element && !element_at(element)->repeats)
		return record_child(record, element);
	return NULL;
}

/* Whether another part of the same whole takes the word. */
static bool word_is_taken(const struct tally *tally, const struct rule *rest, enum word_id word)
{
	for (int id = tally->first_part[rest->whole]; id >= 0; id = tally->next_part[id]) {
		const struct rule *rule = rule_at(id);

		if (rule->kind == RULE_PART && rule->attribute == rest->attribute &&
		    rule->word == (int)word)
			return true;
	}
	return false;
}

static bool part_takes(const struct tally *tally, const struct rule *rule,
		       const struct record *record, const struct record *fact)
{
	if (rule->kind > RULE_PART_REST)
		return false;

	const struct record *source = carrier(rule->attribute, record, fact);

	if (!source)
		return false;

	enum word_id word = record_word(source, rule->attribute);

	switch (rule->kind) {
	case RULE_PART_OR_NONE:
		return word == WORD_NONE || (int)word == rule->word;
	case RULE_PART_REST:
		return !word_is_taken(tally, rule, word);
	default: /* of PART_NONE the word is WORD_NONE */
		return (int)word == rule->word;
	}
}

/* The depth of the recursion is that of measures.def: parts of parts. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void add_parts(struct tally *tally, int whole, const struct record *record,
		      const struct record *fact, int64_t amount)
{
	for (int id = tally->first_part[whole]; id >= 0; id = tally->next_part[id]) {
		if (part_takes(tally, rule_at(id), record, fact))
			tally_add_by(tally, id, record, fact, amount);
	}
}

/* NOLINTNEXTLINE(misc-no-recursion) */
void tally_add_by(struct tally *tally, int count, const struct record *record,
		  const struct record *fact, int64_t amount)
{
	if (count == MEASURE_NONE) {
		add_parts(tally, MEASURE_COUNT, record, fact, amount);
		return;
	}
	add_one(tally, count, record, amount);
	if (count < MEASURE_COUNT)
		add_parts(tally, count, record, fact, amount);
}

void tally_add(struct tally *tally, int count, const struct record *record, int64_t amount)
{
	tally_add_by(tally, count, record, NULL, amount);
}

void tally_tell(struct tally *tally, enum measure_id whole, enum word_id word,
		const struct record *record)
{
	for (int id = tally->first_part[whole]; id >= 0; id = tally->next_part[id]) {
		const struct rule *rule = rule_at(id);

		if (rule->kind == RULE_TOLD && rule->word == (int)word)
			add_one(tally, id, record, 1);
	}
}

static bool band_holds(const struct rule *rule, int age)
{
	if (rule->kind == RULE_BAND_NONE)
		return age == AGE_NONE;
	return rule->kind == RULE_BAND && age != AGE_NONE && age >= rule->from && age <= rule->to;
}

void tally_age(struct tally *tally, enum measure_id whole, int age, const struct record *record)
{
	int rest = -1;

	for (int id = tally->first_part[whole]; id >= 0; id = tally->next_part[id]) {
		if (band_holds(rule_at(id), age)) {
			add_one(tally, id, record, 1);
			return;
		}
		if (rule_at(id)->kind == RULE_BAND_REST)
			rest = id;
	}
	if (rest >= 0)
		add_one(tally, rest, record, 1);
}

bool by_the_end(const struct tally *tally, int32_t day)
{
	return day != DAY_NONE && day <= tally->period->last;
}

void tally_each(struct tally *tally, enum element_id element, tally_pass *pass)
{
	for (const struct record *record = tally->extract->first[element]; record;
	     record = record->next)
		pass(tally, record);
}
