/* Memory from the system, which never comes as NULL: where there is none left the run ends. */
#ifndef HEARTH_MEMORY_H
#define HEARTH_MEMORY_H

#include <stddef.h>

/* Heap memory for the few things that outgrow an arena (buffers); same promise: never NULL. */
void *memory_resize(void *memory, size_t size);

/*
 * Ends the program with status 3, saying that memory ran out. Whoever allocates ends here,
 * libraries too, since the program's malloc() is memory.c's.
 */
_Noreturn void memory_exhausted(void);

/*
 * What is done before that end, by which nothing half-written stays behind: called once, at any
 * moment, with a megabyte of memory that was kept back. NULL: nothing any more.
 */
void memory_undo_with(void (*undo)(void));

#endif
