#include "read/returns/chain.h"

#include <string.h>

bool return_is_temporary(const struct return_episode *episode)
{
	return episode->pl >= CODE_PL_T0 && episode->pl <= CODE_PL_T4;
}

/* --- carers ---------------------------------------------------------------------------------- */

/* Whether an episode begins with another carer than `before`, the last that was not temporary. */
static bool is_new_carer(const struct return_episode *episode, const struct return_episode *before,
			 bool after_temporary)
{
	if (!before || episode->rne == CODE_RNE_S)
		return true;
	if (episode->rne != CODE_RNE_P && episode->rne != CODE_RNE_B)
		return false; /* L, T, U: the carer stays */
	return !after_temporary || episode->pl != before->pl ||
	       strcmp(episode->pl_post, before->pl_post) != 0;
}

void returns_number_carers(struct return_child *child)
{
	const struct return_episode *before = NULL;
	uint32_t carer = 0;
	bool after_temporary = false;
	for (size_t i = 0; i < child->chain_length; i++) {
		struct return_episode *episode = child->chain[i];
		if (return_is_temporary(episode)) {
			after_temporary = true;
			if (episode->rne == CODE_RNE_S)
				before = NULL;
			continue;
		}
		carer += is_new_carer(episode, before, after_temporary);
		episode->carer = carer;
		before = episode;
		after_temporary = false;
	}
}

/* --- faults ---------------------------------------------------------------------------------- */

static void add(struct returns *returns, enum return_fault fault, const struct return_episode *at,
		const struct return_episode *other)
{
	return_faults_add(&returns->faults, fault, at->place,
			  other ? other->place : (struct place){.line = 0});
}

static void check_end(struct returns *returns, const struct return_episode *episode,
		      const struct return_episode *next)
{
	bool has_end = episode->dec != DAY_NONE;
	if (has_end && episode->rec == CODE_NONE)
		add(returns, RETURN_FAULT_DEC_ALONE, episode, NULL);
	if (!has_end && episode->rec != CODE_NONE)
		add(returns, RETURN_FAULT_REC_ALONE, episode, NULL);
	if (has_end && episode->rec == CODE_REC_X1 && !next)
		add(returns, RETURN_FAULT_NOTHING_FOLLOWS, episode, NULL);
}

/* `reach` is the episode before `next` that ends last. */
static void check_step(struct returns *returns, const struct return_episode *reach,
		       const struct return_episode *next)
{
	bool left = reach->dec != DAY_NONE && reach->rec != CODE_NONE && reach->rec != CODE_REC_X1;
	if (reach->dec == DAY_NONE)
		add(returns, next->dec == DAY_NONE ? RETURN_FAULT_TWO_OPEN : RETURN_FAULT_OVERLAP,
		    next, reach);
	else if (next->decom < reach->dec)
		add(returns, RETURN_FAULT_OVERLAP, next, reach);
	else if (next->decom > reach->dec && !left)
		add(returns, RETURN_FAULT_GAP, next, reach);
	/* Who came back into care later began anew. */
	if (left && (next->rne != CODE_RNE_S || next->decom == reach->dec))
		add(returns, RETURN_FAULT_LEFT_AND_STAYED, next, reach);
}

void returns_check_chain(struct returns *returns, const struct return_child *child)
{
	const struct return_episode *reach = NULL, *before = NULL;
	for (size_t i = 0; i < child->chain_length; i++) {
		const struct return_episode *episode = child->chain[i];
		bool is_last = i + 1 == child->chain_length;
		check_end(returns, episode, is_last ? NULL : child->chain[i + 1]);
		if (reach)
			check_step(returns, reach, episode);
		if (before && episode->rne == CODE_RNE_L && episode->pl != before->pl)
			add(returns, RETURN_FAULT_STATUS_MOVES, episode, before);
		if (!reach || episode->dec == DAY_NONE ||
		    (reach->dec != DAY_NONE && episode->dec >= reach->dec))
			reach = episode;
		before = episode;
	}
}
