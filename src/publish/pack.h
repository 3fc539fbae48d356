/*
 * A pack: the folder output/2024-25 and all it holds.
 *
 * A pack is made whole in memory, written beside its target, flushed, and swapped into place in one
 * step (renameat2 with RENAME_EXCHANGE): whoever reads the folder sees the old pack or the new one.
 * A lock on the output folder keeps two builds apart.
 */
#ifndef HEARTH_PUBLISH_PACK_H
#define HEARTH_PUBLISH_PACK_H

#include "publish/manifest.h"

struct pack_file {
	struct str name; /* "charts/enquiries-by-source.svg" */
	struct str content;
};

struct pack {
	struct arena *arena;
	struct str folder; /* output/2024-25 */
	struct pack_file *files;
	size_t count, capacity;
};

void pack_init(struct pack *pack, struct arena *arena, struct str folder);
void pack_add(struct pack *pack, struct str name, struct str content); /* borrows both */

/* Adds manifest.json, which lists the files added so far, by name, and the inputs. */
void pack_add_manifest(struct pack *pack, struct manifest *manifest);

/* Whether the folder holds a sealed pack, and when it was sealed. */
bool pack_is_sealed(struct arena *arena, struct str folder, int64_t *sealed);

enum pack_result { PACK_DONE, PACK_SEALED, PACK_FAILED };
/*
 * Writes the pack and swaps it into place. A sealed pack in its place is left alone (PACK_SEALED)
 * unless `replace`, which keeps it beside as FOLDER.DAY, *kept; PACK_FAILED sets *why, and what was
 * there before is untouched.
 */
enum pack_result pack_publish(struct pack *pack, bool replace, struct str *kept, struct str *why);

#endif
