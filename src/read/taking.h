/*
 * The records of an extract as they are read, each checked by itself; what several say together is
 * asked of those who take them, in the order as written.
 */
#ifndef HEARTH_READ_TAKING_H
#define HEARTH_READ_TAKING_H

#include "read/check.h"
#include "read/identity.h"
#include "read/reader.h"

struct taking {
	struct reader reader;
	void *taker; /* for the three below */
	/* The root's attributes, during its tag; may be NULL. */
	void (*root)(void *taker, struct record *root);
	/* A record that is complete, whose id may be NULL; or a household that one names. */
	void (*ask)(void *taker, const struct pending *pending);
	void (*progress)(void *taker, uint64_t taken); /* may be NULL */

	uint64_t root_end; /* where the root's start tag ends; 0: it has not come, or is no extract
			    */
	struct record *current; /* the child of the root that is being read */
	struct late_place late;
};

void taking_init(struct taking *taking, struct arena *arena, struct diagnostics *diagnostics);
void taking_release(struct taking *taking);

#endif
