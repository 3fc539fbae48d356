/*
 * A chart while it is made. Private to chart.c (categories and series), chart_words.c (title, note)
 * and chart_table.c (the table behind it).
 */
#ifndef HEARTH_CHART_DRAFT_H
#define HEARTH_CHART_DRAFT_H

#include "compose/sketch.h"

/* One <series>. */
struct series {
	const struct record *record;
	struct str label;
	struct str area;	 /* dots: whose published figure; empty: the computed one */
	enum measure_id measure; /* years */
};

/* A chart while it is made: what the struct chart does not keep. */
struct chart_draft {
	struct sketch *sketch;
	const struct record *record;
	struct chart *chart;
	struct series *series;
	size_t series_count;		 /* 1 at least */
	enum measure_id of;		 /* the whole; or NONE */
	struct chart_category *left_out; /* of 0: in the table, but no bars */
	size_t left_out_count;
	size_t capacity;
	struct str sources;
	bool ordered, years;
};

/* Whether a series is an area's published figures. */
bool draft_has_areas(const struct chart_draft *draft);

/* Whether the parts are the whole, so that a row may say so. */
bool draft_is_whole(const struct chart_draft *draft);

/* The words of the largest and the smallest of the first series. */
struct chart_words draft_words(const struct chart_draft *draft);
/* Title, subtitle, note, source. */
void draft_finish_words(struct chart_draft *draft, const struct chart_words *words);

/* The table: a row for each category, those left out of the picture too; `whole` adds their sum. */
struct table *draft_table(struct chart_draft *draft, bool whole);

#endif
