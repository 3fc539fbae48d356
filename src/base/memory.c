/*
 * The program's own malloc(), calloc() and realloc(), which all libraries call, too: they ask the
 * system's, and where that has no memory left the run ends.
 *
 * Libraries can lose a failed allocation without a word: HarfBuzz goes on with an empty buffer,
 * libxml2 stops in the middle of a file, qsort() sorts another way. A figure could then differ, so
 * what has to be seen is seen here, once for all of them.
 */
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

enum { RESERVE = 1024 * 1024 };

static struct {
	void (*undo)(void);
	void *reserve;
} at_the_end;

void memory_undo_with(void (*undo)(void))
{
	free(at_the_end.reserve);
	at_the_end.reserve = undo ? memory_resize(NULL, RESERVE) : NULL;
	at_the_end.undo = undo;
}

_Noreturn void memory_exhausted(void)
{
	/* write(), since stdio may need memory; what can't be said here can't be said at all. */
	static const char message[] =
		"hearth: the machine has no memory left; what was there before is untouched\n";
	ssize_t ignored = write(STDERR_FILENO, message, sizeof(message) - 1);
	(void)ignored;
	void (*undo)(void) = at_the_end.undo;
	void *reserve = at_the_end.reserve;
	at_the_end.undo = NULL; /* undoing ends here, too, when even the reserve doesn't last */
	at_the_end.reserve = NULL;
	free(reserve);
	if (undo)
		undo();
	_exit(3);
}

void *memory_resize(void *memory, size_t size)
{
	void *resized = realloc(memory, size ? size : 1);
	if (!resized)
		memory_exhausted();
	return resized;
}

/* The sanitizers bring an allocator of their own, which ends the process when memory runs out. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OWN_ALLOCATOR
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OWN_ALLOCATOR
#endif

#ifndef OWN_ALLOCATOR

/* The next of that name behind the program: the C library's, or what a tool has put before it. */
static void *system_function(const char *name)
{
	void *found = dlsym(RTLD_NEXT, name);

	if (!found)
		memory_exhausted();
	return found;
}

void *malloc(size_t size)
{
	static void *(*system_malloc)(size_t);

	if (!system_malloc)
		system_malloc = (void *(*)(size_t))system_function("malloc");
	void *memory = system_malloc(size);

	if (!memory)
		memory_exhausted();
	return memory;
}

void *calloc(size_t count, size_t size)
{
	static void *(*system_calloc)(size_t, size_t);

	if (!system_calloc)
		system_calloc = (void *(*)(size_t, size_t))system_function("calloc");
	void *memory = system_calloc(count, size);

	if (!memory)
		memory_exhausted();
	return memory;
}

void *realloc(void *memory, size_t size)
{
	static void *(*system_realloc)(void *, size_t);

	if (!system_realloc)
		system_realloc = (void *(*)(void *, size_t))system_function("realloc");
	void *resized = system_realloc(memory, size);

	if (!resized && size)
		memory_exhausted();
	return resized;
}

#endif
