#include "publish/publish.h"

#include <unistd.h>

#include "base/date.h"
#include "base/files.h"
#include "publish/beside.h"
#include "publish/lock.h"
#include "publish/recover.h"
#include "publish/swap.h"

enum { SECONDS_A_DAY = 86400 };

static void refuse_sealed(struct diagnostics *diagnostics, struct place place, int64_t sealed)
{
	struct str day = day_words(diagnostics->arena, (int32_t)(sealed / SECONDS_A_DAY));

	diagnostic_add(diagnostics, DIAGNOSTIC_PACK_SEALED, place, STR_ARG(day));
}

/* Looks at what stands in the pack's place; what may not be replaced is an error. */
static struct standing look(struct arena *arena, const struct pack *pack, bool replace,
			    struct diagnostics *diagnostics)
{
	struct place place = {.file = pack->folder};
	struct diagnostics before = *diagnostics;
	struct standing standing = standing_look(arena, pack->folder, diagnostics);

	if (standing.kind == STANDING_UNKNOWN && !replace) {
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_UNKNOWN, place);
		return standing;
	}
	*diagnostics = before;
	if (standing.kind == STANDING_OTHER)
		diagnostic_add(diagnostics, DIAGNOSTIC_PACK_IN_THE_WAY, place, standing.what);
	else if (standing.kind == STANDING_SEALED && !replace)
		refuse_sealed(diagnostics, place, standing.sealed);
	return standing;
}

static enum publish_result publish_locked(struct swap *swap, bool replace,
					  struct diagnostics *diagnostics, struct str *why)
{
	size_t errors = diagnostics->errors;

	if (!packs_recover(swap->arena, swap->output, diagnostics, why))
		return PUBLISH_FAILED;
	for (size_t i = 0; i < swap->count; i++)
		swap->items[i].before =
			look(swap->arena, swap->items[i].pack, replace, diagnostics);
	if (files_system_fault()) { /* what can't be read is not what stands there */
		*why = str_of(files_system_fault());
		return PUBLISH_FAILED;
	}
	if (diagnostics->errors > errors)
		return PUBLISH_REFUSED;
	if (!swap_packs(swap, why))
		return PUBLISH_FAILED;
	for (size_t i = 0; i < swap->count; i++)
		swap->items[i].pack->kept = swap->items[i].kept;
	return PUBLISH_DONE;
}

enum publish_result packs_publish(struct arena *arena, struct pack **packs, size_t count,
				  bool replace, bool patient, struct diagnostics *diagnostics,
				  struct str *why)
{
	struct swap swap = {.arena = arena,
			    .output = pack_parent(packs[0]->folder),
			    .items = ARENA_ARRAY(arena, count, struct swap_item),
			    .count = count};
	int lock = output_lock(arena, swap.output, patient, why);
	enum publish_result result;

	if (lock < 0)
		return PUBLISH_FAILED;
	for (size_t i = 0; i < count; i++)
		swap.items[i].pack = packs[i];
	result = publish_locked(&swap, replace, diagnostics, why);
	close(lock);
	return result;
}
