/* What a pack was made from: every file that the run read, with its checksum, for the manifest. */
#ifndef HEARTH_PUBLISH_INPUTS_H
#define HEARTH_PUBLISH_INPUTS_H

#include "publish/manifest.h"

/* A folder, and its name in manifests: the same wherever the folder stands. */
struct input_folder {
	struct str path, name;
};

/*
 * The files that were read so far (base/files.h), each under the name of the first folder that
 * holds it; those of a folder whose name is empty, or of none, are left out.
 */
struct manifest_file *inputs_read(struct arena *arena, const struct input_folder *folders,
				  size_t folder_count, size_t *count);

#endif
