/* Owns the table of measures as others see them, made from measures.def, and its look-ups. */
#include "measure/measure.h"
#include "base/nearest.h"

#include <string.h>

#include "base/number.h"
#include "measure/group.h"

/* The words' printed forms, as constants that the table below can point at. */
struct printed_words {
#define WORD(vocabulary, name, written, printed) char vocabulary##_##name[sizeof(printed)];
#include "read/vocabulary.def"
};

static const struct printed_words words = {
#define WORD(vocabulary, name, written, printed) .vocabulary##_##name = printed,
#include "read/vocabulary.def"
};

#define AS_PRINTED(word) words.word
#define NO_PARTS MEASURE_NONE, MEASURE_NONE, MEASURE_NONE
#define OF(whole) MEASURE_##whole, MEASURE_NONE, MEASURE_NONE
#define COUNTED(element) NO_PARTS
#define COUNTED_OF(whole) OF(whole)
#define COUNTED_OF_BY(whole, element) OF(whole)
#define PART(whole, attribute, word) OF(whole)
#define PART_OR_NONE(whole, attribute, word) OF(whole)
#define PART_NONE(whole, attribute) OF(whole)
#define PART_REST(whole, attribute) OF(whole)
#define TOLD(whole, word) OF(whole)
#define TOLD_NONE(whole) OF(whole)
#define BAND(whole, from, to) OF(whole)
#define BAND_NONE(whole) OF(whole)
#define BAND_REST(whole) OF(whole)
#define RATE(numerator, denominator) MEASURE_NONE, MEASURE_##numerator, MEASURE_##denominator
#define RATE_OVER(numerator, count) NO_PARTS
#define RATE_BETWEEN(numerator, denominator) NO_PARTS
#define DIFFERENCE(from, less) NO_PARTS

static const struct measure measures[MEASURE_COUNT] = {
#define MEASURE(id, name, unit, label, how, definition)                                            \
	{name, #id, label, definition, UNIT_##unit, how},
#include "measure/measures.def"
};

/* The captions and the measures between them, in the order of the table. */
static const struct measure_line {
	const char *group;	      /* of a GROUP */
	const char *family, *caption; /* of a FAMILY */
	enum measure_id id;
} lines[] = {
#define GROUP(caption) {caption, NULL, NULL, MEASURE_NONE},
#define FAMILY(name, caption) {NULL, name, caption, MEASURE_NONE},
#define MEASURE(id, name, unit, label, how, definition) {NULL, NULL, NULL, MEASURE_##id},
#include "measure/measures.def"
};

const struct measure *measure_at(enum measure_id id)
{
	return &measures[id];
}

enum measure_id measure_find(struct str name)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (str_is(name, measures[id].name))
			return id;
	}
	return MEASURE_NONE;
}

enum measure_id measure_find_marker(struct str marker)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (str_is(marker, measures[id].marker))
			return id;
	}
	return MEASURE_NONE;
}

/* The first measure whose name holds the text; NULL. */
static const char *first_holding(struct str text)
{
	for (int id = 0; id < MEASURE_COUNT && text.length > 0; id++) {
		if (memmem(measures[id].name, strlen(measures[id].name), text.at, text.length))
			return measures[id].name;
	}
	return NULL;
}

const char *measure_nearest(struct str name)
{
	const char *names[MEASURE_COUNT];
	const char *nearest;

	for (int id = 0; id < MEASURE_COUNT; id++)
		names[id] = measures[id].name;
	nearest = nearest_word(name, names, MEASURE_COUNT);
	if (!nearest)
		nearest = first_holding(name);
	if (!nearest)
		nearest = first_holding(str_slice(name, 0, str_find(name, '.', 0)));
	return nearest ? nearest : names[0];
}

const char *measure_unit_name(enum measure_unit unit)
{
	static const char *const names[] = {"count", "percent", "decimal"};

	return names[unit];
}

static size_t line_of(enum measure_id id)
{
	size_t line = 0;

	while (lines[line].group || lines[line].family || lines[line].id != id)
		line++;
	return line;
}

const char *measure_group(enum measure_id id)
{
	size_t line = line_of(id);

	while (!lines[line].group)
		line--;
	return lines[line].group;
}

const char *measure_family(enum measure_id id)
{
	size_t line = line_of(id);

	while (!lines[line].group && !lines[line].family)
		line--;
	if (lines[line].group)
		return NULL;

	struct str family = str_of(lines[line].family);
	struct str name = str_of(measures[id].name);

	if (!str_starts(name, family) || name.at[family.length] != '.')
		return NULL;
	return lines[line].caption;
}

struct str figure_plain(struct arena *arena, enum measure_id id, const struct figure *figure)
{
	if (!figure->known)
		return STR("");
	if (measures[id].unit == UNIT_PERCENT)
		return number_tenths(arena, figure->value);
	if (measures[id].unit == UNIT_DECIMAL)
		return number_decimal(arena, figure->value);
	return str_format(arena, "%lld", (long long)figure->value);
}

static const struct {
	const char *name, *mark;
} reasons[] = {
	[REASON_NONE] = {"", "\u2013"},
	[REASON_NO_RECORDS] = {"no-records", "[x]"},
	[REASON_HIDDEN] = {"hidden", "[c]"},
};

const char *reason_name(enum reason reason)
{
	return reasons[reason].name;
}

struct str reason_mark(enum reason reason)
{
	return str_of(reasons[reason].mark);
}

struct str figure_printed(struct arena *arena, enum measure_id id, const struct figure *figure)
{
	if (!figure->known)
		return reason_mark(figure->reason);
	if (measures[id].unit == UNIT_COUNT)
		return number_grouped(arena, figure->value);

	if (measures[id].unit == UNIT_DECIMAL)
		return figure_plain(arena, id, figure);
	return number_percent_tenths(arena, figure->value);
}
