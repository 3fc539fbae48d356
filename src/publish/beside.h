/*
 * What stands beside a pack in the output folder, and the steps by which folders change places.
 *
 *   .2024-25.building    a pack that is being written; never anything else
 *   .2024-25.swapping    a whole new pack or, once they have changed places, the former one
 *   .2024-25.discarded   a draft that is being removed
 *   .2024-25.sealing     a sealed pack's manifest, until it takes the place of the draft's
 *   .hearth-swap         which packs are changing places (swap.h)
 *
 * What a run that died has left of these the next one finds by their names (recover.h).
 */
#ifndef HEARTH_PUBLISH_BESIDE_H
#define HEARTH_PUBLISH_BESIDE_H

#include "base/str.h"

#define JOURNAL_NAME ".hearth-swap"

struct str pack_parent(struct str folder); /* "output" of "output/2024-25"; "." of "2024-25" */
/* "output/.2024-25.building" for "building". */
struct str pack_beside(struct arena *arena, struct str folder, const char *ending);

/* renameat2() with `flags`; false with *why. Nothing is allocated once the rename was made. */
bool pack_move(struct arena *arena, struct str from, struct str to, unsigned flags,
	       struct str *why);
/*
 * Moves what `from` holds to the first free name: output/2024-25.2025-06-17 by the day of its seal,
 * output/2024-25.former when that isn't known (0); with .2 and so on behind it when that is taken,
 * by whatever it may be. *kept is the name.
 */
bool pack_keep(struct arena *arena, struct str from, struct str folder, int64_t sealed,
	       struct str *kept, struct str *why);
/* Removes a draft, or what was written of one; a run that dies meanwhile leaves it .discarded. */
bool pack_discard(struct arena *arena, struct str from, struct str folder, struct str *why);

/* Sees to it that the entries of a folder are on disk. */
bool folder_flush(struct arena *arena, struct str folder, struct str *why);

#endif
