#include "compose/markers/scan_value.h"
#include "base/file.h"
#include "base/nearest.h"
#include "compose/markers/scanner.h"

static bool read_variant(struct scanner *scanner, const struct marker_tag *tag,
			 enum figure_variant *variant)
{
	*variant = VARIANT_PLAIN;
	if (!tag->modifier.length)
		return true;
	for (int i = 1; i < VARIANT_COUNT; i++) {
		if (str_is(tag->modifier, variant_names[i])) {
			*variant = (enum figure_variant)i;
			return true;
		}
	}
	const char *near = nearest_word(tag->modifier, variant_names + 1, VARIANT_COUNT - 1);

	composer_complain(
		scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_MODIFIER,
		scanner_place(scanner, tag->at), scanner_line(scanner, tag->at), tag->modifier,
		near ? str_format(scanner->composer->arena, "did you mean %s?", near)
		     : STR("there are x-words, x-Words, x-share, x-whole, x-change, x-last, "
			   "x-since, x-england and x-england-last"));
	return false;
}

/* A comparison with what isn't known this year has a place only inside its section. */
static bool check_known(struct scanner *scanner, const struct marker_tag *tag,
			enum measure_id measure, enum figure_variant variant)
{
	const char *prefix = variant == VARIANT_ENGLAND	       ? "ENGLAND_"
			     : variant == VARIANT_ENGLAND_LAST ? "ENGLAND_LAST_"
							       : "LAST_";
	struct arena *arena = scanner->composer->arena;

	if (variant != VARIANT_CHANGE && variant != VARIANT_LAST && variant != VARIANT_SINCE &&
	    variant != VARIANT_ENGLAND && variant != VARIANT_ENGLAND_LAST)
		return true;
	struct str section = str_format(arena, "%s%.*s", prefix, STR_ARG(tag->name));
	enum figure_variant needed =
		variant == VARIANT_CHANGE || variant == VARIANT_SINCE ? VARIANT_LAST : variant;

	if (scanner_is_within(scanner, section) ||
	    figure_words(arena, scanner->composer->facts, measure, needed).known)
		return true;
	composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_VALUE,
			  scanner_place(scanner, tag->at), scanner_line(scanner, tag->at),
			  str_format(arena, "%.*s:%s", STR_ARG(tag->name), variant_names[variant]),
			  str_format(arena, "{{#%.*s}}", STR_ARG(section)));
	return false;
}

static bool scan_choice(struct scanner *scanner, const struct marker_tag *tag,
			enum measure_id measure)
{
	struct choice *choice = ARENA_NEW(scanner->composer->arena, struct choice);
	struct str why;

	if (!choice_read(scanner->composer, measure, tag->modifier, choice, &why)) {
		COMPLAIN(scanner, tag, "{{%.*s}} can't choose its words: %.*s", STR_ARG(tag->name),
			 STR_ARG(why));
		return false;
	}
	if (!check_known(scanner, tag, measure,
			 choice->test == CHOICE_CHANGE	  ? VARIANT_CHANGE
			 : choice->test == CHOICE_ENGLAND ? VARIANT_ENGLAND
							  : VARIANT_PLAIN))
		return false;
	struct marker *marker = scanner_add(scanner, tag, MARKER_CHOICE);

	marker->measure = measure;
	marker->choice = choice;
	return true;
}

static bool scan_measure(struct scanner *scanner, const struct marker_tag *tag,
			 enum measure_id measure)
{
	enum figure_variant variant;

	if (str_find(tag->modifier, '|', 0) < tag->modifier.length)
		return scan_choice(scanner, tag, measure);
	if (!read_variant(scanner, tag, &variant))
		return false;
	const char *refused = variant_refused(measure, variant);

	if (refused) {
		COMPLAIN(scanner, tag, "%.*s has no %s: %s", STR_ARG(tag->name),
			 variant_names[variant], refused);
		return false;
	}
	if (!check_known(scanner, tag, measure, variant))
		return false;
	struct marker *marker = scanner_add(scanner, tag, MARKER_FIGURE);

	marker->measure = measure;
	marker->variant = variant;
	return true;
}

static bool scan_text(struct scanner *scanner, const struct marker_tag *tag,
		      const struct symbol *symbol)
{
	struct arena *arena = scanner->composer->arena;

	if (scanner_refuse_modifier(scanner, tag))
		return false;
	if (!symbol->given) {
		/* {{#HAS_LEAD_TELEPHONE}}, or the whole element's {{#HAS_LEAD}}. */
		bool guarded = false;

		for (size_t end = tag->name.length; end > 0 && !guarded; end--) {
			struct str part = str_slice(tag->name, 0, end);

			guarded = (end == tag->name.length || tag->name.at[end] == '_') &&
				  scanner_is_within(scanner,
						    str_format(arena, "HAS_%.*s", STR_ARG(part)));
		}
		if (!guarded) {
			composer_complain(scanner->composer, DIAGNOSTIC_TEMPLATE_UNKNOWN_VALUE,
					  scanner_place(scanner, tag->at),
					  scanner_line(scanner, tag->at), tag->name,
					  str_format(arena, "{{#HAS_%.*s}}", STR_ARG(tag->name)));
			return false;
		}
	}
	scanner_add(scanner, tag, MARKER_TEXT)->symbol = symbol;
	return true;
}

/* The rows' texts are sources, too: report.xml lies beside the narratives' folder. */
static void add_texts(struct scanner *scanner, const struct section *section,
		      enum attribute_id attribute)
{
	struct arena *arena = scanner->composer->arena;
	struct str narrative = scanner->composer->options->narrative;
	struct str folder = str_slice(narrative, 0, narrative.length - path_name(narrative).length);
	struct str path = str_format(arena, "%.*sreport.xml", STR_ARG(folder));

	for (size_t i = 0; i < section->record_count; i++) {
		const struct record *record = section->records[i];

		sources_add_text(scanner->sources, fact_markdown(arena, record, attribute),
				 (struct place){path, record->line, record->column});
	}
}

static bool scan_fact(struct scanner *scanner, const struct marker_tag *tag,
		      const struct symbol *symbol)
{
	const struct marker *rows = scanner_enclosing(scanner, SECTION_ELEMENT);

	if (scanner_refuse_modifier(scanner, tag))
		return false;
	if (!rows || rows->section.element != attribute_at(symbol->attribute)->element) {
		COMPLAIN(scanner, tag,
			 "{{%.*s}} is told of each <%s>: write it inside that section",
			 STR_ARG(tag->name),
			 element_at(attribute_at(symbol->attribute)->element)->tag);
		return false;
	}
	if (fact_is_markdown(symbol->attribute))
		add_texts(scanner, &rows->section, symbol->attribute);
	scanner_add(scanner, tag, MARKER_FACT)->symbol = symbol;
	return true;
}

struct row_word {
	const char *name;
	enum marker_kind kind;
	enum figure_variant variant;
};

static const struct row_word row_words[] = {
	{"NUMBER", MARKER_NUMBER, VARIANT_PLAIN},
	{"LABEL", MARKER_LABEL, VARIANT_PLAIN},
	{"LOWER_LABEL", MARKER_LOWER_LABEL, VARIANT_PLAIN},
	{"VALUE", MARKER_ROW_FIGURE, VARIANT_PLAIN},
	{"SHARE", MARKER_ROW_FIGURE, VARIANT_SHARE},
};

/* The words that every row has; *known says whether the tag's name is one of them. */
static bool scan_row_word(struct scanner *scanner, const struct marker_tag *tag, bool *known)
{
	const struct row_word *word = NULL;
	enum figure_variant variant;

	for (size_t i = 0; i < sizeof(row_words) / sizeof(row_words[0]); i++) {
		if (str_is(tag->name, row_words[i].name))
			word = &row_words[i];
	}
	*known = word != NULL;
	if (!word)
		return false;
	bool of_element =
		word->kind == MARKER_NUMBER && scanner_enclosing(scanner, SECTION_ELEMENT);

	if (!of_element && !scanner_enclosing(scanner, SECTION_FAMILY)) {
		COMPLAIN(scanner, tag,
			 "{{%s}} is told of each row: write it inside an EACH_ section",
			 word->name);
		return false;
	}
	bool takes_words = word->kind == MARKER_ROW_FIGURE && word->variant == VARIANT_PLAIN;

	if (!takes_words && scanner_refuse_modifier(scanner, tag))
		return false;
	if (!read_variant(scanner, tag, &variant))
		return false;
	struct marker *marker = scanner_add(scanner, tag, word->kind);

	marker->variant = variant == VARIANT_PLAIN ? word->variant : variant;
	return true;
}

void scan_value(struct scanner *scanner, const struct marker_tag *tag)
{
	const struct symbol *symbol = symbol_lookup(scanner->composer->symbols, tag->name);
	bool known, added = false;

	if (!symbol) {
		added = scan_row_word(scanner, tag, &known);
		if (!known && symbol_is_missing_element(scanner->composer, tag->name)) {
			/* Right inside {{#HAS_…}}, which is hidden; wrong anywhere else. */
			for (size_t i = 0; i < scanner->depth; i++) {
				const struct marker *open =
					&scanner->sources->markers[scanner->open[i].marker];

				if (str_starts(open->name, STR("HAS_")) &&
				    str_starts(tag->name,
					       str_slice(open->name, 4, open->name.length)))
					return;
			}
		}
		if (!known)
			scanner_complain_unknown(
				scanner, tag,
				symbol_nearest(scanner->composer->symbols, tag->name));
	} else if (symbol->kind == SYMBOL_MEASURE) {
		added = scan_measure(scanner, tag, symbol->measure);
	} else if (symbol->kind == SYMBOL_TEXT) {
		added = scan_text(scanner, tag, symbol);
	} else {
		added = scan_fact(scanner, tag, symbol);
	}
	if (added)
		scanner_print(scanner, tag, "", scanner_last(scanner));
}
