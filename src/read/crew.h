/*
 * The workers of a run: each reads pieces of the extract that is being read, ahead of the one who
 * reads the file in its order and decides which of what they found may count.
 *
 * A worker's parser is told the file's beginning up to the root's tag, and then a piece as if it
 * followed. What it found counts only if the piece is sound and ends where it began, between two
 * records, if it holds no name of an element or attribute that the worker had not met, and if the
 * file's own reader has come to the piece's beginning in that state, too. For any other piece
 * nothing is lost but time: the file's own reader reads it once more. So workers say nothing to
 * anybody.
 */
#ifndef HEARTH_READ_CREW_H
#define HEARTH_READ_CREW_H

#include <pthread.h>

#include "read/taking.h"
#include "read/xml/pieces.h"

enum { MOST_JOBS = 16, MOST_SLOTS = 2 * MOST_JOBS + 2 };

/* A piece that waits, and what was found in it. */
struct slot {
	struct file_piece piece;
	enum slot_state { SLOT_OWN, SLOT_READY, SLOT_TAKEN, SLOT_DONE } state;
	bool sound;
	struct pending *asks;
	size_t ask_count, ask_capacity;
};

struct crew;

struct worker {
	struct crew *crew;
	struct taking taking;
	struct arena arena;   /* of its records */
	struct arena scratch; /* of its diagnostics, which nobody reads */
	struct diagnostics found;
	struct xml *xml; /* NULL: to be made anew */
	size_t names, file_number;
	struct slot *slot;
	pthread_t thread;
};

struct crew {
	size_t jobs, threads; /* wanted; at work beside the one who reads the file */
	bool begun, leaving;
	pthread_mutex_t lock; /* of all below, and of the slots' states */
	pthread_cond_t changed;
	struct slot slots[MOST_SLOTS];
	size_t first, count, slot_count;
	struct str file, head; /* head: the file up to its root's tag; empty: not known yet */
	uint32_t file_index;
	size_t file_number;
	const struct map *told;
	struct worker workers[MOST_JOBS]; /* the last is that of the file's own reader */
};

/* jobs: 0 for as many as this process has cores. */
void crew_init(struct crew *crew, size_t jobs);
/* Ends the threads; the records belong to `arena` then. */
void crew_release(struct crew *crew, struct arena *arena);

/* A file begins; its pieces are the file's own reader's until the head is known. */
void crew_begin(struct crew *crew, struct str file, uint32_t file_index);
void crew_head(struct crew *crew, struct str head); /* as long-lived as the file */
/* Unknown attributes that were told so far; never changed, only replaced. */
void crew_tell(struct crew *crew, const struct map *told);

bool crew_has_room(const struct crew *crew);
/* A slot for the next piece, which crew_add() puts behind the others. */
struct slot *crew_next(struct crew *crew);
void crew_add(struct crew *crew);
/* Waits until the first piece is done, or one's own; and lets go of it. */
struct slot *crew_first(struct crew *crew);
void crew_drop(struct crew *crew);
/* Nothing of what waits is needed. */
void crew_end(struct crew *crew);

#endif
