/*
 * All that a year's documents are made from: the figures, the years before, the figures to compare
 * with, and who the council is. Built once by the pipeline, then only read.
 */
#ifndef HEARTH_MEASURE_FACTS_H
#define HEARTH_MEASURE_FACTS_H

#include "measure/measure.h"

/* An earlier year, as it was published. Figures that were not published are not known. */
struct past_year {
	struct figures figures;
	struct str source; /* "the sealed pack of 2023-24" or what history.xml says */
	const char *
		*written; /* MEASURE_COUNT texts as published ("55%"); NULL where not published */
	struct place *places; /* MEASURE_COUNT: where each is written, for diagnostics */
	bool sealed;	      /* from a sealed pack, not from history.xml */
};

struct benchmark {
	struct str measure; /* a measure's name, or one that only the nation publishes */
	enum measure_id id; /* or MEASURE_NONE */
	struct str area;    /* "England", "Leicester" */
	struct str year;    /* the period whose last day it speaks of: "2024-25" */
	enum measure_unit unit;
	int64_t value;	     /* tenths or thousandths as a figure's */
	const char *written; /* as published: "67%", without decimals that nobody gave */
	struct str source;
};

struct facts {
	struct period period;
	struct figures figures;
	const struct record *authority; /* root of authority.xml, with its children */
	const struct record *report;	/* root of report.xml, with its children */
	struct past_year *past;		/* oldest first */
	size_t past_count;
	struct past_year *published;  /* this very year, as history.xml or a sealed pack has it: */
	size_t published_count;	      /* only to be compared with what is computed */
	struct benchmark *benchmarks; /* as written */
	size_t benchmark_count;
	/* That the case records are invented, and how many figures are not; empty: they are real.
	 */
	struct str sample, sample_in_short;  /* for a cover, which has little room */
	const struct past_year *sample_year; /* of a sample: what is real of this year; or NULL */
};

#endif
