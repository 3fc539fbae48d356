/* Owns the trial of identities: on the computed figures, on earlier years, on this year's former.
 */
#include "measure/trial/identities.h"

#include <string.h>

#include "base/number.h"

const struct identity identities[] = {
#define SUM(whole, parts, words) {false, parts, whole, words},
#define SAME(one, other, words) {false, one, other, words},
#define AT_MOST(fewer, more, words) {true, fewer, more, words},
#include "measure/relations.def"
};
const size_t identity_count = sizeof(identities) / sizeof(*identities);

const struct stock_flow flows[] = {
#define FLOW(stock, in, out, words) {stock, in, out, words},
#include "measure/relations.def"
};
const size_t flow_count = sizeof(flows) / sizeof(*flows);

/* Whether the name has the pattern's form: its * is one part, without a dot. */
static bool name_matches(struct str pattern, const char *name)
{
	size_t star = str_find(pattern, '*', 0);

	if (star == pattern.length)
		return str_is(pattern, name);

	struct str before = str_slice(pattern, 0, star);
	struct str after = str_slice(pattern, star + 1, pattern.length);
	struct str whole = str_of(name);

	if (whole.length <= before.length + after.length || !str_starts(whole, before) ||
	    !str_ends(whole, after))
		return false;

	struct str part = str_slice(whole, before.length, whole.length - after.length);

	return str_find(part, '.', 0) == part.length;
}

bool terms_hold(const char *terms, enum measure_id id)
{
	struct str all = str_of(terms);

	for (size_t from = 0; from < all.length;) {
		size_t to = str_find(all, ' ', from);

		if (name_matches(str_slice(all, from, to), measure_at(id)->name))
			return true;
		from = to + 1;
	}
	return false;
}

bool terms_sum(const char *terms, const struct figures *figures, int64_t *sum)
{
	*sum = 0;
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (!terms_hold(terms, id))
			continue;
		if (!figures->of[id].known)
			return false;
		*sum += figures->of[id].value;
	}
	return true;
}

enum identity_state identity_try(const struct identity *identity, const struct figures *figures)
{
	int64_t left, right;

	if (!terms_sum(identity->left, figures, &left) ||
	    !terms_sum(identity->right, figures, &right))
		return IDENTITY_UNKNOWN;
	if (identity->at_most ? left <= right : left == right)
		return IDENTITY_HOLDS;
	return IDENTITY_FAILS;
}

/* The side's sum as a figure of its unit would be written. */
static struct str sum_text(struct arena *arena, const char *terms, const struct figures *figures)
{
	struct figure sum = {.known = true};
	enum measure_id unit_of = MEASURE_NONE;

	terms_sum(terms, figures, &sum.value);
	for (int id = 0; id < MEASURE_COUNT && unit_of == MEASURE_NONE; id++) {
		if (terms_hold(terms, id))
			unit_of = id;
	}
	return figure_plain(arena, unit_of, &sum);
}

static void report_failure(const struct identity *identity, const struct figures *figures,
			   enum diagnostic_id id, struct place place,
			   struct diagnostics *diagnostics)
{
	struct arena *arena = diagnostics->arena;
	struct str left = sum_text(arena, identity->left, figures);
	struct str right = sum_text(arena, identity->right, figures);
	struct str text = str_format(arena, "of %s %s is %.*s, but %s is %.*s, though %s",
				     figures->period.label, identity->left, STR_ARG(left),
				     identity->right, STR_ARG(right), identity->words);

	diagnostic_add(diagnostics, id, place, text.at); /* str_format ends its text with a NUL */
}

static void check_computed(const struct facts *facts, struct diagnostics *diagnostics)
{
	struct place nowhere = {.file = str_of(facts->period.label)};

	for (size_t i = 0; i < identity_count; i++) {
		if (identity_try(&identities[i], &facts->figures) == IDENTITY_FAILS)
			report_failure(&identities[i], &facts->figures, DIAGNOSTIC_IDENTITY_BROKEN,
				       nowhere, diagnostics);
	}
}

/* The place of the first figure that the right side names. */
static struct place place_of_terms(const struct past_year *year, const char *terms)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (terms_hold(terms, id))
			return year->places[id];
	}
	return (struct place){0};
}

static size_t places_written(struct str written)
{
	size_t point = str_find(written, '.', 0);
	size_t places = 0;

	for (size_t i = point + 1;
	     i < written.length && written.at[i] >= '0' && written.at[i] <= '9'; i++)
		places++;
	return places;
}

bool rate_agrees(struct str written, int64_t numerator, int64_t denominator, int64_t *thousandths)
{
	static const int64_t steps[] = {1000, 100, 10, 1};
	size_t places = places_written(written);
	int64_t step = steps[places < 3 ? places : 3];
	int64_t value;

	if (str_ends(written, STR("%")))
		written = str_slice(written, 0, written.length - 1);
	/* Parts are below 10^12 by far: whole numbers of six digits are added up to them. */
	int64_t scaled = numerator * 100 * (1000 / step);

	*thousandths = (scaled * 2 + denominator) / (denominator * 2) * step;
	return number_parse_decimal(written, &value) && value == *thousandths;
}

static void check_rate(const struct past_year *year, enum measure_id id,
		       struct diagnostics *diagnostics)
{
	const struct measure *measure = measure_at(id);
	const struct figures *figures = &year->figures;
	int64_t exact;

	if (measure->numerator == MEASURE_NONE || !figures->of[id].known ||
	    !figures->of[measure->numerator].known || !figures->of[measure->denominator].known)
		return;

	int64_t numerator = figures->of[measure->numerator].value;
	int64_t denominator = figures->of[measure->denominator].value;

	if (denominator <= 0 ||
	    rate_agrees(str_of(year->written[id]), numerator, denominator, &exact))
		return;

	struct arena *arena = diagnostics->arena;
	struct str tenths = number_tenths(arena, number_percent(numerator, denominator));
	struct str at_precision = number_decimal(arena, exact);

	diagnostic_add(diagnostics, DIAGNOSTIC_PUBLISHED_RATE, year->places[id], measure->name,
		       figures->period.label, year->written[id], (long long)numerator,
		       (long long)denominator, STR_ARG(tenths), STR_ARG(at_precision));
}

static void check_published(const struct past_year *year, struct diagnostics *diagnostics)
{
	for (int id = 0; id < MEASURE_COUNT; id++)
		check_rate(year, id, diagnostics);
	for (size_t i = 0; i < identity_count; i++) {
		if (identity_try(&identities[i], &year->figures) == IDENTITY_FAILS)
			report_failure(&identities[i], &year->figures, DIAGNOSTIC_PUBLISHED_SUM,
				       place_of_terms(year, identities[i].right), diagnostics);
	}
}

/* Whether the figure published is what is computed now, to the precision it was published with. */
static bool still_true(const struct past_year *year, enum measure_id id,
		       const struct figure *figure)
{
	const struct figure *published = &year->figures.of[id];
	int64_t exact;

	if (!figure->known)
		return false;
	if (figure->is_rate)
		return rate_agrees(str_of(year->written[id]), figure->numerator,
				   figure->denominator, &exact);
	return published->value == figure->value;
}

static void check_this_year(const struct facts *facts, const struct past_year *year,
			    struct diagnostics *diagnostics)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (!year->figures.of[id].known || still_true(year, id, &facts->figures.of[id]))
			continue;

		struct str now = figure_printed(diagnostics->arena, id, &facts->figures.of[id]);

		diagnostic_add(diagnostics, DIAGNOSTIC_PUBLISHED_OTHERWISE, year->places[id],
			       measure_at(id)->name, year->figures.period.label, year->written[id],
			       STR_ARG(year->source), STR_ARG(now));
	}
}

bool identities_check(const struct facts *facts, struct diagnostics *diagnostics)
{
	size_t errors = diagnostics->errors;

	check_computed(facts, diagnostics);
	for (size_t i = 0; i < facts->past_count; i++)
		check_published(&facts->past[i], diagnostics);
	for (size_t i = 0; i < facts->published_count; i++) {
		check_published(&facts->published[i], diagnostics);
		check_this_year(facts, &facts->published[i], diagnostics);
	}
	return diagnostics->errors == errors;
}
