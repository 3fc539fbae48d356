/*
 * Identities by id, one map for each element name.
 */
#include "read/identity.h"

void identities_init(struct identities *identities, struct arena *arena)
{
	*identities = (struct identities){.arena = arena};
	for (int i = 0; i < ELEMENT_COUNT; i++)
		map_init(&identities->by_id[i], arena);
}

static struct map *map_of(struct identities *identities, const struct pending *pending)
{
	return &identities->by_id[pending->record ? pending->record->element : ELEMENT_HOUSEHOLD];
}

static void judge(struct identities *identities, struct record_identity *identity,
		  const struct pending *pending)
{
	enum identity_kind kind = IDENTITY_NEW;
	if (!identity->record) {
		identity->record = pending->record;
		identity->digest[0] = pending->digest[0];
		identity->digest[1] = pending->digest[1];
	} else {
		bool same = identity->digest[0] == pending->digest[0] &&
			    identity->digest[1] == pending->digest[1];
		kind = same ? IDENTITY_SAME : IDENTITY_CLASH;
	}
	identities->judge(identities->taker, pending->record, kind, identity->record);
}

static void note_named(struct identities *identities, struct record_identity *identity,
		       const struct pending *pending)
{
	if (identity->record || identity->named.line)
		return;
	identity->named = pending->named;
	identities->named =
		arena_grow(identities->arena, identities->named, &identities->named_capacity,
			   identities->named_count + 1, sizeof(struct record_identity *));
	identities->named[identities->named_count++] = identity;
}

static void answer(struct identities *identities, const struct pending *pending)
{
	void **place =
		map_place_hashed(map_of(identities, pending), str_of(pending->id), pending->hash);
	struct record_identity *identity = *place;
	if (!identity) {
		identity = ARENA_NEW(identities->arena, struct record_identity);
		identity->id = pending->id;
		*place = identity;
	}
	if (pending->record)
		judge(identities, identity, pending);
	else
		note_named(identities, identity, pending);
}

void identities_settle(struct identities *identities)
{
	for (size_t i = 0; i < identities->pending_count; i++) {
		const struct pending *pending = &identities->pending[i];
		map_await_value(map_of(identities, pending), pending->hash);
	}
	for (size_t i = 0; i < identities->pending_count; i++)
		answer(identities, &identities->pending[i]);
	identities->pending_count = 0;
}

static void ask(struct identities *identities, struct pending pending)
{
	pending.hash = map_hash(str_of(pending.id));
	map_await_slot(map_of(identities, &pending), pending.hash);
	identities->pending[identities->pending_count++] = pending;
	if (identities->pending_count == MOST_PENDING)
		identities_settle(identities);
}

void identities_add(struct identities *identities, struct record *record, const char *id,
		    const uint64_t digest[2])
{
	ask(identities,
	    (struct pending){.record = record, .id = id, .digest = {digest[0], digest[1]}});
}

void identities_name(struct identities *identities, const char *household, struct spot named)
{
	ask(identities, (struct pending){.id = household, .named = named});
}
