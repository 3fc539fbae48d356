/* Owns the list of a pack's files. */
#include "publish/pack.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/files.h"

void pack_init(struct pack *pack, struct arena *arena, struct str folder)
{
	*pack = (struct pack){.arena = arena, .folder = folder};
}

void pack_add(struct pack *pack, struct str name, struct str content)
{
	pack->files = arena_grow(pack->arena, pack->files, &pack->capacity, pack->count + 1,
				 sizeof *pack->files);
	pack->files[pack->count++] = (struct pack_file){name, content};
}

static int compare_files(const void *a, const void *b)
{
	const struct manifest_file *left = a, *right = b;

	return str_compare(left->name, right->name);
}

void pack_add_manifest(struct pack *pack, struct manifest *manifest)
{
	manifest->file_count = pack->count;
	manifest->files = ARENA_ARRAY(pack->arena, pack->count, struct manifest_file);
	for (size_t i = 0; i < pack->count; i++)
		manifest->files[i] = (struct manifest_file){
			pack->files[i].name, (int64_t)pack->files[i].content.length,
			sha256_text(pack->arena, pack->files[i].content)};
	qsort(manifest->files, manifest->file_count, sizeof *manifest->files, compare_files);
	if (manifest->input_count)
		qsort(manifest->inputs, manifest->input_count, sizeof *manifest->inputs,
		      compare_files);
	pack_add(pack, STR(MANIFEST_NAME), manifest_write(pack->arena, manifest));
}
