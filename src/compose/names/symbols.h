/*
 * The names that templates may use, and what each stands for. Measures, the period, and the facts
 * of authority.xml and report.xml, whose names come mechanically from the vocabulary:
 *
 *   CONTACT_FOSTERING_TELEPHONE   an element with an id: ELEMENT_ID_ATTRIBUTE ("value" is left off)
 *   MEETING_DATE, AUTHORITY_NAME  one that comes at most once, and the root: ELEMENT_ATTRIBUTE
 *   IMPLICATION_TITLE             one that repeats: within its section {{#IMPLICATION}}
 */
#ifndef HEARTH_COMPOSE_NAMES_SYMBOLS_H
#define HEARTH_COMPOSE_NAMES_SYMBOLS_H

#include "compose/names/composer.h"
#include "compose/names/family.h"
#include "compose/names/words.h"

enum symbol_kind {
	SYMBOL_MEASURE,
	SYMBOL_TEXT,
	SYMBOL_ROW, /* a fact of a repeated element */
};

struct symbol {
	enum symbol_kind kind;
	enum measure_id measure;
	bool given;	 /* TEXT: the file says it */
	bool address;	 /* its "; " part lines */
	struct str text; /* TEXT: as printed */
	enum attribute_id attribute;
};

enum section_kind {
	SECTION_SHOWN,	 /* once or not at all: `shown` */
	SECTION_FAMILY,	 /* once for each measure of `family` that is not 0 */
	SECTION_ELEMENT, /* once for each record in `records` */
	SECTION_ROW_HAS, /* whether the row gives `attribute` */
	SECTION_MORE,	 /* not in the last row */
};

struct section {
	enum section_kind kind;
	bool shown;
	struct family family;
	const struct record **records;
	size_t record_count;
	enum element_id element;
	enum attribute_id attribute;
};

struct symbols *symbols_new(struct composer *composer);
const struct symbol *symbol_lookup(const struct symbols *symbols, struct str name);
/* False when there is no such section. */
bool section_lookup(const struct composer *composer, struct str name, struct section *section);
/*
 * Whether the name is a fact of an id'd element that this council's file doesn't hold: no error
 * inside {{#HAS_ELEMENT_ID}}. *element is what HAS_ must name: "CONTACT_OUT_OF_HOURS".
 */
bool symbol_is_missing_element(const struct composer *composer, struct str name);

/* What was probably meant; NULL when nothing is near. */
const char *symbol_nearest(const struct symbols *symbols, struct str name);
const char *section_nearest(const struct composer *composer, struct str name);

/* Whether it is a text of report.xml, which is Markdown and may hold markers that print. */
bool fact_is_markdown(enum attribute_id attribute);
/* Such a text as it was written. */
struct str fact_markdown(struct arena *arena, const struct record *record,
			 enum attribute_id attribute);

/* A record's fact as a document prints it; empty when it is absent. */
struct str fact_words(struct arena *arena, const struct record *record,
		      enum attribute_id attribute);

#endif
