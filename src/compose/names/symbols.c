/*
 * The table of names. Built once for each document from the facts; then only read.
 */
#include "compose/names/symbols.h"
#include "base/buffer.h"
#include "base/nearest.h"

#include "base/number.h"
#include "compose/names/typeset.h"

struct symbols {
	struct composer *composer;
	struct map values;   /* of struct symbol */
	struct map sections; /* of struct section */
};

/* "out-of-hours" as a marker writes it: OUT_OF_HOURS. */
static struct str marked(struct arena *arena, struct str written)
{
	char *name = arena_alloc(arena, written.length + 1);

	for (size_t i = 0; i < written.length; i++) {
		char byte = written.at[i];

		if (byte >= 'a' && byte <= 'z')
			byte = (char)(byte - 'a' + 'A');
		else if (!(byte >= 'A' && byte <= 'Z') && !(byte >= '0' && byte <= '9'))
			byte = '_';
		name[i] = byte;
	}
	return (struct str){name, written.length};
}

/* No character may look like the marks that compose itself puts in, nor break the line. */
static struct str cleaned(struct arena *arena, struct str text)
{
	struct buffer out = {0};
	size_t position = 0;

	for (uint32_t c; (c = str_next(text, &position)) != 0;) {
		char bytes[4];

		if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			c = ' ';
		else if (c >= 0xe000 && c <= 0xf8ff)
			c = 0xfffd;
		buffer_add(&out, bytes, str_encode(c, bytes));
	}
	struct str clean = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return clean;
}

bool fact_is_markdown(enum attribute_id attribute)
{
	return attribute == RECOMMENDATION_TEXT || attribute == IMPLICATION_TEXT ||
	       attribute == DECISION_TEXT;
}

struct str fact_markdown(struct arena *arena, const struct record *record,
			 enum attribute_id attribute)
{
	if (!record_has(record, attribute))
		return STR("");
	return cleaned(arena, str_of(record_text(record, attribute)));
}

struct str fact_words(struct arena *arena, const struct record *record, enum attribute_id attribute)
{
	if (!record_has(record, attribute))
		return STR("");
	switch (attribute_at(attribute)->kind) {
	case KIND_DAY:
	case KIND_MOMENT:
		return day_words(arena, record_day(record, attribute));
	case KIND_WHOLE:
		return number_grouped(arena, record_number(record, attribute));
	case KIND_DECIMAL:
		return number_decimal(arena, record_number(record, attribute));
	case KIND_WORD:
		return str_of(word_at(record_word(record, attribute))->printed);
	case KIND_TEXT:
		break;
	}
	return typeset_plain(arena, cleaned(arena, str_of(record_text(record, attribute))));
}

static void add_value(struct symbols *symbols, struct str name, struct symbol symbol)
{
	void **place = map_place(&symbols->values, name);

	if (*place)
		return;
	struct symbol *kept = ARENA_NEW(symbols->composer->arena, struct symbol);

	*kept = symbol;
	*place = kept;
}

static struct section *add_section(struct symbols *symbols, const char *prefix, struct str name,
				   enum section_kind kind)
{
	struct arena *arena = symbols->composer->arena;
	struct section *section = ARENA_NEW(arena, struct section);
	void **place =
		map_place(&symbols->sections, str_format(arena, "%s%.*s", prefix, STR_ARG(name)));

	section->kind = kind;
	*place = section;
	return section;
}

static void add_shown(struct symbols *symbols, const char *prefix, struct str name, bool shown)
{
	add_section(symbols, prefix, name, SECTION_SHOWN)->shown = shown;
}

static bool is_id(enum attribute_id attribute)
{
	return str_is(str_of(attribute_at(attribute)->written), "id");
}

static enum attribute_id id_of(const struct element *element)
{
	for (int i = 0; i < element->attribute_count; i++) {
		enum attribute_id attribute = (enum attribute_id)(element->first_attribute + i);

		if (is_id(attribute))
			return attribute;
	}
	return ATTRIBUTE_NONE;
}

/* "CONTACT_FOSTERING" and telephone: CONTACT_FOSTERING_TELEPHONE. */
static struct str fact_name(struct arena *arena, struct str element, enum attribute_id attribute)
{
	struct str written = str_of(attribute_at(attribute)->written);

	if (str_is(written, "value"))
		return element;
	return str_format(arena, "%.*s_%.*s", STR_ARG(element), STR_ARG(marked(arena, written)));
}

/* The facts of one record under its own name; `record` is NULL when it may come but did not. */
static void add_record(struct symbols *symbols, struct str name, const struct element *element,
		       const struct record *record)
{
	struct arena *arena = symbols->composer->arena;

	for (int i = 0; i < element->attribute_count; i++) {
		enum attribute_id attribute = (enum attribute_id)(element->first_attribute + i);
		struct str fact = fact_name(arena, name, attribute);
		bool given = record && record_has(record, attribute);

		if (is_id(attribute))
			continue;
		add_value(symbols, fact,
			  (struct symbol){
				  .kind = SYMBOL_TEXT,
				  .measure = MEASURE_NONE,
				  .given = given,
				  .address = str_is(str_of(attribute_at(attribute)->written),
						    "address"),
				  .text = given ? fact_words(arena, record, attribute) : STR(""),
				  .attribute = attribute});
		add_shown(symbols, "HAS_", fact, given);
	}
	add_shown(symbols, "HAS_", name, record != NULL);
}

static void add_row_facts(struct symbols *symbols, struct str name, const struct element *element)
{
	struct arena *arena = symbols->composer->arena;

	for (int i = 0; i < element->attribute_count; i++) {
		enum attribute_id attribute = (enum attribute_id)(element->first_attribute + i);
		struct str fact = fact_name(arena, name, attribute);

		add_value(
			symbols, fact,
			(struct symbol){.kind = SYMBOL_ROW,
					.measure = MEASURE_NONE,
					.address = str_is(str_of(attribute_at(attribute)->written),
							  "address"),
					.attribute = attribute});
		add_section(symbols, "HAS_", fact, SECTION_ROW_HAS)->attribute = attribute;
	}
}

static void add_repeated(struct symbols *symbols, enum element_id id, const struct record *root)
{
	struct arena *arena = symbols->composer->arena;
	const struct element *element = element_at(id);
	struct str name = marked(arena, str_of(element->tag));
	enum attribute_id key = id_of(element);
	struct section *rows = add_section(symbols, "", name, SECTION_ELEMENT);
	size_t capacity = 0;

	rows->element = id;
	for (const struct record *at = record_child(root, id); at; at = record_sibling(at)) {
		rows->records = arena_grow(arena, rows->records, &capacity, rows->record_count + 1,
					   sizeof(const struct record *));
		rows->records[rows->record_count++] = at;
		if (key == ATTRIBUTE_NONE)
			continue;
		struct str own = str_format(arena, "%.*s_%.*s", STR_ARG(name),
					    STR_ARG(marked(arena, str_of(record_text(at, key)))));

		add_record(symbols, own, element, at);
	}
	add_shown(symbols, "SOME_", name, rows->record_count > 0);
	add_shown(symbols, "NO_", name, rows->record_count == 0);
	add_row_facts(symbols, name, element);
}

static void add_file(struct symbols *symbols, enum element_id root_id, const struct record *root)
{
	struct arena *arena = symbols->composer->arena;

	add_record(symbols, marked(arena, str_of(element_at(root_id)->tag)), element_at(root_id),
		   root);
	for (int id = 0; id < ELEMENT_COUNT; id++) {
		const struct element *element = element_at((enum element_id)id);

		if (element->parent != root_id)
			continue;
		if (element->repeats)
			add_repeated(symbols, (enum element_id)id, root);
		else
			add_record(symbols, marked(arena, str_of(element->tag)), element,
				   record_child(root, (enum element_id)id));
	}
}

static void add_text(struct symbols *symbols, struct str name, struct str text)
{
	add_value(symbols, name,
		  (struct symbol){.kind = SYMBOL_TEXT,
				  .measure = MEASURE_NONE,
				  .given = true,
				  .attribute = ATTRIBUTE_NONE,
				  .text = text});
}

static void add_period(struct symbols *symbols, const struct period *period)
{
	struct arena *arena = symbols->composer->arena;
	struct period next = period_of(period->first_year + 1);
	struct period last = period_of(period->first_year - 1);

	add_text(symbols, STR("YEAR"), str_copy(arena, str_of(period->label)));
	add_text(symbols, STR("NEXT_YEAR"), str_copy(arena, str_of(next.label)));
	add_text(symbols, STR("LAST_YEAR"), str_copy(arena, str_of(last.label)));
	add_text(symbols, STR("PERIOD_START"), day_words(arena, period->first));
	add_text(symbols, STR("PERIOD_END"), day_words(arena, period->last));
}

struct symbols *symbols_new(struct composer *composer)
{
	struct symbols *symbols = ARENA_NEW(composer->arena, struct symbols);
	const struct facts *facts = composer->facts;

	symbols->composer = composer;
	map_init(&symbols->values, composer->arena);
	map_init(&symbols->sections, composer->arena);
	add_period(symbols, &facts->period);
	for (int id = 0; id < MEASURE_COUNT; id++)
		add_value(symbols, str_of(measure_at((enum measure_id)id)->marker),
			  (struct symbol){.kind = SYMBOL_MEASURE,
					  .measure = (enum measure_id)id,
					  .attribute = ATTRIBUTE_NONE});
	add_file(symbols, ELEMENT_AUTHORITY, facts->authority);
	add_file(symbols, ELEMENT_REPORT, facts->report);
	add_section(symbols, "", STR("MORE_"), SECTION_MORE);
	return symbols;
}

const struct symbol *symbol_lookup(const struct symbols *symbols, struct str name)
{
	return map_lookup(&symbols->values, name);
}

static bool figure_is_shown(const struct composer *composer, struct str prefix, enum measure_id id)
{
	const struct facts *facts = composer->facts;
	const struct figure *figure = &facts->figures.of[id];

	if (str_is(prefix, "SOME_"))
		return figure->known && figure->value != 0;
	if (str_is(prefix, "NO_"))
		return figure->reason == REASON_NONE && (!figure->known || figure->value == 0);
	if (str_is(prefix, "HAS_"))
		return figure->reason == REASON_NONE;
	if (str_is(prefix, "NO_RECORDS_"))
		return figure->reason == REASON_NO_RECORDS;
	/* A comparison needs both figures. */
	if (figure->reason != REASON_NONE)
		return false;
	enum figure_variant variant = str_is(prefix, "LAST_")	   ? VARIANT_LAST
				      : str_is(prefix, "ENGLAND_") ? VARIANT_ENGLAND
								   : VARIANT_ENGLAND_LAST;

	return figure_words(composer->arena, facts, id, variant).known;
}

static const struct str measure_prefixes[] = {
	{"SOME_", 5},	       {"NO_", 3},  {"LAST_", 5},	 {"ENGLAND_", 8},
	{"ENGLAND_LAST_", 13}, {"HAS_", 4}, {"NO_RECORDS_", 11},
};

enum { MEASURE_PREFIXES = sizeof(measure_prefixes) / sizeof(measure_prefixes[0]) };

static bool measure_section(const struct composer *composer, struct str name,
			    struct section *section)
{
	for (size_t i = 0; i < MEASURE_PREFIXES; i++) {
		struct str prefix = measure_prefixes[i];

		if (!str_starts(name, prefix))
			continue;
		const struct symbol *symbol = symbol_lookup(
			composer->symbols, str_slice(name, prefix.length, name.length));

		if (!symbol || symbol->kind != SYMBOL_MEASURE)
			continue;
		*section = (struct section){
			.kind = SECTION_SHOWN,
			.shown = figure_is_shown(composer, prefix, symbol->measure)};
		return true;
	}
	return false;
}

/* The families that are 0 this year are left out; so are those that aren't known. */
static bool family_section(const struct composer *composer, struct str name,
			   struct section *section)
{
	struct str prefix = STR("EACH_");

	if (!str_starts(name, prefix))
		return false;
	struct family family =
		family_marked(composer->arena, str_slice(name, prefix.length, name.length));
	size_t kept = 0;

	if (!family.count)
		return false;
	for (size_t i = 0; i < family.count; i++) {
		const struct figure *figure = &composer->facts->figures.of[family.members[i]];

		if (figure->known && figure->value != 0)
			family.members[kept++] = family.members[i];
	}
	family.count = kept;
	*section = (struct section){.kind = SECTION_FAMILY, .family = family};
	return true;
}

bool symbol_is_missing_element(const struct composer *composer, struct str name)
{
	(void)composer;
	for (int id = 0; id < ELEMENT_COUNT; id++) {
		const struct element *element = element_at((enum element_id)id);

		if ((element->root != ELEMENT_AUTHORITY && element->root != ELEMENT_REPORT) ||
		    id_of(element) == ATTRIBUTE_NONE)
			continue;
		struct str tag = str_format(composer->arena, "%.*s_",
					    STR_ARG(marked(composer->arena, str_of(element->tag))));

		if (str_starts(name, tag) && name.length > tag.length)
			return true;
	}
	return false;
}

bool section_lookup(const struct composer *composer, struct str name, struct section *section)
{
	const struct section *known = map_lookup(&composer->symbols->sections, name);
	struct str has = STR("HAS_");

	if (known) {
		*section = *known;
		return true;
	}
	if (measure_section(composer, name, section) || family_section(composer, name, section))
		return true;
	if (!str_starts(name, has) ||
	    !symbol_is_missing_element(composer, str_slice(name, has.length, name.length)))
		return false;
	*section = (struct section){.kind = SECTION_SHOWN};
	return true;
}

static const char *nearest_key(const struct composer *composer, const struct map *map,
			       struct str name)
{
	const char **candidates = ARENA_ARRAY(composer->arena, map->count, const char *);
	size_t count = 0;

	for (size_t i = 0; i < map->capacity && count < map->count; i++) {
		if (map->slots[i].value)
			candidates[count++] = str_terminated(composer->arena, map->slots[i].key);
	}
	return nearest_word(name, candidates, count);
}

const char *symbol_nearest(const struct symbols *symbols, struct str name)
{
	return nearest_key(symbols->composer, &symbols->values, name);
}

const char *section_nearest(const struct composer *composer, struct str name)
{
	struct arena *arena = composer->arena;
	const char *near;

	for (size_t i = 0; i < MEASURE_PREFIXES; i++) {
		struct str prefix = measure_prefixes[i];

		if (!str_starts(name, prefix))
			continue;
		near = symbol_nearest(composer->symbols,
				      str_slice(name, prefix.length, name.length));
		if (near)
			return str_format(arena, "%.*s%s", STR_ARG(prefix), near).at;
	}
	if (str_starts(name, STR("EACH_"))) {
		near = family_nearest(arena, str_slice(name, 5, name.length));
		return near ? str_format(arena, "EACH_%s", near).at : NULL;
	}
	near = nearest_key(composer, &composer->symbols->sections, name);
	if (near)
		return near;
	near = symbol_nearest(composer->symbols, name);
	return near && measure_find_marker(str_of(near)) != MEASURE_NONE
		       ? str_format(arena, "SOME_%s", near).at
		       : near;
}
