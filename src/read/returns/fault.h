/*
 * Faults of returns: collected while rows are put together, told at the end.
 */
#ifndef HEARTH_READ_RETURNS_FAULT_H
#define HEARTH_READ_RETURNS_FAULT_H

#include "base/diagnostic.h"

enum return_fault {
#define FAULT(id, name, words) RETURN_FAULT_##id,
#include "read/returns/fault.def"
	RETURN_FAULT_COUNT
};

struct return_fault_found {
	enum return_fault fault;
	struct place place, other; /* `other` without a file: there is none */
};

struct return_faults {
	struct arena *arena;
	struct return_fault_found *found;
	size_t count, capacity;
};

void return_faults_add(struct return_faults *faults, enum return_fault fault, struct place place,
		       struct place other);
/*
 * Of each kind the first five, in the order of their places, and a line that says how many more
 * there are; `counts` gets how many there are of each.
 */
void return_faults_tell(struct return_faults *faults, size_t counts[RETURN_FAULT_COUNT],
			struct diagnostics *diagnostics);

#endif
