/*
 * A hash map from strings to pointers. Keys are not copied: they live as long as the map. Hashing
 * is keyed (XXH3 with a seed), so that input can't choose its collisions by accident; growth keeps
 * every look-up O(1).
 */
#ifndef HEARTH_BASE_MAP_H
#define HEARTH_BASE_MAP_H

#include "base/str.h"

struct map_slot {
	struct str key;
	uint64_t hash;
	void *value;
};

struct map {
	struct arena *arena;
	struct map_slot *slots;
	size_t capacity; /* 0 or a power of two */
	size_t count;
};

void map_init(struct map *map, struct arena *arena);
/* The place of the key's value, made (holding NULL) when the key is new. Valid until the next. */
void **map_place(struct map *map, struct str key);
/* The value, borrowed; NULL when the key is not there. */
void *map_lookup(const struct map *map, struct str key);

#endif
