/* Owns the form in which a published year is kept. */
#include "measure/trial/past.h"

#include <string.h>

#include "base/number.h"

struct past_year past_year_new(struct arena *arena, const struct period *period, struct str source)
{
	struct past_year year = {.source = source};

	year.figures.period = *period;
	year.written = ARENA_ARRAY(arena, MEASURE_COUNT, const char *);
	year.places = ARENA_ARRAY(arena, MEASURE_COUNT, struct place);
	for (int id = 0; id < MEASURE_COUNT; id++)
		year.figures.of[id].is_rate = measure_at(id)->unit == UNIT_PERCENT;
	return year;
}

static int64_t tenths_of(int64_t thousandths)
{
	return (thousandths + 50) / 100;
}

bool value_parse(struct str text, enum measure_unit unit, int64_t *value)
{
	bool negative = false;

	if (unit == UNIT_COUNT) {
		struct str minus = STR("\u2212");

		negative = str_starts(text, STR("-")) || str_starts(text, minus);
		if (negative)
			text = str_slice(text, str_starts(text, minus) ? minus.length : 1,
					 text.length);
		if (!number_parse_whole(text, value))
			return false;
		if (negative)
			*value = -*value;
		return true;
	}
	if (unit == UNIT_PERCENT && str_ends(text, STR("%")))
		text = str_slice(text, 0, text.length - 1);
	if (!number_parse_decimal(text, value))
		return false;
	if (unit == UNIT_PERCENT)
		*value = tenths_of(*value);
	return true;
}

const char *written_text(struct arena *arena, struct str text, enum measure_unit unit,
			 int64_t value)
{
	if (unit == UNIT_COUNT)
		return str_terminated(arena, number_grouped(arena, value));
	if (unit == UNIT_PERCENT && !str_ends(text, STR("%")))
		return str_terminated(arena, str_format(arena, "%.*s%%", STR_ARG(text)));
	return str_terminated(arena, text);
}

void past_year_set(struct past_year *year, struct arena *arena, enum measure_id id, int64_t value,
		   struct str written, struct place place)
{
	year->figures.of[id].known = true;
	year->figures.of[id].value = value;
	year->written[id] = written_text(arena, written, measure_at(id)->unit, value);
	year->places[id] = place;
}

void past_year_close(struct past_year *year)
{
	struct figure *of = year->figures.of;

	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *measure = measure_at(id);

		if (measure->numerator == MEASURE_NONE || !of[measure->numerator].known ||
		    !of[measure->denominator].known)
			continue;
		of[id].numerator = of[measure->numerator].value;
		of[id].denominator = of[measure->denominator].value;
	}
}

static void keep_earlier(struct facts *facts, struct arena *arena, const struct past_year *year)
{
	size_t at = 0;

	while (at < facts->past_count &&
	       facts->past[at].figures.period.first < year->figures.period.first)
		at++;
	if (at < facts->past_count &&
	    facts->past[at].figures.period.first == year->figures.period.first) {
		facts->past[at] = *year;
		return;
	}

	/* Years are few: a new array each time keeps the facts free of capacities. */
	struct past_year *past = ARENA_ARRAY(arena, facts->past_count + 1, struct past_year);

	if (at > 0)
		memcpy(past, facts->past, at * sizeof(*past));
	past[at] = *year;
	if (at < facts->past_count)
		memcpy(past + at + 1, facts->past + at, (facts->past_count - at) * sizeof(*past));
	facts->past = past;
	facts->past_count++;
}

void facts_keep_year(struct facts *facts, struct arena *arena, const struct past_year *year)
{
	if (year->figures.period.first < facts->period.first) {
		keep_earlier(facts, arena, year);
		return;
	}
	if (year->figures.period.first > facts->period.first)
		return;

	struct past_year *published =
		ARENA_ARRAY(arena, facts->published_count + 1, struct past_year);

	if (facts->published_count > 0)
		memcpy(published, facts->published, facts->published_count * sizeof(*published));
	published[facts->published_count++] = *year;
	facts->published = published;
}

const struct past_year *facts_last_year(const struct facts *facts)
{
	if (facts->past_count == 0)
		return NULL;

	const struct past_year *newest = &facts->past[facts->past_count - 1];

	if (newest->figures.period.first_year != facts->period.first_year - 1)
		return NULL;
	return newest;
}
