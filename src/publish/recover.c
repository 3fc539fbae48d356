#include "publish/recover.h"

#include <stdio.h>
#include <unistd.h>

#include "base/date.h"
#include "base/files.h"
#include "publish/beside.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include "publish/standing.h"

enum { LABEL = 7 }; /* the length of 2024-25 */

static struct place place_of(struct str path)
{
	return (struct place){.file = path};
}

/* -- packs that were changing places ----------------------------------------------------------- */

static bool is_placed(struct arena *arena, const struct journal_line *line)
{
	return folder_number(arena, line->folder) == line->number;
}

static bool put_back(struct arena *arena, const struct journal_line *line,
		     struct diagnostics *diagnostics, struct str *why)
{
	struct str workshop = pack_beside(arena, line->folder, "swapping");
	bool exchange = folder_number(arena, workshop) != 0;

	if (!is_placed(arena, line))
		return true;
	if (!pack_move(arena, line->folder, workshop, exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE,
		       why))
		return false;
	diagnostic_add(diagnostics, DIAGNOSTIC_PACK_PUT_BACK, place_of(line->folder));
	return true;
}

static bool keep(struct arena *arena, struct str from, struct str folder, int64_t sealed,
		 struct diagnostics *diagnostics, struct str *why)
{
	struct str kept;

	if (!pack_keep(arena, from, folder, sealed, &kept, why))
		return false;
	diagnostic_add(diagnostics, DIAGNOSTIC_PACK_LEFT_KEPT, place_of(from), STR_ARG(kept));
	return true;
}

static bool finish(struct arena *arena, const struct journal_line *line,
		   struct diagnostics *diagnostics, struct str *why)
{
	struct str workshop = pack_beside(arena, line->folder, "swapping");
	struct diagnostics unseen;

	diagnostics_init(&unseen, arena);
	diagnostic_add(diagnostics, DIAGNOSTIC_PACK_STANDS, place_of(line->folder));
	if (line->former != FORMER_KEEP || !folder_number(arena, workshop))
		return true;
	return keep(arena, workshop, line->folder, standing_look(arena, workshop, &unseen).sealed,
		    diagnostics, why);
}

static bool recover_swap(struct arena *arena, struct str output, struct diagnostics *diagnostics,
			 struct str *why)
{
	size_t count, placed = 0;
	struct journal_line *lines = journal_read(arena, output, &count);
	bool done = true;

	for (size_t i = 0; i < count; i++)
		placed += is_placed(arena, &lines[i]);
	for (size_t i = 0; i < count && done; i++)
		done = placed == count ? finish(arena, &lines[i], diagnostics, why)
				       : put_back(arena, &lines[i], diagnostics, why);
	return done && folder_flush(arena, output, why) && journal_remove(arena, output, why);
}

/* -- what else was left ------------------------------------------------------------------------ */

/* A folder that a build alone has written, or shown before to be a draft. */
static bool is_own(struct arena *arena, struct str path, struct str ending,
		   const struct standing *standing)
{
	if (standing->kind == STANDING_DRAFT)
		return true;
	if (standing->kind != STANDING_UNKNOWN)
		return false;
	/* The manifest is the last file that is written. */
	return str_is(ending, "discarded") ||
	       (str_is(ending, "building") &&
		access(str_terminated(arena, path_join(arena, path, STR(MANIFEST_NAME))), F_OK));
}

static bool recover_folder(struct arena *arena, struct str path, struct str folder,
			   struct str ending, struct diagnostics *diagnostics, struct str *why)
{
	struct standing standing;
	struct diagnostics unseen;

	diagnostics_init(&unseen, arena);
	standing = standing_look(arena, path, &unseen);
	if (files_system_fault()) {
		*why = str_of(files_system_fault());
		return false;
	}
	if (!is_own(arena, path, ending, &standing))
		return keep(arena, path, folder, standing.sealed, diagnostics, why);
	if (!pack_discard(arena, path, folder, why))
		return false;
	diagnostic_add(diagnostics, DIAGNOSTIC_PACK_LEFT_REMOVED, place_of(path));
	return true;
}

/* "2024-25" of ".2024-25.building", with *ending "building"; empty when it is no such name. */
static struct str left_over(struct str name, struct str *ending)
{
	struct str inner = str_slice(name, 1, name.length);
	struct period period;
	size_t dot = inner.length;

	while (dot > 0 && inner.at[dot - 1] != '.')
		dot--;
	*ending = str_slice(inner, dot, inner.length);
	if (name.at[0] != '.' || dot <= LABEL ||
	    !period_parse(str_slice(inner, 0, LABEL), &period) ||
	    !(str_is(*ending, "building") || str_is(*ending, "swapping") ||
	      str_is(*ending, "discarded") || str_is(*ending, "sealing")))
		return STR("");
	return str_slice(inner, 0, dot - 1);
}

static bool recover_entry(struct arena *arena, struct str output, const struct folder_entry *entry,
			  struct diagnostics *diagnostics, struct str *why)
{
	struct str path = path_join(arena, output, entry->name), ending;
	struct str name = left_over(entry->name, &ending);

	if (str_is(entry->name, JOURNAL_NAME ".part") ||
	    (name.length && !entry->is_folder && str_is(ending, "sealing"))) {
		unlink(str_terminated(arena, path));
		return true;
	}
	return !name.length || !folder_number(arena, path) ||
	       recover_folder(arena, path, path_join(arena, output, name), ending, diagnostics,
			      why);
}

bool packs_recover(struct arena *arena, struct str output, struct diagnostics *diagnostics,
		   struct str *why)
{
	struct folder_entry *entries;
	size_t count;

	if (access(str_terminated(arena, path_join(arena, output, STR(JOURNAL_NAME))), F_OK) == 0 &&
	    !recover_swap(arena, output, diagnostics, why))
		return false;
	if (!folder_list(arena, output, &entries, &count, why))
		return false;
	/* What is half removed goes first, as what else has to go will take its name. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < count; i++)
			if (str_ends(entries[i].name, STR(".discarded")) == (pass == 0) &&
			    !recover_entry(arena, output, &entries[i], diagnostics, why))
				return false;
	return true;
}
