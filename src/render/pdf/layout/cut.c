#include <math.h>
#include <string.h>

#include "render/pdf/layout/cut.h"
#include "render/pdf/layout/page.h"

/* The best way to set everything before a slab, and with it what waits before that slab. */
struct page_chance {
	double cost;
	size_t previous; /* the chance at which its last page begins */
	size_t figure;	 /* when one waits: its first slab */
};

struct page_cutting {
	struct flow *flow;
	double height;
	struct page_chance *chances; /* two for each slab, see chance_of() */
};

/* Chances in an order in which each comes before all that follow from it. */
static size_t chance_of(size_t slab, bool waits)
{
	return slab * 2 + !waits;
}

/* May a page begin with this slab? */
static bool may_begin(const struct flow *flow, size_t slab)
{
	return slab == 0 || slab == flow->count || !flow->slabs[slab - 1]->keep;
}

/* What the end of a page may be: anywhere, before a chapter, or the document's. */
enum page_end { PAGE_ENDS, CHAPTER_FOLLOWS, DOCUMENT_ENDS };

static enum page_end end_before(const struct flow *flow, size_t slab)
{
	if (slab == flow->count)
		return DOCUMENT_ENDS;
	return flow->slabs[slab]->chapter ? CHAPTER_FOLLOWS : PAGE_ENDS;
}

/*
 * How bad a page is that is filled up to `used`: room left over, squared; overfull is worst. Before
 * a chapter a page may end earlier; the last one may end anywhere but with next to nothing on it.
 */
static double page_cost(double used, double height, enum page_end end)
{
	double room = (height - used) / height;

	if (room < -1e-6)
		return 1e4 * (1 - room);
	if (end == DOCUMENT_ENDS)
		return 0.1 + (room > 0.8 ? 0.3 : 0);
	if (end == CHAPTER_FOLLOWS)
		room = fmax(0, room - 0.2);
	return 0.1 + room * room;
}

/* A chapter that begins low on a page looks like an afterthought. */
static double chapter_cost(const struct slab *slab, double used, double height)
{
	return slab->chapter ? fmax(0, used / height - 0.65) * 0.4 : 0;
}

/* What it costs that a figure waits: as much as a hole of a fifth of the page. */
static const double waiting_cost = 0.04;

static void reach(struct page_cutting *self, size_t previous, size_t chance, double cost,
		  size_t figure)
{
	cost += self->chances[previous].cost;
	if (cost < self->chances[chance].cost)
		self->chances[chance] = (struct page_chance){cost, previous, figure};
}

/* Lets a figure wait, the page before it used up to `used`: words from behind it fill the page. */
static void wait_at(struct page_cutting *self, size_t previous, const struct slab *upper,
		    size_t figure, double used, double cost)
{
	const struct flow *flow = self->flow;
	size_t to = figure + flow->slabs[figure]->figure;

	while (to < flow->count && flow->slabs[to]->text) {
		used += slab_gap(upper, flow->slabs[to]) + flow->slabs[to]->height;
		upper = flow->slabs[to++];
		if (used > self->height)
			return;
		if (may_begin(flow, to))
			reach(self, previous, chance_of(to, true),
			      cost + waiting_cost + page_cost(used, self->height, PAGE_ENDS),
			      figure);
	}
}

/* The cost of all pages that begin with a chance, as chances of the slabs where they may end. */
static void pages_from(struct page_cutting *self, size_t previous)
{
	const struct flow *flow = self->flow;
	size_t from = previous / 2;
	bool waited = previous == chance_of(from, true), any = false;
	const struct slab *upper = NULL;
	double used = 0, low = 0;

	if (waited) {
		size_t figure = self->chances[previous].figure;
		size_t end = figure + flow->slabs[figure]->figure;

		used = flow_height(flow, figure, end);
		upper = flow->slabs[end - 1];
	} else if (from < flow->count && flow->slabs[from]->head) {
		used = flow->slabs[from]->head->height;
	}
	for (size_t to = from; to <= flow->count; to++) {
		if (to > from) {
			const struct slab *slab = flow->slabs[to - 1];

			used += upper ? slab_gap(upper, slab) : 0;
			low += upper ? chapter_cost(slab, used, self->height) : 0;
			used += slab->height;
			upper = slab;
		}
		if (used > self->height && any)
			return;
		if (!upper || !may_begin(flow, to))
			continue;
		enum page_end end = end_before(flow, to);
		double cost = low + page_cost(used, self->height, end);

		cost += end == PAGE_ENDS ? flow->slabs[to]->reluctance : 0;
		any = true;
		reach(self, previous, chance_of(to, false), cost, 0);
		if (to < flow->count && flow->slabs[to]->figure > 0)
			wait_at(self, previous, upper, to, used, low);
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
			      : used + slab_gap(flow->slabs[i - 1], slab) + slab->height;
		if (slab->figure > 0 && flow_height(flow, i, i + slab->figure) > height)
			slab->figure = 0;
		if (used <= height || begins)
			continue;
		flow->slabs[i - 1]->keep = false;
		used = slab->height + (slab->head ? slab->head->height : 0);
	}
}

/* Moves a figure behind the words that come before it; gives where it is then. */
static size_t move_figure(struct flow *flow, size_t figure, size_t to)
{
	size_t count = flow->slabs[figure]->figure, words = to - figure - count;
	struct slab **kept = ARENA_ARRAY(flow->arena, count, struct slab *);

	memcpy(kept, flow->slabs + figure, count * sizeof(*kept));
	memmove(flow->slabs + figure, flow->slabs + figure + count, words * sizeof(*kept));
	memcpy(flow->slabs + figure + words, kept, count * sizeof(*kept));
	return figure + words;
}

struct cuts flow_cut(struct flow *flow, double height)
{
	size_t end = chance_of(flow->count, false), begin = chance_of(0, false);
	struct page_cutting self = {flow, height,
				    ARENA_ARRAY(flow->arena, end + 1, struct page_chance)};
	struct cuts cuts = {0};

	loosen(flow, height);
	for (size_t i = 0; i <= end; i++)
		self.chances[i].cost = i == begin ? 0 : HUGE_VAL;
	for (size_t i = 0; i < end; i++)
		if (self.chances[i].cost < HUGE_VAL)
			pages_from(&self, i);
	for (size_t i = end; i != begin; i = self.chances[i].previous)
		cuts.count++;
	cuts.starts = ARENA_ARRAY(flow->arena, cuts.count, size_t);
	for (size_t i = end, n = cuts.count; n > 0;) {
		i = self.chances[i].previous;
		bool waited = i == chance_of(i / 2, true);

		cuts.starts[--n] =
			waited ? move_figure(flow, self.chances[i].figure, i / 2) : i / 2;
	}
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
