/*
 * What a record says, as 64 bits: the same for two records exactly when they say the same, but for
 * a likelihood of nil. Constant memory, however much is said.
 */
#ifndef HEARTH_READ_DIGEST_H
#define HEARTH_READ_DIGEST_H

#include <xxhash.h>

#include "base/str.h"

struct digest {
	struct buffer said;  /* not yet taken into the state */
	XXH3_state_t *state; /* made when a record first says more than fits */
	bool folded;	     /* the state holds the record's beginning */
};

void digest_release(struct digest *digest);

/* Begins a new record. */
void digest_clear(struct digest *digest);
/* A fact: two numbers that say which, and its value; or what it means, where only one value does.
 */
void digest_add_number(struct digest *digest, int element, int index, int64_t number);
void digest_add(struct digest *digest, int element, int index, struct str value);
/* The digest of all that was added since digest_clear(). */
uint64_t digest_take(struct digest *digest);

#endif
