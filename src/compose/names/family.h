/*
 * Families: measures whose names differ in one part, "enquiries.source.*". Nothing declares them;
 * they follow from the names.
 */
#ifndef HEARTH_COMPOSE_NAMES_FAMILY_H
#define HEARTH_COMPOSE_NAMES_FAMILY_H

#include "measure/measure.h"

struct family {
	enum measure_id *members; /* in the order of the measures */
	size_t count;
};

/*
 * The members of "enquiries.source" (one part more), "staff.team" (where none has one part more:
 * two, and the last the same of all) or "panel.*.heard" (the star is one part). None: count 0.
 */
struct family family_named(struct arena *arena, struct str name);
/* The same by marker, "ENQUIRIES_SOURCE". */
struct family family_marked(struct arena *arena, struct str marker);
/* The marker of the family that the marker nearly names; or NULL. */
const char *family_nearest(struct arena *arena, struct str marker);

#endif
