/*
 * Identities by id, one table for each element name.
 */
#include "read/identity.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

static const uint64_t SEED = 0x9e3779b97f4a7c15u;

void identities_init(struct identities *identities, struct arena *arena)
{
	*identities = (struct identities){.arena = arena};
}

void identities_release(struct identities *identities)
{
	for (int i = 0; i < ELEMENT_COUNT; i++)
		free(identities->by_id[i].slots);
}

/* --- the table ------------------------------------------------------------------------------- */

static uint64_t hash_of(const char *id)
{
	return XXH3_64bits_withSeed(id, strlen(id), SEED) | 1;
}

static size_t home_of(const struct identity_table *table, uint64_t hash)
{
	return (size_t)(hash >> 1) & (table->capacity - 1);
}

/* The slot of the id, or the empty one where it belongs. */
static struct identity_slot *slot_of(const struct identity_table *table, const char *id,
				     uint64_t hash)
{
	size_t at = home_of(table, hash);
	while (table->slots[at].hash &&
	       (table->slots[at].hash != hash || strcmp(table->slots[at].identity->id, id) != 0))
		at = (at + 1) & (table->capacity - 1);
	return &table->slots[at];
}

static void table_grow(struct identity_table *table)
{
	struct identity_table old = *table;
	table->capacity = old.capacity ? old.capacity * 2 : 64;
	table->slots = calloc(table->capacity, sizeof(*table->slots));
	if (!table->slots)
		memory_exhausted();
	for (size_t i = 0; i < old.capacity; i++) {
		size_t at = home_of(table, old.slots[i].hash);
		if (!old.slots[i].hash)
			continue;
		while (table->slots[at].hash)
			at = (at + 1) & (table->capacity - 1);
		table->slots[at] = old.slots[i];
	}
	free(old.slots);
}

static struct identity_table *table_of(struct identities *identities, const struct pending *pending)
{
	return &identities->by_id[pending->record ? pending->record->element : ELEMENT_HOUSEHOLD];
}

static struct record_identity *find_or_make(struct identities *identities,
					    const struct pending *pending)
{
	struct identity_table *table = table_of(identities, pending);
	if (table->count >= table->capacity / 3 * 2)
		table_grow(table);
	struct identity_slot *slot = slot_of(table, pending->id, pending->hash);
	if (!slot->hash) {
		slot->hash = pending->hash;
		slot->identity = arena_words(identities->arena, sizeof(*slot->identity));
		slot->identity->id = pending->id;
		table->count++;
	}
	return slot->identity;
}

static void await_slot(const struct identity_table *table, uint64_t hash)
{
	if (table->capacity)
		__builtin_prefetch(&table->slots[home_of(table, hash)]);
}

static void await_identity(const struct identity_table *table, uint64_t hash)
{
	if (table->capacity && table->slots[home_of(table, hash)].hash == hash)
		__builtin_prefetch(table->slots[home_of(table, hash)].identity);
}

/* --- what comes of it ------------------------------------------------------------------------ */

static void judge(struct identities *identities, struct record_identity *identity,
		  const struct pending *pending)
{
	enum identity_kind kind = IDENTITY_NEW;
	if (!identity->record) {
		identity->record = pending->record;
		identity->digest = pending->digest;
	} else {
		kind = identity->digest == pending->digest ? IDENTITY_SAME : IDENTITY_CLASH;
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
	struct record_identity *identity = find_or_make(identities, pending);
	if (pending->record)
		judge(identities, identity, pending);
	else
		note_named(identities, identity, pending);
}

void identities_settle(struct identities *identities)
{
	for (size_t i = 0; i < identities->pending_count; i++) {
		const struct pending *pending = &identities->pending[i];
		await_identity(table_of(identities, pending), pending->hash);
	}
	for (size_t i = 0; i < identities->pending_count; i++)
		answer(identities, &identities->pending[i]);
	identities->pending_count = 0;
}

struct pending identity_of(struct record *record, const char *id, uint64_t digest)
{
	return (struct pending){.record = record, .id = id, .hash = hash_of(id), .digest = digest};
}

struct pending identity_named(const char *household, struct spot named)
{
	return (struct pending){.id = household, .hash = hash_of(household), .named = named};
}

void identities_ask(struct identities *identities, const struct pending *pending)
{
	await_slot(table_of(identities, pending), pending->hash);
	identities->pending[identities->pending_count++] = *pending;
	if (identities->pending_count == MOST_PENDING)
		identities_settle(identities);
}
