/* Owns the list of what was read. */
#include "publish/inputs.h"

#include "base/file.h"

bool inputs_add(struct inputs *inputs, struct str name, struct str path, struct str *why)
{
	struct manifest_file file = {.name = name};

	if (!file_exists(path))
		return true;
	if (!sha256_file(inputs->arena, path, &file.sha256, &file.size, why))
		return false;
	inputs->files = arena_grow(inputs->arena, inputs->files, &inputs->capacity,
				   inputs->count + 1, sizeof *inputs->files);
	inputs->files[inputs->count++] = file;
	return true;
}

struct waiting {
	struct str name, folder;
	struct waiting *next;
};

static bool add_entries(struct inputs *inputs, const struct waiting *now, struct waiting **later,
			struct str *why)
{
	struct arena *arena = inputs->arena;
	struct folder_entry *entries;
	size_t count;

	if (!folder_list(arena, now->folder, &entries, &count, why))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str name = path_join(arena, now->name, entries[i].name);
		struct str path = path_join(arena, now->folder, entries[i].name);

		if (entries[i].is_folder) {
			struct waiting *folder = ARENA_NEW(arena, struct waiting);

			*folder = (struct waiting){name, path, *later};
			*later = folder;
		} else if (!inputs_add(inputs, name, path, why)) {
			return false;
		}
	}
	return true;
}

bool inputs_add_folder(struct inputs *inputs, struct str name, struct str folder, struct str *why)
{
	struct waiting first = {name, folder, NULL};
	struct waiting *left = &first;

	if (!folder_exists(folder))
		return true;
	while (left) {
		struct waiting *now = left;

		left = left->next;
		if (!add_entries(inputs, now, &left, why))
			return false;
	}
	return true;
}
