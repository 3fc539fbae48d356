/*
 * Blocks of memory in a list; each is zeroed when it is made and given out from its beginning.
 * Owns the blocks. Knows nothing of what is kept in them.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	FIRST_BLOCK = 16 * 1024,
	LARGEST_BLOCK = 4 * 1024 * 1024,
	HUGE_PAGE = 2 * 1024 * 1024, /* from here on a block is the system's own mapping */
	ALIGNMENT = alignof(max_align_t)
};

struct arena_block {
	struct arena_block *older;
	size_t used, size;
	size_t mapped; /* bytes of its mapping; 0 when it lies on the heap */
	alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *arena)
{
	*arena = (struct arena){0};
}

void arena_release(struct arena *arena)
{
	struct arena_block *block = arena->newest;
	while (block) {
		struct arena_block *older = block->older;
		if (block->mapped)
			munmap(block, block->mapped);
		else
			free(block);
		block = older;
	}
	arena->newest = NULL;
}

void arena_take_over(struct arena *arena, struct arena *from)
{
	struct arena_block **end = &arena->newest;
	while (*end)
		end = &(*end)->older;
	*end = from->newest;
	from->newest = NULL;
}

/*
 * A mapping that begins where a huge page does: a large run's records are then reached with few
 * faults. Zero as the system gives it.
 */
static struct arena_block *map_block(size_t bytes)
{
	char *mapping = mmap(NULL, bytes + HUGE_PAGE, PROT_READ | PROT_WRITE,
			     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (mapping == MAP_FAILED)
		memory_exhausted();
	size_t before = -(uintptr_t)mapping % HUGE_PAGE;
	if (before)
		munmap(mapping, before);
	if (before < HUGE_PAGE)
		munmap(mapping + before + bytes, HUGE_PAGE - before);
	struct arena_block *block = (struct arena_block *)(mapping + before);
	madvise(block, bytes, MADV_HUGEPAGE); /* as a wish: without it all is only slower */
	block->mapped = bytes;
	return block;
}

static struct arena_block *block_make(size_t size)
{
	if (size > SIZE_MAX / 2)
		memory_exhausted();
	size_t bytes = sizeof(struct arena_block) + size;
	if (bytes >= HUGE_PAGE) {
		bytes = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
		struct arena_block *mapped = map_block(bytes);
		mapped->size = bytes - sizeof(*mapped);
		return mapped;
	}
	struct arena_block *block = calloc(1, bytes);
	if (!block)
		memory_exhausted();
	block->size = size;
	return block;
}

/* A block for one large item stands behind the newest, whose room stays in use. */
static void *alloc_large(struct arena *arena, size_t size)
{
	struct arena_block *block = block_make(size);
	block->used = size;
	if (arena->newest) {
		block->older = arena->newest->older;
		arena->newest->older = block;
	} else {
		arena->newest = block;
	}
	return block->bytes;
}

static void *alloc_in_new(struct arena *arena, size_t size)
{
	size_t wanted = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
	size_t largest = arena->largest ? arena->largest : LARGEST_BLOCK;
	if (wanted > largest - sizeof(struct arena_block))
		wanted = largest - sizeof(struct arena_block);
	if (size > wanted / 4)
		return alloc_large(arena, size);
	struct arena_block *block = block_make(wanted);
	block->older = arena->newest;
	block->used = size;
	arena->newest = block;
	return block->bytes;
}

static void *alloc_at(struct arena *arena, size_t size, size_t alignment)
{
	struct arena_block *block = arena->newest;
	if (block) {
		size_t from = (block->used + alignment - 1) & ~(alignment - 1);
		if (from <= block->size && size <= block->size - from) {
			block->used = from + size;
			return block->bytes + from;
		}
	}
	return alloc_in_new(arena, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return alloc_at(arena, size, ALIGNMENT);
}

void *arena_words(struct arena *arena, size_t size)
{
	return alloc_at(arena, size, alignof(void *));
}

char *arena_bytes(struct arena *arena, size_t size)
{
	return alloc_at(arena, size, 1);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes))
		memory_exhausted();
	return arena_alloc(arena, bytes);
}

void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t needed, size_t size)
{
	if (needed <= *capacity)
		return items;
	size_t wanted = *capacity ? *capacity : 8;
	while (wanted < needed) {
		if (__builtin_mul_overflow(wanted, (size_t)2, &wanted))
			memory_exhausted();
	}
	void *grown = arena_array(arena, wanted, size);
	if (*capacity)
		memcpy(grown, items, *capacity * size);
	*capacity = wanted;
	return grown;
}
