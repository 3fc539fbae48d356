/* A pack: the folder output/2024-25 and all it holds, made whole in memory. */
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
	struct str kept;   /* what the former pack is called, once this one has its place */
	struct pack_file *files;
	size_t count, capacity;
};

void pack_init(struct pack *pack, struct arena *arena, struct str folder);
void pack_add(struct pack *pack, struct str name, struct str content); /* borrows both */

/* Adds manifest.json, which lists the files added so far, by name, and the inputs. */
void pack_add_manifest(struct pack *pack, struct manifest *manifest);

#endif
