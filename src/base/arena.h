/*
 * Memory of one run.
 *
 * Everything that lives as long as the run comes from one arena and is given back with it, all at
 * once; a page or a line may have a short-lived arena of its own. Allocation can't fail: when the
 * machine has no memory left the program says so and ends with status 3, so no caller checks.
 */
#ifndef HEARTH_BASE_ARENA_H
#define HEARTH_BASE_ARENA_H

#include <stddef.h>

#include "base/memory.h"

struct arena_block;

struct arena {
	struct arena_block *newest;
	size_t largest; /* bytes of a block at most; 0: as is best for one that grows alone */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);
/* What `from` holds belongs to `arena` from now on; `from` is empty then. */
void arena_take_over(struct arena *arena, struct arena *from);

/* Zeroed memory, aligned for any type. A size of 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, aligned for pointers and what is smaller, so that many items stand closer. */
void *arena_words(struct arena *arena, size_t size);

/* Zeroed memory for bytes, aligned for none but them: texts stand close together. */
char *arena_bytes(struct arena *arena, size_t size);

/* Zeroed memory for `count` items; a product over SIZE_MAX ends the program as no memory does. */
void *arena_array(struct arena *arena, size_t count, size_t size);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

/*
 * Grows an array that was made by this function (or is NULL with *capacity 0) so that it holds at
 * least `needed` items; gives the array, moved or not. Doubling, so n pushes cost O(n).
 */
void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t needed, size_t size);

#endif
