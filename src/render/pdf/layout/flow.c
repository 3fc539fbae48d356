/* The strip of slabs and their marks. */
#include "render/pdf/layout/flow.h"

#include <math.h>

struct slab *flow_slab(struct flow *flow, double above, double height)
{
	struct slab *slab = ARENA_NEW(flow->arena, struct slab);

	slab->above = above;
	slab->height = height;
	flow->slabs = arena_grow(flow->arena, flow->slabs, &flow->capacity, flow->count + 1,
				 sizeof(*flow->slabs));
	flow->slabs[flow->count++] = slab;
	return slab;
}

struct slab *flow_last(const struct flow *flow)
{
	return flow->slabs[flow->count - 1];
}

void flow_below(struct flow *flow, double below)
{
	if (flow->count > 0)
		flow_last(flow)->below = fmax(flow_last(flow)->below, below);
}

double slab_gap(const struct slab *upper, const struct slab *lower)
{
	return fmax(upper->below, lower->above);
}

void flow_keep(struct flow *flow, size_t from)
{
	for (size_t i = from; i + 1 < flow->count; i++)
		flow->slabs[i]->keep = true;
}

double flow_height(const struct flow *flow, size_t from, size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++)
		height += flow->slabs[i]->height +
			  (i > from ? slab_gap(flow->slabs[i - 1], flow->slabs[i]) : 0);
	return height;
}

struct mark *slab_mark(struct arena *arena, struct slab *slab, enum mark_kind kind, double x,
		       double y)
{
	struct mark *mark = ARENA_NEW(arena, struct mark);

	mark->kind = kind;
	mark->x = x;
	mark->y = y;
	if (slab->last)
		slab->last->next = mark;
	else
		slab->first = mark;
	slab->last = mark;
	return mark;
}

struct mark *slab_rectangle(struct arena *arena, struct slab *slab, double x, double y,
			    double width, double height, enum colour colour)
{
	struct mark *mark = slab_mark(arena, slab, MARK_RECTANGLE, x, y);

	mark->width = width;
	mark->height = height;
	mark->colour = colour;
	return mark;
}

struct mark *slab_line(struct arena *arena, struct slab *slab, const struct paragraph *paragraph,
		       size_t line, double x, double y)
{
	struct mark *mark = slab_mark(arena, slab, MARK_LINE, x, y);

	mark->paragraph = paragraph;
	mark->line = line;
	return mark;
}

double line_left(const struct paragraph *paragraph, size_t line, double x)
{
	return paragraph->backwards ? x + paragraph->measure - paragraph->lines[line].width : x;
}

double slab_paragraph(struct arena *arena, struct slab *slab, const struct paragraph *paragraph,
		      double x, double y)
{
	for (size_t i = 0; i < paragraph->line_count; i++)
		slab_line(arena, slab, paragraph, i, line_left(paragraph, i, x),
			  y + paragraph->rise + (double)i * paragraph->leading);
	return (double)paragraph->line_count * paragraph->leading;
}

void slab_last_first(struct slab *slab)
{
	struct mark *last = slab->last, *mark = slab->first;

	if (mark == last)
		return;
	while (mark->next != last)
		mark = mark->next;
	mark->next = NULL;
	slab->last = mark;
	last->next = slab->first;
	slab->first = last;
}

void slab_flow(struct arena *arena, struct slab *slab, const struct flow *part, double y)
{
	for (size_t i = 0; i < part->count; i++) {
		const struct slab *from = part->slabs[i];

		y += i > 0 ? slab_gap(part->slabs[i - 1], from) : 0;
		for (const struct mark *mark = from->first; mark; mark = mark->next) {
			struct mark *copy = slab_mark(arena, slab, mark->kind, 0, 0);

			*copy = *mark;
			copy->next = NULL;
			copy->y += y;
		}
		y += from->height;
	}
}

void flow_paragraph(struct flow *flow, const struct paragraph *paragraph, double x, double above)
{
	size_t lines = paragraph->line_count;

	for (size_t i = 0; i < lines; i++) {
		struct slab *slab = flow_slab(flow, i == 0 ? above : 0, paragraph->leading);

		slab_line(flow->arena, slab, paragraph, i, line_left(paragraph, i, x),
			  paragraph->rise);
		/* at least two lines on either side of a page's end */
		slab->keep = i + 1 < lines && (i == 0 || i + 2 == lines);
	}
}
