/*
 * Which records there are by element and id: the same one twice, two that clash, households that
 * are named but nowhere held.
 *
 * In a large run nearly every look-up waits for memory, so they are queued and made some dozens at
 * a time: what comes of them is told in the order in which they were asked.
 */
#ifndef HEARTH_READ_IDENTITY_H
#define HEARTH_READ_IDENTITY_H

#include "read/record.h"

/* A place without its file's name, of which there may be many. */
struct spot {
	uint32_t file, line, column;
};

struct record_identity {
	struct record *record; /* the first that holds the id; NULL while it is only named */
	const char *id;
	uint64_t digest;   /* of what the record says */
	struct spot named; /* where a household was first named; line 0 when a record came first */
};

enum identity_kind { IDENTITY_NEW, IDENTITY_SAME, IDENTITY_CLASH };

/* One question: of a record, or of a household that is named. */
struct pending {
	struct record *record; /* NULL: a household is named */
	const char *id;
	uint64_t hash;
	uint64_t digest;
	struct spot named;
};

enum { MOST_PENDING = 64 };

struct identity_slot {
	uint64_t hash; /* of the id; 0 in an empty slot */
	struct record_identity *identity;
};

/* Open addressing, at most two thirds full; on the heap, so that growing gives the old back. */
struct identity_table {
	struct identity_slot *slots;
	size_t capacity; /* 0 or a power of two */
	size_t count;
};

struct identities {
	struct arena *arena;
	struct identity_table by_id[ELEMENT_COUNT];
	struct record_identity **named; /* households that were named before a record held them */
	size_t named_count, named_capacity;
	struct pending pending[MOST_PENDING];
	size_t pending_count;
	/* Told of each record what it is beside those before; `first` is the first of its id. */
	void (*judge)(void *taker, struct record *record, enum identity_kind kind,
		      const struct record *first);
	void *taker;
};

void identities_init(struct identities *identities, struct arena *arena);
/* What is asked of a record that holds an id, or where a household is named. */
struct pending identity_of(struct record *record, const char *id, uint64_t digest);
struct pending identity_named(const char *household, struct spot named);
void identities_ask(struct identities *identities, const struct pending *pending);
/* Answers all that was asked; to be called at the end. */
void identities_settle(struct identities *identities);
void identities_release(struct identities *identities);

#endif
