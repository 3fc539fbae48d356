/*
 * Checks across records: none is an error of the extract, each is worth an officer's look. Only
 * what bears on the year is checked: approvals and incentives dated in it, and what is open on its
 * last day.
 */
#ifndef HEARTH_MEASURE_TRIAL_RECORDS_CHECK_H
#define HEARTH_MEASURE_TRIAL_RECORDS_CHECK_H

#include "read/extract.h"

enum record_check {
#define RECORD_CHECK(id, name, words) RECORD_CHECK_##id,
#include "measure/trial/records_check.def"
	RECORD_CHECK_COUNT
};

/* How many of each kind were found: the table of the data's quality. */
struct record_quality {
	size_t found[RECORD_CHECK_COUNT];
};

const char *record_check_name(enum record_check check);	 /* "two-open-placements" */
const char *record_check_words(enum record_check check); /* "a child with two open placements" */

/*
 * Checks all records; fills `quality`. Of each kind the first five are warnings, each naming both
 * places, and a sixth says how many more there are.
 */
void records_check(const struct extract *extract, const struct period *period,
		   struct record_quality *quality, struct diagnostics *diagnostics);

#endif
