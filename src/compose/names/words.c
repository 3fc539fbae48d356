/*
 * The wording of figures. Takes figures as they were computed; rounds each once, when printed.
 */
#include "compose/names/words.h"
#include "measure/trial/past.h"

#include "base/number.h"

enum { TENTHS = 10, THOUSANDTHS = 1000 };

const char *const variant_names[VARIANT_COUNT] = {
	"",	    "x-words", "x-Words",   "x-share",	      "x-whole",
	"x-change", "x-last",  "x-england", "x-england-last", "x-since"};

static struct printed unknown(enum reason reason)
{
	return (struct printed){.text = reason_mark(reason), .value = STR(""), .reason = reason};
}

struct str reason_words(enum reason reason)
{
	static const char *const words[] = {
		[REASON_NONE] = "\u2013",
		[REASON_NO_RECORDS] = "not recorded",
		[REASON_HIDDEN] = "not shown",
	};

	return str_of(words[reason]);
}

const char *reason_note(enum reason reason)
{
	static const char *const notes[] = {
		[REASON_NONE] = "A dash (–) means that there was nothing to work the figure out "
				"from.",
		[REASON_NO_RECORDS] = "[x] means that the figure is not available: the year's "
				      "records do not cover it.",
		[REASON_HIDDEN] = "[c] means that the figure is kept back to protect people.",
	};

	return notes[reason];
}

/* Digits as CSV has them: no grouping, a plain minus sign. */
static struct str plain_whole(struct arena *arena, int64_t value)
{
	return str_format(arena, "%lld", (long long)value);
}

static struct str plain_tenths(struct arena *arena, int64_t tenths)
{
	int64_t size = tenths < 0 ? -tenths : tenths;

	return str_format(arena, "%s%lld.%lld", tenths < 0 ? "-" : "", (long long)(size / TENTHS),
			  (long long)(size % TENTHS));
}

struct printed share_words(struct arena *arena, int64_t part, int64_t whole)
{
	if (whole <= 0)
		return unknown(REASON_NONE);
	int64_t value = number_percent_whole(part, whole);
	struct printed words = {.known = true,
				.text = number_percent_grouped(arena, value),
				.value = plain_whole(arena, value)};

	/* What there is must not read as nothing, nor nearly all as all. */
	if (value == 0 && part > 0)
		words.text = STR("under 1%");
	else if (value == 100 && part < whole)
		words.text = STR("over 99%");
	return words;
}

static struct printed plain(struct arena *arena, enum measure_id id, const struct figure *figure)
{
	return (struct printed){figure->known, figure_printed(arena, id, figure),
				figure_plain(arena, id, figure), figure->reason};
}

static struct printed in_words(struct arena *arena, enum measure_id id, const struct figure *figure,
			       bool capital)
{
	struct printed words = plain(arena, id, figure);

	if (!figure->known)
		return words;
	words.text = str_copy(arena, number_words(arena, figure->value));
	char *first = (char *)words.text.at;

	if (capital && words.text.length && *first >= 'a' && *first <= 'z')
		*first = (char)(*first - 'a' + 'A');
	return words;
}

static struct printed share(struct arena *arena, const struct facts *facts, enum measure_id id)
{
	enum measure_id whole = measure_at(id)->whole;
	const struct figure *part = &facts->figures.of[id];

	if (!part->known)
		return unknown(part->reason);
	if (whole == MEASURE_NONE || !facts->figures.of[whole].known)
		return unknown(whole == MEASURE_NONE ? REASON_NONE
						     : facts->figures.of[whole].reason);
	return share_words(arena, part->value, facts->figures.of[whole].value);
}

/* A rate rounded to the whole from its exact quotient, not from its rounded tenths. */
static int64_t whole_percent(const struct figure *figure)
{
	if (figure->is_rate && figure->denominator > 0)
		return number_percent_whole(figure->numerator, figure->denominator);
	return number_percent_whole(figure->value, THOUSANDTHS);
}

static struct printed whole(struct arena *arena, const struct figure *figure)
{
	if (!figure->known)
		return unknown(figure->reason);
	int64_t value = whole_percent(figure);

	return (struct printed){.known = true,
				.text = number_percent_grouped(arena, value),
				.value = plain_whole(arena, value)};
}

/* Whether a percentage was published without a decimal: "55%", and not "55.0%". */
static bool was_whole(const struct past_year *past, enum measure_id id)
{
	struct str text = str_of(past->written ? past->written[id] : NULL);

	return text.length && str_find(text, '.', 0) == text.length;
}

struct printed past_words(struct arena *arena, const struct past_year *past, enum measure_id id)
{
	const struct figure *figure = &past->figures.of[id];

	if (!figure->known)
		return unknown(figure->reason);
	if (measure_at(id)->unit == UNIT_PERCENT && was_whole(past, id)) {
		int64_t value = figure->value / TENTHS;

		return (struct printed){.known = true,
					.text = number_percent_grouped(arena, value),
					.value = plain_whole(arena, value)};
	}
	return plain(arena, id, figure);
}

struct printed benchmark_words(struct arena *arena, const struct benchmark *benchmark)
{
	int64_t value = benchmark->value;

	switch (benchmark->unit) {
	case UNIT_COUNT:
		return (struct printed){.known = true,
					.text = number_grouped(arena, value),
					.value = plain_whole(arena, value)};
	case UNIT_DECIMAL:
		return (struct printed){.known = true,
					.text = number_decimal(arena, value),
					.value = number_decimal(arena, value)};
	case UNIT_PERCENT:
		break;
	}
	/* Published as a whole percentage unless it says more. */
	if (value % TENTHS == 0)
		return (struct printed){.known = true,
					.text = number_percent_grouped(arena, value / TENTHS),
					.value = plain_whole(arena, value / TENTHS)};
	return (struct printed){.known = true,
				.text = number_percent_tenths(arena, value),
				.value = plain_tenths(arena, value)};
}

const struct benchmark *benchmark_lookup(const struct facts *facts, enum measure_id id,
					 struct str area, struct str year)
{
	for (size_t i = 0; i < facts->benchmark_count; i++) {
		const struct benchmark *benchmark = &facts->benchmarks[i];

		if (benchmark->id == id && str_equal(benchmark->area, area) &&
		    str_equal(benchmark->year, year))
			return benchmark;
	}
	return NULL;
}

/* A difference without its sign, in the measure's unit; `whole` says that it is in whole percent.
 */
static struct str size_words(struct arena *arena, enum measure_id id, int64_t size, bool whole_only)
{
	if (measure_at(id)->unit == UNIT_COUNT || whole_only)
		return number_grouped(arena, size);
	return measure_at(id)->unit == UNIT_PERCENT ? number_tenths(arena, size)
						    : number_decimal(arena, size);
}

static int64_t difference(enum measure_id id, const struct figure *figure, int64_t published,
			  bool whole_only)
{
	if (measure_at(id)->unit == UNIT_PERCENT && whole_only)
		return whole_percent(figure) - published / TENTHS;
	return figure->value - published;
}

struct printed difference_words(struct arena *arena, enum measure_id id,
				const struct figure *figure, int64_t published, bool whole_only)
{
	whole_only = whole_only && measure_at(id)->unit == UNIT_PERCENT;
	if (!figure->known)
		return unknown(figure->reason);
	int64_t change = difference(id, figure, published, whole_only);
	struct str size = size_words(arena, id, change < 0 ? -change : change, whole_only);
	const char *sign = change > 0 ? "+" : change < 0 ? "\u2212" : "";

	return (struct printed){
		.known = true,
		.text = str_format(arena, "%s%.*s", sign, STR_ARG(size)),
		.value = str_format(arena, "%s%.*s", change < 0 ? "-" : "", STR_ARG(size))};
}

static const char *comparative(enum measure_unit unit, int64_t change)
{
	if (change > 0)
		return "more";
	return unit == UNIT_COUNT ? "fewer" : "less";
}

struct printed change_signed(struct arena *arena, const struct facts *facts, enum measure_id id)
{
	const struct past_year *past = facts_last_year(facts);
	const struct figure *figure = &facts->figures.of[id];

	if (!past || !past->figures.of[id].known || !figure->known)
		return unknown(figure->reason);
	return difference_words(arena, id, figure, past->figures.of[id].value, was_whole(past, id));
}

static struct printed change_words(struct arena *arena, const struct facts *facts,
				   enum measure_id id)
{
	const struct past_year *past = facts_last_year(facts);
	const struct figure *figure = &facts->figures.of[id];

	if (!past || !past->figures.of[id].known || !figure->known)
		return unknown(figure->reason);
	enum measure_unit unit = measure_at(id)->unit;
	bool whole_only = unit == UNIT_PERCENT && was_whole(past, id);
	int64_t before = past->figures.of[id].value;
	int64_t change = difference(id, figure, before, whole_only);
	struct printed signed_change = difference_words(arena, id, figure, before, whole_only);

	if (change == 0) {
		signed_change.text =
			str_format(arena, "the same as in %s", past->figures.period.label);
		return signed_change;
	}
	struct str size = size_words(arena, id, change < 0 ? -change : change, whole_only);
	const char *points = unit != UNIT_PERCENT ? ""
			     : str_is(size, "1")  ? " percentage point"
						  : " percentage points";

	signed_change.text = str_format(arena, "%.*s%s %s than in %s", STR_ARG(size), points,
					comparative(unit, change), past->figures.period.label);
	return signed_change;
}

bool figure_change(const struct facts *facts, enum measure_id id, enum figure_variant variant,
		   int64_t *change)
{
	const struct figure *figure = &facts->figures.of[id];
	const struct past_year *past = facts_last_year(facts);
	const struct benchmark *england =
		benchmark_lookup(facts, id, STR("England"), str_of(facts->period.label));

	if (!figure->known)
		return false;
	if (variant == VARIANT_ENGLAND && england) {
		*change = difference(id, figure, england->value, england->value % TENTHS == 0);
		return true;
	}
	if (variant != VARIANT_CHANGE || !past || !past->figures.of[id].known)
		return false;
	*change = difference(id, figure, past->figures.of[id].value, was_whole(past, id));
	return true;
}

static struct printed last_words(struct arena *arena, const struct facts *facts, enum measure_id id)
{
	const struct past_year *past = facts_last_year(facts);

	return past ? past_words(arena, past, id) : unknown(REASON_NONE);
}

/* The first year of which the figure is known; NULL when none is. */
static const struct past_year *first_known(const struct facts *facts, enum measure_id id)
{
	for (size_t i = 0; i < facts->past_count; i++) {
		if (facts->past[i].figures.of[id].known)
			return &facts->past[i];
	}
	return NULL;
}

static struct printed since_words(struct arena *arena, const struct facts *facts,
				  enum measure_id id)
{
	const struct past_year *first = first_known(facts, id);
	const struct figure *figure = &facts->figures.of[id];

	if (!first || !figure->known)
		return unknown(figure->reason);
	struct printed words = past_words(arena, first, id);
	int64_t change = difference(id, figure, first->figures.of[id].value, was_whole(first, id));

	words.text = str_format(arena, "%s from %.*s in %s",
				change < 0   ? "down"
				: change > 0 ? "up"
					     : "unchanged",
				STR_ARG(words.text), first->figures.period.label);
	return words;
}

static struct printed england_words(struct arena *arena, const struct facts *facts,
				    enum measure_id id, const char *year)
{
	const struct benchmark *benchmark =
		benchmark_lookup(facts, id, STR("England"), str_of(year));

	return benchmark ? benchmark_words(arena, benchmark) : unknown(REASON_NONE);
}

struct printed figure_words(struct arena *arena, const struct facts *facts, enum measure_id id,
			    enum figure_variant variant)
{
	const struct figure *figure = &facts->figures.of[id];

	switch (variant) {
	case VARIANT_WORDS:
	case VARIANT_CAPITAL:
		return in_words(arena, id, figure, variant == VARIANT_CAPITAL);
	case VARIANT_SHARE:
		return share(arena, facts, id);
	case VARIANT_WHOLE:
		return whole(arena, figure);
	case VARIANT_CHANGE:
		return change_words(arena, facts, id);
	case VARIANT_LAST:
		return last_words(arena, facts, id);
	case VARIANT_ENGLAND:
		return england_words(arena, facts, id, facts->period.label);
	case VARIANT_ENGLAND_LAST:
		return england_words(arena, facts, id,
				     period_of(facts->period.first_year - 1).label);
	case VARIANT_SINCE:
		return since_words(arena, facts, id);
	case VARIANT_PLAIN:
	case VARIANT_COUNT:
		break;
	}
	return plain(arena, id, figure);
}

const char *variant_refused(enum measure_id id, enum figure_variant variant)
{
	const struct measure *measure = measure_at(id);

	switch (variant) {
	case VARIANT_WORDS:
	case VARIANT_CAPITAL:
		return measure->unit == UNIT_COUNT ? NULL : "only a count can be put in words";
	case VARIANT_SHARE:
		return measure->whole != MEASURE_NONE ? NULL
						      : "the measure is not a part of another";
	case VARIANT_WHOLE:
		return measure->unit == UNIT_PERCENT ? NULL : "the measure is not a percentage";
	default:
		return NULL;
	}
}
