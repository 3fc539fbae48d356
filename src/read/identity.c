/*
 * Identities by id, one map for each element name. Of what a record says only a digest of 128 bits
 * is kept, so two that differ are taken for the same with a likelihood of nil.
 */
#include "read/identity.h"

#include <xxhash.h>

void identities_init(struct identities *identities, struct arena *arena)
{
	*identities = (struct identities){.arena = arena};
	for (int i = 0; i < ELEMENT_COUNT; i++)
		map_init(&identities->by_id[i], arena);
}

static struct identity *place_of(struct identities *identities, enum element_id element,
				 const char *id)
{
	void **place = map_place(&identities->by_id[element], str_of(id));
	if (!*place)
		*place = ARENA_NEW(identities->arena, struct identity);
	return *place;
}

enum identity_kind identities_add(struct identities *identities, struct record *record,
				  const char *id, struct str canonical,
				  const struct identity **first)
{
	struct identity *identity = place_of(identities, record->element, id);
	XXH128_hash_t digest = XXH3_128bits(canonical.at, canonical.length);
	*first = identity;
	if (!identity->record) {
		identity->record = record;
		identity->digest[0] = digest.low64;
		identity->digest[1] = digest.high64;
		return IDENTITY_NEW;
	}
	bool same = identity->digest[0] == digest.low64 && identity->digest[1] == digest.high64;
	return same ? IDENTITY_SAME : IDENTITY_CLASH;
}

struct identity *identities_name(struct identities *identities, const char *household)
{
	struct identity *identity = place_of(identities, ELEMENT_HOUSEHOLD, household);
	if (identity->record || identity->named.line)
		return NULL;
	identities->named =
		arena_grow(identities->arena, identities->named, &identities->named_capacity,
			   identities->named_count + 1, sizeof(*identities->named));
	identities->named[identities->named_count++] = identity;
	return identity;
}
