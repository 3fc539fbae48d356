/*
 * Charts and tables as data.xml declares them, sketched from the facts. Private to data.c,
 * sketch.c, chart*.c, table.c and describe.c.
 */
#ifndef HEARTH_COMPOSE_DATA_SKETCH_H
#define HEARTH_COMPOSE_DATA_SKETCH_H

#include "compose/data/data.h"
#include "compose/names/symbols.h"
#include "read/extract.h"

struct sketch {
	struct composer *composer;
	struct arena *arena;
	const struct facts *facts;
	struct str path; /* of data.xml */
};

/* Words that only a chart's own texts may use; the strings are empty where there is none. */
struct chart_words {
	struct str largest_label, largest_value, largest_share;
	struct str smallest_label, smallest_value, smallest_share;
	struct str total;
	bool largest_tied, smallest_tied; /* or there is nothing that could be largest */
};

/* Text of data.xml with its markers filled in, typeset. `words` may be NULL. */
struct str sketch_text(struct sketch *sketch, const struct record *record,
		       enum attribute_id attribute, const struct chart_words *words);
/* The same for a text that is at hand. */
struct str sketch_fill(struct sketch *sketch, const struct record *record, struct str text,
		       const struct chart_words *words);
struct place sketch_place(const struct sketch *sketch, const struct record *record);
/* The measures that an attribute names, parted by spaces; unknown ones are errors. */
enum measure_id *sketch_measures(struct sketch *sketch, const struct record *record,
				 enum attribute_id attribute, size_t *count);
enum measure_id sketch_measure(struct sketch *sketch, const struct record *record,
			       enum attribute_id attribute);
struct family sketch_family(struct sketch *sketch, const struct record *record,
			    enum attribute_id attribute);
size_t sketch_count(const struct record *record, enum element_id element);

/* "Leicester City Council, case records of the fostering service, 2024-25" */
struct str sketch_own_source(struct sketch *sketch);
/* Adds a source to those in *sources, unless it is among them. */
void sketch_add_source(struct sketch *sketch, struct str *sources, struct str source);
/*
 * The past years from the first in which any of the measures was published, oldest first: years of
 * which nothing is known are among them, so that a gap is seen.
 */
const struct past_year **sketch_years(struct sketch *sketch, const enum measure_id *measures,
				      size_t measure_count, size_t *count);
/* Adds a sentence to *note. */
/* The notes on the reasons that `lacks`; `dash` is the one where there is no reason. */
void sketch_add_reasons(struct sketch *sketch, struct str *note, const bool *lacks,
			const char *dash);
void sketch_add_note(struct sketch *sketch, struct str *note, const char *sentence);

/* What a description must know beyond the chart. */
struct chart_context {
	const struct chart_category *left_out; /* of 0, and so without a bar */
	size_t left_out_count;
	bool sorted; /* the longest first */
	bool years;  /* the categories are years */
};

#endif
