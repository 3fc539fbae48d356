/*
 * Open addressing with linear probing, at most two thirds full. Slots live in the map's arena; an
 * empty slot has the hash 0.
 */
#include "base/map.h"

#include <xxhash.h>

static const uint64_t SEED = 0x9e3779b97f4a7c15u;

void map_init(struct map *map, struct arena *arena)
{
	*map = (struct map){.arena = arena};
}

static uint64_t map_hash(struct str key)
{
	return XXH3_64bits_withSeed(key.length ? key.at : "", key.length, SEED) | 1;
}

/* The slot that holds the key, or the empty one where it belongs. */
static struct map_slot *slot_of(const struct map *map, struct str key, uint64_t hash)
{
	size_t mask = map->capacity - 1;
	size_t at = (size_t)(hash >> 1) & mask;
	while (map->slots[at].hash) {
		struct map_slot *slot = &map->slots[at];
		if (slot->hash == hash && str_equal(slot->key, key))
			return slot;
		at = (at + 1) & mask;
	}
	return &map->slots[at];
}

static void map_grow(struct map *map)
{
	struct map old = *map;
	map->capacity = old.capacity ? old.capacity * 2 : 16;
	map->slots = ARENA_ARRAY(map->arena, map->capacity, struct map_slot);
	for (size_t i = 0; i < old.capacity; i++) {
		if (old.slots[i].hash)
			*slot_of(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
	}
}

void **map_place(struct map *map, struct str key)
{
	uint64_t hash = map_hash(key);
	if (map->count >= map->capacity / 3 * 2)
		map_grow(map);
	struct map_slot *slot = slot_of(map, key, hash);
	if (!slot->hash) {
		*slot = (struct map_slot){.key = key, .hash = hash};
		map->count++;
	}
	return &slot->value;
}

void *map_lookup(const struct map *map, struct str key)
{
	return map->capacity ? slot_of(map, key, map_hash(key))->value : NULL;
}
