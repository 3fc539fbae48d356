/* Owns the names under which inputs are listed. */
#include "publish/inputs.h"

#include "base/file.h"
#include "base/files.h"

static const struct input_folder *folder_of(struct str path, const struct input_folder *folders,
					    size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (path_is_inside(path, folders[i].path))
			return &folders[i];
	return NULL;
}

struct manifest_file *inputs_read(struct arena *arena, const struct input_folder *folders,
				  size_t folder_count, size_t *count)
{
	size_t read;
	struct file *const *files = files_read_so_far(&read);
	struct manifest_file *inputs = ARENA_ARRAY(arena, read, struct manifest_file);

	*count = 0;
	for (size_t i = 0; i < read; i++) {
		const struct input_folder *folder =
			folder_of(files[i]->path, folders, folder_count);

		if (!folder || !folder->name.length)
			continue;
		struct str rest =
			str_slice(files[i]->path, folder->path.length, files[i]->path.length);

		while (str_starts(rest, STR("/")))
			rest = str_slice(rest, 1, rest.length);
		inputs[(*count)++] =
			(struct manifest_file){.name = path_join(arena, folder->name, rest),
					       .size = (int64_t)files[i]->about.st_size,
					       .sha256 = files[i]->sha256};
	}
	return inputs;
}
