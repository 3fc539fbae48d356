#include "publish/swap.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "publish/beside.h"

static bool fail(struct arena *arena, struct str path, const char *what, struct str *why)
{
	*why = str_format(arena, "%.*s: %s: %s", STR_ARG(path), what, strerror(errno));
	return false;
}

/* -- writing ----------------------------------------------------------------------------------- */

/* Every folder is flushed, so that no entry of it is lost with the machine's power. */
static bool flush_folders(const struct pack *pack, struct str workshop, struct str *why)
{
	struct str last = STR("");

	for (size_t i = 0; i < pack->count; i++) {
		struct str folder =
			pack_parent(path_join(pack->arena, workshop, pack->files[i].name));

		if (!str_equal(folder, last) && !folder_flush(pack->arena, folder, why))
			return false;
		last = folder;
	}
	return folder_flush(pack->arena, workshop, why);
}

/*
 * The manifest comes last, and in one step: a folder without one is a build that was broken off,
 * and one with half of it could be anything.
 */
static bool write_manifest(const struct pack *pack, struct str path, struct str content,
			   struct str *why)
{
	struct str part = str_format(pack->arena, "%.*s.part", STR_ARG(path));

	return file_write(pack->arena, part, content, why) &&
	       pack_move(pack->arena, part, path, RENAME_NOREPLACE, why);
}

static bool write_files(const struct pack *pack, struct str workshop, struct str *why)
{
	for (size_t i = 0; i < pack->count; i++) {
		const struct pack_file *file = &pack->files[i];
		struct str path = path_join(pack->arena, workshop, file->name);

		if (!folder_make(pack->arena, pack_parent(path), why) ||
		    !(str_is(file->name, MANIFEST_NAME)
			      ? write_manifest(pack, path, file->content, why)
			      : file_write(pack->arena, path, file->content, why)))
			return false;
	}
	return flush_folders(pack, workshop, why);
}

/* Nobody else looks into a pack that is being written; in its place it is as the former one was. */
static bool write_pack(struct swap *swap, struct swap_item *item, struct journal_line *line,
		       struct str *why)
{
	struct str building = pack_beside(swap->arena, item->pack->folder, "building");
	struct str swapping = pack_beside(swap->arena, item->pack->folder, "swapping");
	mode_t mode = item->before.kind == STANDING_NOTHING ? 0755 : item->before.mode;

	if (mkdir(str_terminated(swap->arena, building), 0700) != 0)
		return fail(swap->arena, building, "can't be made", why);
	item->workshop = building;
	if (!write_files(item->pack, building, why))
		return false;
	if (chmod(str_terminated(swap->arena, building), mode) != 0)
		return fail(swap->arena, building, "its permissions can't be set", why);
	if (!pack_move(swap->arena, building, swapping, RENAME_NOREPLACE, why))
		return false;
	item->workshop = swapping;
	line->folder = item->pack->folder;
	line->number = folder_number(swap->arena, swapping);
	line->former = item->before.kind == STANDING_NOTHING ? FORMER_NONE
		       : item->before.kind == STANDING_DRAFT ? FORMER_DRAFT
							     : FORMER_KEEP;
	return true;
}

/* -- undoing ----------------------------------------------------------------------------------- */

static bool has_former(const struct swap_item *item)
{
	return item->before.kind != STANDING_NOTHING;
}

static bool bring_back(struct swap *swap, struct str *why)
{
	for (size_t i = swap->count; i > 0; i--) {
		struct swap_item *item = &swap->items[i - 1];

		if (item->is_kept &&
		    !pack_move(swap->arena, item->kept, item->workshop, RENAME_NOREPLACE, why))
			return false;
		item->is_kept = false;
	}
	for (size_t i = swap->count; i > 0; i--) {
		struct swap_item *item = &swap->items[i - 1];
		unsigned how = has_former(item) ? RENAME_EXCHANGE : RENAME_NOREPLACE;

		if (item->is_placed &&
		    !pack_move(swap->arena, item->pack->folder, item->workshop, how, why))
			return false;
		item->is_placed = false;
	}
	return true;
}

static void discard_workshops(struct swap *swap)
{
	struct str ignored;

	for (size_t i = 0; i < swap->count; i++) {
		struct swap_item *item = &swap->items[i];

		if (item->workshop.length && !item->is_kept)
			pack_discard(swap->arena, item->workshop, item->pack->folder, &ignored);
	}
}

/* What can't be undone now the journal tells the next run to undo. */
static void undo(struct swap *swap)
{
	struct str ignored;

	if (bring_back(swap, &ignored) && journal_remove(swap->arena, swap->output, &ignored))
		discard_workshops(swap);
}

/* Where memory runs out, too. */
static struct swap *under_way;

static void end_without_memory(void)
{
	struct swap *swap = under_way;
	struct arena arena;

	arena_init(&arena);
	swap->arena = &arena;
	if (swap->is_standing)
		discard_workshops(swap);
	else
		undo(swap);
	arena_release(&arena);
}

static void begin(struct swap *swap)
{
	under_way = swap;
	memory_undo_with(swap ? end_without_memory : NULL);
}

/* -- changing places --------------------------------------------------------------------------- */

static bool place_packs(struct swap *swap, struct str *why)
{
	for (size_t i = 0; i < swap->count; i++) {
		struct swap_item *item = &swap->items[i];
		unsigned how = has_former(item) ? RENAME_EXCHANGE : RENAME_NOREPLACE;

		if (!pack_move(swap->arena, item->workshop, item->pack->folder, how, why))
			return false;
		item->is_placed = true;
	}
	return true;
}

static bool keep_formers(struct swap *swap, struct str *why)
{
	for (size_t i = 0; i < swap->count; i++) {
		struct swap_item *item = &swap->items[i];

		if (swap->lines[i].former != FORMER_KEEP)
			continue;
		if (!pack_keep(swap->arena, item->workshop, item->pack->folder, item->before.sealed,
			       &item->kept, why))
			return false;
		item->is_kept = true;
	}
	return true;
}

static bool write_packs(struct swap *swap, struct str *why)
{
	for (size_t i = 0; i < swap->count; i++)
		if (!write_pack(swap, &swap->items[i], &swap->lines[i], why))
			return false;
	return true;
}

bool swap_packs(struct swap *swap, struct str *why)
{
	swap->lines = ARENA_ARRAY(swap->arena, swap->count, struct journal_line);
	begin(swap);
	swap->is_standing =
		write_packs(swap, why) &&
		journal_write(swap->arena, swap->output, swap->lines, swap->count, why) &&
		place_packs(swap, why) && keep_formers(swap, why) &&
		folder_flush(swap->arena, swap->output, why) &&
		journal_remove(swap->arena, swap->output, why);
	if (swap->is_standing)
		discard_workshops(swap); /* what can't be removed now goes with the next run */
	else
		undo(swap);
	begin(NULL);
	return swap->is_standing;
}
