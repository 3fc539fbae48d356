/*
 * A file's rank is the latest day that an episode of it begins or ends, then its name: the higher
 * wins, and within a file the later row.
 */
#include "read/returns/merge.h"

#include <stdlib.h>
#include <string.h>

static const struct returns *ranked; /* for qsort(), which takes no context */

/* Files are numbered by name. */
static int compare_files(const struct returns *returns, uint32_t a, uint32_t b)
{
	int32_t day_a = returns->files[a].latest, day_b = returns->files[b].latest;
	if (day_a != day_b)
		return day_a < day_b ? -1 : 1;
	return a < b ? -1 : a > b;
}

/* --- headers and care leavers ---------------------------------------------------------------- */

static void choose_header(struct returns *returns, struct return_child *child)
{
	for (const struct return_header *header = child->headers; header; header = header->next) {
		if (!child->header ||
		    compare_files(returns, header->file, child->header->file) >= 0)
			child->header = header;
	}
	for (const struct return_header *header = child->headers; header; header = header->next) {
		if (header->dob != child->header->dob || header->sex != child->header->sex ||
		    header->ethnic != child->header->ethnic)
			return_faults_add(&returns->faults, RETURN_FAULT_HEADER_DIFFERS,
					  header->place, child->header->place);
	}
}

static void choose_leaver(struct returns *returns, struct return_child *child)
{
	for (const struct return_leaver *leaver = child->leavers; leaver; leaver = leaver->next) {
		if (!child->leaver ||
		    compare_files(returns, leaver->file, child->leaver->file) >= 0)
			child->leaver = leaver;
	}
	if (!child->leaver || child->header)
		return;
	return_faults_add(&returns->faults, RETURN_FAULT_NO_HEADER_LEAVER, child->leaver->place,
			  (struct place){.line = 0});
	if (child->leaver->stays_put && child->leaver->dob == DAY_NONE)
		diagnostic_add(returns->diagnostics, DIAGNOSTIC_RETURN_EMPTY, child->leaver->place,
			       "DOB", "write a date as DD/MM/YYYY or YYYY-MM-DD");
}

/* --- episodes -------------------------------------------------------------------------------- */

/* By beginning; of equal ones the one that counts comes last. They come as read. */
static int compare_episodes(const void *left, const void *right)
{
	const struct return_episode *a = *(struct return_episode *const *)left;
	const struct return_episode *b = *(struct return_episode *const *)right;
	if (a->decom != b->decom)
		return a->decom < b->decom ? -1 : 1;
	int files = compare_files(ranked, a->file, b->file);
	if (files)
		return files;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	return a->place.column < b->place.column ? -1 : a->place.column > b->place.column;
}

static bool begin_alike(const struct return_episode *a, const struct return_episode *b)
{
	return a->rne == b->rne && a->ls == b->ls && a->pl == b->pl && a->provider == b->provider &&
	       strcmp(a->pl_post, b->pl_post) == 0 && strcmp(a->home_post, b->home_post) == 0;
}

/* Whether two rows of an episode disagree; a newer return may simply close what was open. */
static bool disagree(const struct return_episode *older, const struct return_episode *counts)
{
	if (!begin_alike(older, counts))
		return true;
	if (older->file != counts->file && older->dec == DAY_NONE && older->rec == CODE_NONE &&
	    counts->dec != DAY_NONE)
		return false;
	return older->dec != counts->dec || older->rec != counts->rec ||
	       older->reason != counts->reason;
}

static bool is_newest(const struct returns *returns, uint32_t file, size_t file_count)
{
	for (uint32_t other = 0; other < file_count; other++) {
		if (returns->files[other].has_episodes && compare_files(returns, file, other) < 0)
			return false;
	}
	return true;
}

static void choose_episodes(struct returns *returns, struct return_child *child, uint32_t newest)
{
	size_t count = 0;
	for (struct return_episode *episode = child->episodes; episode; episode = episode->next)
		count++;
	struct return_episode **all = ARENA_ARRAY(returns->arena, count, struct return_episode *);
	count = 0;
	for (struct return_episode *episode = child->episodes; episode; episode = episode->next)
		all[count++] = episode;
	qsort(all, count, sizeof(*all), compare_episodes);
	child->chain = all;
	for (size_t i = 0, last; i < count; i = last + 1) {
		for (last = i; last + 1 < count && all[last + 1]->decom == all[i]->decom; last++)
			;
		for (size_t other = i; other < last; other++) {
			if (disagree(all[other], all[last]))
				return_faults_add(&returns->faults, RETURN_FAULT_EPISODE_DIFFERS,
						  all[other]->place, all[last]->place);
		}
		if (all[last]->dec == DAY_NONE && all[last]->file != newest)
			return_faults_add(&returns->faults, RETURN_FAULT_LEFT_OPEN,
					  all[last]->place, (struct place){.line = 0});
		child->chain[child->chain_length++] = all[last];
	}
}

/* --- all ------------------------------------------------------------------------------------- */

static void check_birth(struct returns *returns, const struct return_child *child)
{
	for (size_t i = 0; i < child->chain_length; i++) {
		const struct return_episode *episode = child->chain[i];
		if (!child->header)
			diagnostic_add(returns->diagnostics, DIAGNOSTIC_RETURN_NO_HEADER,
				       episode->child_place);
		else if (child->header->dob != DAY_NONE && episode->decom < child->header->dob)
			diagnostic_add(returns->diagnostics, DIAGNOSTIC_DATES_ORDER,
				       episode->decom_place, "DECOM",
				       day_iso(returns->arena, episode->decom).at, "DOB",
				       day_iso(returns->arena, child->header->dob).at);
	}
}

void returns_merge(struct returns *returns)
{
	uint32_t newest = 0;
	while (newest + 1 < returns->file_count && !is_newest(returns, newest, returns->file_count))
		newest++;
	ranked = returns;
	for (struct return_child *child = returns->first; child; child = child->next) {
		if (child->headers)
			choose_header(returns, child);
		choose_leaver(returns, child);
		if (child->episodes)
			choose_episodes(returns, child, newest);
		check_birth(returns, child);
	}
}
