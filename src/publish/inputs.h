/* What a pack was made from: every file read, with its checksum, for the manifest. */
#ifndef HEARTH_PUBLISH_INPUTS_H
#define HEARTH_PUBLISH_INPUTS_H

#include "publish/manifest.h"

struct inputs {
	struct arena *arena;
	struct manifest_file *files;
	size_t count, capacity;
};

/*
 * Notes a file under `name`, a path that is the same wherever the input stands; one that is not
 * there is passed over. False with *why when a file can't be read.
 */
bool inputs_add(struct inputs *inputs, struct str name, struct str path, struct str *why);
/* Every file in the folder and the folders in it, under `name`/... */
bool inputs_add_folder(struct inputs *inputs, struct str name, struct str folder, struct str *why);

#endif
