/* Cutting the flow into pages, all cuts chosen together so that pages are evenly full. */
#include <math.h>

#include "render/pdf/page.h"

/* The best way to set everything before a slab. */
struct chance {
	double cost;
	size_t previous;
};

/* May a page begin with this slab? */
static bool may_begin(const struct flow *flow, size_t slab)
{
	return slab == 0 || !flow->slabs[slab - 1]->keep || flow->slabs[slab]->fresh;
}

/* What the end of a page may be: anywhere, before a chapter, or the document's. */
enum page_end { PAGE_ENDS, CHAPTER_FOLLOWS, DOCUMENT_ENDS };

/*
 * How bad a page is that is filled up to `used`: room left over, squared; overfull is worst. Before
 * a chapter a page may end early, as long as it is more than half full; the last one may end
 * anywhere but with next to nothing on it.
 */
static double page_cost(double used, double height, enum page_end end)
{
	double room = (height - used) / height;

	if (room < -1e-6)
		return 1e4 * (1 - room);
	if (end == DOCUMENT_ENDS)
		return 0.02 + (room > 0.8 ? 0.3 : 0);
	if (end == CHAPTER_FOLLOWS)
		room = fmax(0, room - 0.4);
	return 0.02 + room * room;
}

/* A chapter that begins low on a page looks like an afterthought. */
static double chapter_cost(const struct slab *slab, double used, double height)
{
	return slab->chapter && used > height * 0.5 ? 0.06 : 0;
}

/* The cost of all pages that begin at slab `from`, as chances of the slabs where they may end. */
static void pages_from(const struct flow *flow, struct chance *chances, size_t from, double height)
{
	const struct slab *first = flow->slabs[from];
	double used = first->head ? first->head->height : 0, low = 0;
	bool any = false;

	for (size_t to = from + 1; to <= flow->count; to++) {
		const struct slab *slab = flow->slabs[to - 1];
		bool last = to == flow->count || flow->slabs[to]->fresh;
		enum page_end end = last		       ? DOCUMENT_ENDS
				    : flow->slabs[to]->chapter ? CHAPTER_FOLLOWS
							       : PAGE_ENDS;

		double cut = 0;

		low += to - 1 > from ? chapter_cost(slab, used + slab->space, height) : 0;
		used += slab->height + (to - 1 > from ? slab->space : 0);
		if (used > height && any)
			return;
		if (!last && !may_begin(flow, to))
			continue;
		if (end == PAGE_ENDS && flow->slabs[to]->head)
			cut = 0.05; /* rather between blocks than within a table */
		double cost = chances[from].cost + low + cut + page_cost(used, height, end);

		any = true;
		if (cost < chances[to].cost) {
			chances[to].cost = cost;
			chances[to].previous = from;
		}
		if (last)
			return;
	}
}

/* Lets go of what should stay together where that is more than a page holds. */
static void loosen(struct flow *flow, double height)
{
	double used = 0;

	for (size_t i = 0; i < flow->count; i++) {
		struct slab *slab = flow->slabs[i];
		bool begins = may_begin(flow, i);

		used = begins ? slab->height + (slab->head ? slab->head->height : 0)
			      : used + slab->space + slab->height;
		if (used <= height || begins)
			continue;
		flow->slabs[i - 1]->keep = false;
		used = slab->height + (slab->head ? slab->head->height : 0);
	}
}

struct cuts flow_cut(struct flow *flow, double height)
{
	loosen(flow, height);
	struct chance *chances = ARENA_ARRAY(flow->arena, flow->count + 1, struct chance);
	struct cuts cuts = {0};

	for (size_t i = 1; i <= flow->count; i++)
		chances[i].cost = HUGE_VAL;
	for (size_t i = 0; i < flow->count; i++)
		if (chances[i].cost < HUGE_VAL)
			pages_from(flow, chances, i, height);
	for (size_t i = flow->count; i > 0; i = chances[i].previous)
		cuts.count++;
	cuts.starts = ARENA_ARRAY(flow->arena, cuts.count, size_t);
	for (size_t i = flow->count, n = cuts.count; i > 0; i = chances[i].previous)
		cuts.starts[--n] = chances[i].previous;
	return cuts;
}

size_t cuts_page(const struct cuts *cuts, size_t slab)
{
	size_t low = 0, high = cuts->count;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (cuts->starts[middle] <= slab)
			low = middle;
		else
			high = middle;
	}
	return low;
}
