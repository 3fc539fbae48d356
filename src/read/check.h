/*
 * What the facts of one record say together: dates in order, ages, facts that need each other.
 */
#ifndef HEARTH_READ_CHECK_H
#define HEARTH_READ_CHECK_H

#include "read/reader.h"

/* The place of the later of two dates that are compared only at the record's end. */
struct late_place {
	struct place place;
	char source[200];
	size_t source_length;
};

/* During the element's tag; `parent` is the record it belongs to, or NULL. */
void check_element(struct reader *reader, const struct record *record, const struct record *parent,
		   struct late_place *late);
/* At the record's end: what needs all its children. */
void check_complete(struct reader *reader, const struct record *record,
		    const struct late_place *late);

#endif
