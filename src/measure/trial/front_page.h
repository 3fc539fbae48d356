/*
 * The front page against the year: what was left from another year, and what can't have been yet.
 */
#ifndef HEARTH_MEASURE_TRIAL_FRONT_PAGE_H
#define HEARTH_MEASURE_TRIAL_FRONT_PAGE_H

#include "base/date.h"
#include "base/diagnostic.h"
#include "read/record.h"

/*
 * Checks report.xml, read from `path`, against the period of its folder: its year is the folder's;
 * nothing is signed before the year is over; the meeting is not before what it takes was signed;
 * the statement is for the next year, and its review still to come when it was written; members'
 * decisions come with a meeting that has been by `today`. What is wrong is an error. False when
 * there was any.
 */
bool front_page_check(const struct record *report, const struct period *period, int32_t today,
		      struct str path, struct diagnostics *diagnostics);

#endif
