/*
 * What charts and tables of data.xml have in common: texts with markers, measures by name, sources,
 * the years that are known.
 */
#include "compose/data/sketch.h"
#include "base/buffer.h"

#include "compose/names/typeset.h"

enum { MOST_YEARS = 12 };

struct place sketch_place(const struct sketch *sketch, const struct record *record)
{
	return (struct place){sketch->path, record->line, record->column};
}

size_t sketch_count(const struct record *record, enum element_id element)
{
	size_t count = 0;

	for (const struct record *at = record_child(record, element); at; at = record_sibling(at))
		count++;
	return count;
}

/* The value of a word that only a chart has; false when it is none. */
static bool chart_word(const struct chart_words *words, struct str name, struct str *value)
{
	struct {
		const char *name;
		const struct str *value;
	} known[] = {
		{"LARGEST_LABEL", &words->largest_label},
		{"LARGEST_VALUE", &words->largest_value},
		{"LARGEST_SHARE", &words->largest_share},
		{"SMALLEST_LABEL", &words->smallest_label},
		{"SMALLEST_VALUE", &words->smallest_value},
		{"SMALLEST_SHARE", &words->smallest_share},
		{"TOTAL", &words->total},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (str_is(name, known[i].name)) {
			*value = *known[i].value;
			return true;
		}
	}
	return false;
}

static bool find_variant(struct str modifier, enum figure_variant *variant)
{
	for (int i = 0; i < VARIANT_COUNT; i++) {
		if (str_is(modifier, variant_names[i])) {
			*variant = (enum figure_variant)i;
			return true;
		}
	}
	return false;
}

static void complain_marker(struct sketch *sketch, const struct record *record, struct str name)
{
	const char *near = symbol_nearest(sketch->composer->symbols, name);
	struct place place = sketch_place(sketch, record);

	if (near)
		composer_complain(sketch->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_MARKER, place,
				  STR(""), name, str_of(near));
	else
		composer_complain_text(
			sketch->composer, place, STR(""),
			"there is no marker {{%.*s}}: name a measure, a fact of authority.xml "
			"or report.xml, or a chart's word (LARGEST_LABEL, TOTAL)",
			STR_ARG(name));
}

/* What a marker in data.xml prints. */
static struct str marker_words(struct sketch *sketch, const struct record *record, struct str inner,
			       const struct chart_words *words)
{
	size_t colon = str_find(inner, ':', 0);
	struct str name = str_slice(inner, 0, colon), value;
	enum figure_variant variant;

	if (words && chart_word(words, name, &value))
		return value;
	const struct symbol *symbol = symbol_lookup(sketch->composer->symbols, name);

	if (!symbol || symbol->kind == SYMBOL_ROW) {
		complain_marker(sketch, record, name);
		return STR("");
	}
	if (symbol->kind == SYMBOL_TEXT)
		return symbol->text;
	struct str modifier = str_slice(inner, colon + 1, inner.length);

	if (!find_variant(modifier, &variant) || variant_refused(symbol->measure, variant)) {
		composer_complain_text(sketch->composer, sketch_place(sketch, record), STR(""),
				       "{{%.*s}} can't be printed with %.*s", STR_ARG(name),
				       STR_ARG(modifier));
		return STR("");
	}

	struct printed printed =
		figure_words(sketch->arena, sketch->facts, symbol->measure, variant);

	return printed.reason == REASON_NONE ? printed.text : reason_words(printed.reason);
}

static size_t find_pair(struct str text, const char *pair, size_t from)
{
	while (from < text.length && !str_starts(str_slice(text, from, text.length), str_of(pair)))
		from++;
	return from;
}

struct str sketch_fill(struct sketch *sketch, const struct record *record, struct str text,
		       const struct chart_words *words)
{
	struct buffer out = {0};
	size_t at = 0;

	while (at < text.length) {
		size_t open = find_pair(text, "{{", at), close = find_pair(text, "}}", open);

		buffer_str(&out, str_slice(text, at, open));
		if (open >= text.length)
			break;
		if (close >= text.length) {
			composer_complain_text(
				sketch->composer, sketch_place(sketch, record), STR(""),
				"a {{ is never closed: write }} behind the marker's name");
			break;
		}
		buffer_str(&out,
			   marker_words(sketch, record, str_slice(text, open + 2, close), words));
		at = close + 2;
	}
	struct str filled =
		typeset_plain(sketch->arena, str_copy(sketch->arena, buffer_view(&out)));

	buffer_release(&out);
	return filled;
}

struct str sketch_text(struct sketch *sketch, const struct record *record,
		       enum attribute_id attribute, const struct chart_words *words)
{
	return sketch_fill(sketch, record, str_of(record_text(record, attribute)), words);
}

static enum measure_id find_measure(struct sketch *sketch, const struct record *record,
				    struct str name)
{
	enum measure_id id = measure_find(name);
	const char *near = id == MEASURE_NONE ? measure_nearest(name) : NULL;
	struct place place = sketch_place(sketch, record);

	if (near)
		composer_complain(sketch->composer, DIAGNOSTIC_SETTINGS_MEASURE_UNKNOWN, place,
				  STR(""), name, str_of(near));
	else if (id == MEASURE_NONE)
		composer_complain_text(sketch->composer, place, STR(""),
				       "there is no measure \"%.*s\": hearth measures lists them",
				       STR_ARG(name));
	return id;
}

enum measure_id *sketch_measures(struct sketch *sketch, const struct record *record,
				 enum attribute_id attribute, size_t *count)
{
	struct str text = str_of(record_text(record, attribute));
	enum measure_id *measures = ARENA_ARRAY(sketch->arena, text.length + 1, enum measure_id);

	*count = 0;
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, ' ', at);

		if (end > at) {
			enum measure_id id = find_measure(sketch, record, str_slice(text, at, end));

			if (id != MEASURE_NONE)
				measures[(*count)++] = id;
		}
		at = end + 1;
	}
	return measures;
}

enum measure_id sketch_measure(struct sketch *sketch, const struct record *record,
			       enum attribute_id attribute)
{
	const char *name = record_text(record, attribute);

	return name ? find_measure(sketch, record, str_of(name)) : MEASURE_NONE;
}

struct family sketch_family(struct sketch *sketch, const struct record *record,
			    enum attribute_id attribute)
{
	struct str name = str_of(record_text(record, attribute));
	struct family family = family_named(sketch->arena, name);
	const char *near = family.count ? NULL : measure_nearest(name);

	if (!family.count)
		composer_complain_text(sketch->composer, sketch_place(sketch, record), STR(""),
				       "no measures are named \"%.*s.…\"%s%s", STR_ARG(name),
				       near ? ": the nearest is " : "", near ? near : "");
	return family;
}

struct str sketch_own_source(struct sketch *sketch)
{
	const struct symbol *council =
		symbol_lookup(sketch->composer->symbols, STR("AUTHORITY_NAME"));

	return str_format(sketch->arena, "%.*s, case records of the fostering service, %s",
			  STR_ARG(council->text), sketch->facts->period.label);
}

void sketch_add_source(struct sketch *sketch, struct str *sources, struct str source)
{
	if (!source.length)
		return;
	source = typeset_plain(sketch->arena, source);
	for (size_t at = 0; at + source.length <= sources->length; at++) {
		if (str_starts(str_slice(*sources, at, sources->length), source))
			return;
	}
	*sources = sources->length ? str_format(sketch->arena, "%.*s; %.*s", STR_ARG(*sources),
						STR_ARG(source))
				   : source;
}

void sketch_add_note(struct sketch *sketch, struct str *note, const char *sentence)
{
	*note = note->length ? str_format(sketch->arena, "%.*s %s", STR_ARG(*note), sentence)
			     : str_of(sentence);
}

void sketch_add_reasons(struct sketch *sketch, struct str *note, const bool *lacks,
			const char *dash)
{
	if (lacks[REASON_NONE])
		sketch_add_note(sketch, note, dash);
	for (int reason = REASON_NO_RECORDS; reason <= REASON_HIDDEN; reason++) {
		if (lacks[reason])
			sketch_add_note(sketch, note, reason_note(reason));
	}
}

static bool has_any(const struct past_year *year, const enum measure_id *measures, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (year->figures.of[measures[i]].known)
			return true;
	}
	return false;
}

/* The year as it was published; or one of which nothing is known. */
static const struct past_year *year_of(const struct sketch *sketch, int first_year)
{
	const struct facts *facts = sketch->facts;
	struct past_year *unknown;

	for (size_t i = 0; i < facts->past_count; i++) {
		if (facts->past[i].figures.period.first_year == first_year)
			return &facts->past[i];
	}
	unknown = ARENA_NEW(sketch->arena, struct past_year);
	unknown->figures.period = period_of(first_year);
	return unknown;
}

const struct past_year **sketch_years(struct sketch *sketch, const enum measure_id *measures,
				      size_t measure_count, size_t *count)
{
	const struct facts *facts = sketch->facts;
	const struct past_year **years;
	size_t first = 0;

	*count = 0;
	while (first < facts->past_count && !has_any(&facts->past[first], measures, measure_count))
		first++;
	if (first == facts->past_count)
		return NULL;

	int from = facts->past[first].figures.period.first_year;
	int to = facts->period.first_year;

	years = ARENA_ARRAY(sketch->arena, (size_t)(to - from), const struct past_year *);
	for (int year = from; year < to; year++) {
		const struct past_year *past = year_of(sketch, year);

		/* A long gap says no more than a short one; last year's is always shown. */
		if (to - from <= MOST_YEARS || year == to - 1 ||
		    has_any(past, measures, measure_count))
			years[(*count)++] = past;
	}
	return years;
}
