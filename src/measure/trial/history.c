/* Owns the reading of history.xml and benchmarks.xml into the facts. */
#include "measure/trial/history.h"
#include "measure/measure.h"
#include "read/settings.h"

#include <string.h>

#include "base/files.h"
#include "base/number.h"
#include "measure/group.h"
#include "measure/trial/past.h"

static struct str text_of(const struct record *record, enum attribute_id attribute)
{
	return str_of(record_text(record, attribute));
}

static struct place place_of(struct str path, const struct record *record)
{
	return (struct place){.file = path, .line = record->line, .column = record->column};
}

/* Whose figures they are, where the file says it. */
static void check_owner(const struct facts *facts, const struct record *root,
			enum attribute_id attribute, struct str path,
			struct diagnostics *diagnostics)
{
	const char *written = record_text(root, attribute);
	const char *own = facts->authority ? record_text(facts->authority, AUTHORITY_CODE) : NULL;

	if (written && own && strcmp(written, own) != 0)
		diagnostic_add(diagnostics, DIAGNOSTIC_AUTHORITY_OTHER, place_of(path, root),
			       str_terminated(diagnostics->arena, str_of(written)), own);
}

static const char *how_to_write(enum measure_unit unit)
{
	static const char *const ways[] = {
		"write a whole number of up to six digits, as 57",
		"write a number with up to three decimals, as 61.4",
		"write a number with up to three decimals, as 7.3",
	};

	return ways[unit];
}

static void complain_of_value(struct str value, enum measure_unit unit, struct place place,
			      struct diagnostics *diagnostics)
{
	diagnostic_add(diagnostics, DIAGNOSTIC_SETTINGS_VALUE, place,
		       str_terminated(diagnostics->arena, value), measure_unit_name(unit),
		       how_to_write(unit));
}

static void complain_of_measure(struct str name, struct place place,
				struct diagnostics *diagnostics)
{
	diagnostic_add(diagnostics, DIAGNOSTIC_SETTINGS_MEASURE_UNKNOWN, place,
		       str_terminated(diagnostics->arena, name), measure_nearest(name));
}

static void read_figure(struct past_year *year, struct arena *arena, const struct record *figure,
			struct str path, struct diagnostics *diagnostics)
{
	struct str name = text_of(figure, YEAR_FIGURE_MEASURE);
	struct str written = text_of(figure, YEAR_FIGURE_VALUE);
	struct place place = place_of(path, figure);
	enum measure_id id = measure_find(name);
	int64_t value;

	if (id == MEASURE_NONE)
		complain_of_measure(name, place, diagnostics);
	else if (year->figures.of[id].known)
		diagnostic_add(diagnostics, DIAGNOSTIC_FIGURE_TWICE, place, STR_ARG(name),
			       year->figures.period.label, year->places[id].line);
	else if (!value_parse(written, measure_at(id)->unit, &value))
		complain_of_value(written, measure_at(id)->unit, place, diagnostics);
	else
		past_year_set(year, arena, id, value, written, place);
}

static bool year_is_kept(const struct facts *facts, const struct period *period)
{
	for (size_t i = 0; i < facts->past_count; i++) {
		if (facts->past[i].figures.period.first == period->first)
			return true;
	}
	return period->first == facts->period.first && facts->published_count > 0;
}

static void read_year(struct facts *facts, struct arena *arena, const struct record *record,
		      struct str path, struct diagnostics *diagnostics)
{
	struct str label = text_of(record, YEAR_LABEL);
	struct place place = place_of(path, record);
	struct period period;

	if (!period_parse(label, &period)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SETTINGS_YEAR, place,
			       str_terminated(diagnostics->arena, label));
		return;
	}
	if (year_is_kept(facts, &period)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_YEAR_TWICE, place, STR_ARG(label));
		return;
	}

	struct past_year year = past_year_new(arena, &period, text_of(record, YEAR_SOURCE));

	for (const struct record *figure = record_child(record, ELEMENT_YEAR_FIGURE); figure;
	     figure = record_sibling(figure))
		read_figure(&year, arena, figure, path, diagnostics);
	past_year_close(&year);
	facts_keep_year(facts, arena, &year);
}

bool history_read(struct facts *facts, struct arena *arena, struct str path,
		  struct diagnostics *diagnostics)
{
	size_t errors = diagnostics->errors;

	if (file_is_missing(path))
		return true;

	const struct record *root = settings_read(arena, path, ELEMENT_HISTORY, diagnostics);

	if (!root)
		return false;
	check_owner(facts, root, HISTORY_AUTHORITY, path, diagnostics);
	for (const struct record *year = record_child(root, ELEMENT_YEAR); year;
	     year = record_sibling(year))
		read_year(facts, arena, year, path, diagnostics);
	return diagnostics->errors == errors;
}

static bool unit_find(struct str name, enum measure_unit *unit)
{
	for (int i = UNIT_COUNT; i <= UNIT_DECIMAL; i++) {
		if (str_is(name, measure_unit_name(i))) {
			*unit = i;
			return true;
		}
	}
	return false;
}

/* Whether the benchmark's texts make sense; what doesn't is reported. */
static bool parse_benchmark(struct benchmark *benchmark, struct arena *arena,
			    const struct record *record, struct place place,
			    struct diagnostics *diagnostics)
{
	struct str unit = text_of(record, BENCHMARK_UNIT);
	struct str value = text_of(record, BENCHMARK_VALUE);
	struct period period;

	if (!period_parse(benchmark->year, &period)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SETTINGS_YEAR, place,
			       str_terminated(diagnostics->arena, benchmark->year));
		return false;
	}
	if (!unit_find(unit, &benchmark->unit)) {
		diagnostic_add(diagnostics, DIAGNOSTIC_SETTINGS_VALUE, place,
			       str_terminated(diagnostics->arena, unit), "unit",
			       "write count, percent or decimal");
		return false;
	}
	if (benchmark->id != MEASURE_NONE && measure_at(benchmark->id)->unit != benchmark->unit) {
		diagnostic_add(diagnostics, DIAGNOSTIC_UNIT_DIFFERS, place,
			       STR_ARG(benchmark->measure),
			       measure_unit_name(measure_at(benchmark->id)->unit), STR_ARG(unit));
		return false;
	}
	if (!value_parse(value, benchmark->unit, &benchmark->value)) {
		complain_of_value(value, benchmark->unit, place, diagnostics);
		return false;
	}
	benchmark->written = written_text(arena, value, benchmark->unit, benchmark->value);
	return true;
}

static void read_benchmark(struct benchmark *benchmark, const struct record *record)
{
	benchmark->measure = text_of(record, BENCHMARK_MEASURE);
	benchmark->id = measure_find(benchmark->measure);
	benchmark->area = text_of(record, BENCHMARK_AREA);
	benchmark->year = text_of(record, BENCHMARK_YEAR);
	benchmark->source = text_of(record, BENCHMARK_SOURCE);
}

bool benchmarks_read(struct facts *facts, struct arena *arena, struct str path,
		     struct diagnostics *diagnostics)
{
	size_t errors = diagnostics->errors, capacity = 0;

	if (file_is_missing(path))
		return true;

	const struct record *root = settings_read(arena, path, ELEMENT_BENCHMARKS, diagnostics);

	if (!root)
		return false;
	check_owner(facts, root, BENCHMARKS_AUTHORITY, path, diagnostics);
	for (const struct record *record = record_child(root, ELEMENT_BENCHMARK); record;
	     record = record_sibling(record)) {
		struct benchmark benchmark;

		read_benchmark(&benchmark, record);
		if (!parse_benchmark(&benchmark, arena, record, place_of(path, record),
				     diagnostics))
			continue;
		facts->benchmarks =
			arena_grow(arena, facts->benchmarks, &capacity, facts->benchmark_count + 1,
				   sizeof(*facts->benchmarks));
		facts->benchmarks[facts->benchmark_count++] = benchmark;
	}
	return diagnostics->errors == errors;
}
