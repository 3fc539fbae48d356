/*
 * A chart while it is made. Private to chart.c (categories and series), chart_words.c (title, note)
 * and chart_table.c (the table behind it).
 */
#ifndef HEARTH_COMPOSE_DATA_CHART_DRAFT_H
#define HEARTH_COMPOSE_DATA_CHART_DRAFT_H

#include "compose/data/sketch.h"

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
	struct chart_category *absent; /* not available: in the table alone */
	size_t absent_count;
	size_t capacity;
	struct str sources;
	bool ordered, years;
};

#endif
