/* authority.xml against the council that it is of: nothing in it may be another's. */
#ifndef HEARTH_MEASURE_TRIAL_AUTHORITY_H
#define HEARTH_MEASURE_TRIAL_AUTHORITY_H

#include "base/diagnostic.h"
#include "read/record.h"

/*
 * Warns where authority.xml, read from `path`, names another council or its website. Addresses are
 * let be: inspectors and ombudsmen have theirs in other cities.
 */
void authority_check(const struct record *authority, struct str path,
		     struct diagnostics *diagnostics);

#endif
