/*
 * How new packs take the places of former ones: all of them, or none.
 *
 * Each is written whole beside its target and flushed. Then the journal is written, the folders
 * change places one by one (renameat2 with RENAME_EXCHANGE), former packs that are to be kept get
 * their names, and the journal goes: that is the moment from which the new packs stand. Former
 * drafts are removed last. Whatever fails before that moment is undone; a run that dies is put
 * right by the next (recover.h).
 */
#ifndef HEARTH_PUBLISH_SWAP_H
#define HEARTH_PUBLISH_SWAP_H

#include "publish/journal.h"
#include "publish/pack.h"
#include "publish/standing.h"

struct swap_item {
	struct pack *pack;
	struct standing before; /* what stands in the pack's place */
	struct str workshop;	/* where the new pack is written, later where the former one is */
	struct str kept;	/* the former one's name, once it is there */
	bool is_placed, is_kept;
};

struct swap {
	struct arena *arena;
	struct str output;
	struct swap_item *items;
	struct journal_line *lines;
	size_t count;
	bool is_standing; /* the journal is gone: nothing is undone any more */
};

/*
 * Makes the packs change places with what stands before them (`before`, no STANDING_OTHER), with
 * the lock held. False with *why: everything is then as it was, or the next run makes it so.
 */
bool swap_packs(struct swap *swap, struct str *why);

#endif
