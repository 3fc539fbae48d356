/*
 * Owns how a pack reaches its place. The order that makes it safe: write beside, flush, swap, then
 * remove what was swapped out. Until the swap nothing that a reader sees has changed.
 */
#include "publish/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/files.h"

#define SECONDS_A_DAY 86400

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

bool pack_is_sealed(struct arena *arena, struct str folder, int64_t *sealed)
{
	struct str text, why;
	struct manifest manifest;

	*sealed = 0;
	/* A manifest that was tampered with still says whether the pack is sealed: it is kept. */
	if (!file_read(arena, path_join(arena, folder, STR(MANIFEST_NAME)), &text, &why))
		return false;
	manifest_read(arena, &manifest, text, &why);
	*sealed = manifest.sealed;
	return manifest.sealed != 0;
}

static struct str parent_of(struct str folder)
{
	size_t length = folder.length;

	while (length > 0 && folder.at[length - 1] != '/')
		length--;
	return length > 1 ? str_slice(folder, 0, length - 1) : length == 1 ? STR("/") : STR(".");
}

static bool write_files(struct pack *pack, struct str folder, struct str *why)
{
	for (size_t i = 0; i < pack->count; i++) {
		struct str path = path_join(pack->arena, folder, pack->files[i].name);

		if (!folder_make(pack->arena, parent_of(path), why) ||
		    !file_write(pack->arena, path, pack->files[i].content, why))
			return false;
	}
	return true;
}

static void flush_folder(struct arena *arena, struct str folder)
{
	int handle = open(str_terminated(arena, folder), O_RDONLY | O_DIRECTORY);

	if (handle >= 0) {
		fsync(handle);
		close(handle);
	}
}

/* The folder that goes when memory runs out, so that nothing half-made stays. */
static struct str doomed;

static void remove_doomed(void)
{
	struct arena arena;
	struct str ignored;

	arena_init(&arena);
	folder_remove(&arena, doomed, &ignored);
	arena_release(&arena);
}

static void doom(struct str folder)
{
	doomed = folder;
	memory_undo_with(folder.length ? remove_doomed : NULL);
}

/* Renames in one step; with `exchange` the two folders change places. */
static bool move(struct arena *arena, struct str from, struct str to, bool exchange,
		 struct str *why)
{
	const char *old = str_terminated(arena, from), *new = str_terminated(arena, to);

	doom(STR("")); /* from here on it may be the former pack */
	if (renameat2(AT_FDCWD, old, AT_FDCWD, new,
		      exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE) == 0)
		return true;
	*why = str_format(arena, "%.*s: can't be put in its place: %s", STR_ARG(to),
			  strerror(errno));
	return false;
}

/* output/2024-25.2025-06-17; with .2 and so on behind it when that is taken. */
static struct str former_name(struct arena *arena, struct str folder, int64_t sealed)
{
	struct str day = day_iso(arena, (int32_t)(sealed / SECONDS_A_DAY));
	struct str name = str_format(arena, "%.*s.%.*s", STR_ARG(folder), STR_ARG(day));

	for (int again = 2; folder_exists(name); again++)
		name = str_format(arena, "%.*s.%.*s.%d", STR_ARG(folder), STR_ARG(day), again);
	return name;
}

/* Puts the new folder in place; what was there is removed, or kept when it was sealed. */
static bool swap_in(struct pack *pack, struct str made, int64_t sealed, struct str *kept,
		    struct str *why)
{
	struct str ignored;

	if (!folder_exists(pack->folder) && !file_exists(pack->folder))
		return move(pack->arena, made, pack->folder, false, why);
	if (!move(pack->arena, made, pack->folder, true, why))
		return false;
	if (!sealed) {
		/* The new pack stands; what can't be removed now goes with the next build. */
		doom(made);
		folder_remove(pack->arena, made, &ignored);
		doom(STR(""));
		return true;
	}
	*kept = former_name(pack->arena, pack->folder, sealed);
	return move(pack->arena, made, *kept, false, why);
}

/* The folder beside the target in which a build is written; a build that died may have left it. */
static struct str workshop_name(struct arena *arena, struct str folder)
{
	return str_format(arena, "%.*s/.%.*s.building", STR_ARG(parent_of(folder)),
			  STR_ARG(path_name(folder)));
}

static bool write_and_swap(struct pack *pack, int64_t sealed, struct str *kept, struct str *why)
{
	struct str made = workshop_name(pack->arena, pack->folder);
	struct str ignored;
	bool done;

	if (folder_exists(made) && !folder_remove(pack->arena, made, why))
		return false;
	doom(made);
	done = folder_make(pack->arena, made, why) && write_files(pack, made, why);
	if (done)
		flush_folder(pack->arena, made);
	done = done && swap_in(pack, made, sealed, kept, why);
	if (done)
		flush_folder(pack->arena, parent_of(pack->folder));
	else
		folder_remove(pack->arena, made, &ignored);
	doom(STR(""));
	return done;
}

/* The lock is the output folder's own, so that nothing is left behind by it. */
static int lock_output(struct arena *arena, struct str folder, struct str *why)
{
	struct str parent = parent_of(folder);
	int handle;

	if (!folder_make(arena, parent, why))
		return -1;
	handle = open(str_terminated(arena, parent), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (handle >= 0 && flock(handle, LOCK_EX | LOCK_NB) == 0)
		return handle;
	*why = errno == EWOULDBLOCK
		       ? str_format(arena, "%.*s: another build is writing here: try again later",
				    STR_ARG(parent))
		       : str_format(arena, "%.*s: can't be locked: %s", STR_ARG(parent),
				    strerror(errno));
	if (handle >= 0)
		close(handle);
	return -1;
}

enum pack_result pack_publish(struct pack *pack, bool replace, struct str *kept, struct str *why)
{
	int lock = lock_output(pack->arena, pack->folder, why);
	int64_t sealed;
	enum pack_result result;

	*kept = STR("");
	if (lock < 0)
		return PACK_FAILED;
	if (pack_is_sealed(pack->arena, pack->folder, &sealed) && !replace)
		result = PACK_SEALED;
	else
		result = write_and_swap(pack, sealed, kept, why) ? PACK_DONE : PACK_FAILED;
	close(lock);
	return result;
}
