/*
 * What drawing charts and tables from data.xml shares. Private to data.c, chart.c, table.c and
 * describe.c.
 */
#ifndef HEARTH_DRAWING_H
#define HEARTH_DRAWING_H

#include "compose/data.h"
#include "compose/symbols.h"
#include "read/extract.h"

struct drawing {
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
struct str drawing_text(struct drawing *drawing, const struct record *record,
			enum attribute_id attribute, const struct chart_words *words);
/* The same for a text that is at hand. */
struct str drawing_fill(struct drawing *drawing, const struct record *record, struct str text,
			const struct chart_words *words);
struct place drawing_place(const struct drawing *drawing, const struct record *record);
/* The measures that an attribute names, parted by spaces; unknown ones are errors. */
enum measure_id *drawing_measures(struct drawing *drawing, const struct record *record,
				  enum attribute_id attribute, size_t *count);
enum measure_id drawing_measure(struct drawing *drawing, const struct record *record,
				enum attribute_id attribute);
struct family drawing_family(struct drawing *drawing, const struct record *record,
			     enum attribute_id attribute);
size_t drawing_count(const struct record *record, enum element_id element);

/* "Leicester City Council, case records of the fostering service, 2024-25" */
struct str drawing_own_source(struct drawing *drawing);
/* Adds a source to those in *sources, unless it is among them. */
void drawing_add_source(struct drawing *drawing, struct str *sources, struct str source);
/* The past years in which any of the measures was published, oldest first. */
const struct past_year **drawing_years(struct drawing *drawing, const enum measure_id *measures,
				       size_t measure_count, size_t *count);
/* Adds a sentence to *note. */
void drawing_add_note(struct drawing *drawing, struct str *note, const char *sentence);

struct chart *chart_draw_data(struct drawing *drawing, const struct record *record);
struct table *table_draw_data(struct drawing *drawing, const struct record *record);

/* describe.c: what the chart shows, in sentences made from its values alone. */
struct str chart_describe(struct arena *arena, const struct chart *chart,
			  const struct chart_category *left_out, size_t left_out_count,
			  bool sorted);

#endif
