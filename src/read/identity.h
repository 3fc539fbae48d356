/*
 * Which records there are by element and id: the same one twice, two that clash, households that
 * are named but nowhere held.
 */
#ifndef HEARTH_IDENTITY_H
#define HEARTH_IDENTITY_H

#include "base/map.h"
#include "read/record.h"

/* A place without its file's name, of which there may be many. */
struct spot {
	uint32_t file, line, column;
};

struct identity {
	struct record *record; /* the first that holds the id; NULL while it is only named */
	uint64_t digest[2];    /* of what the record says */
	struct spot named;     /* where a household was first named; line 0 when it was not */
	const char *named_as;
};

enum identity_kind { IDENTITY_NEW, IDENTITY_SAME, IDENTITY_CLASH };

struct identities {
	struct arena *arena;
	struct map by_id[ELEMENT_COUNT];
	struct identity **named; /* households that were named before a record held them */
	size_t named_count, named_capacity;
};

void identities_init(struct identities *identities, struct arena *arena);

/* What the record is beside those before; *first is the first of its id. */
enum identity_kind identities_add(struct identities *identities, struct record *record,
				  const char *id, struct str canonical,
				  const struct identity **first);

/* Whether this household is named for the first time and not held yet: then identity->named is to
 * be set. */
struct identity *identities_name(struct identities *identities, const char *household);

#endif
