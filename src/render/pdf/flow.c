/* The strip of slabs and their marks. */
#include "render/pdf/flow.h"

#include <math.h>

struct slab *flow_slab(struct flow *flow, double above, double height)
{
	struct slab *slab = ARENA_NEW(flow->arena, struct slab);

	slab->space = fmax(above, flow->below);
	slab->height = height;
	slab->fresh = flow->fresh;
	flow->below = 0;
	flow->fresh = false;
	flow->slabs = arena_grow(flow->arena, flow->slabs, &flow->capacity, flow->count + 1,
				 sizeof(*flow->slabs));
	flow->slabs[flow->count++] = slab;
	return slab;
}

void flow_below(struct flow *flow, double below)
{
	flow->below = fmax(flow->below, below);
}

void flow_keep(struct flow *flow, size_t from)
{
	for (size_t i = from; i + 1 < flow->count; i++)
		flow->slabs[i]->keep = true;
}

double flow_height(const struct flow *flow)
{
	double height = 0;

	for (size_t i = 0; i < flow->count; i++)
		height += flow->slabs[i]->height + (i > 0 ? flow->slabs[i]->space : 0);
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

double slab_paragraph(struct arena *arena, struct slab *slab, const struct paragraph *paragraph,
		      double x, double y)
{
	return slab_aligned(arena, slab, paragraph, x, y, 0, TEXT_LEFT);
}

double slab_aligned(struct arena *arena, struct slab *slab, const struct paragraph *paragraph,
		    double x, double y, double width, enum text_align align)
{
	static const double shares[] = {[TEXT_LEFT] = 0, [TEXT_RIGHT] = 1, [TEXT_CENTRE] = 0.5};

	for (size_t i = 0; i < paragraph->line_count; i++) {
		double room = width - paragraph->lines[i].width;
		struct mark *mark = slab_mark(arena, slab, MARK_LINE, x + shares[align] * room,
					      y + paragraph->rise + (double)i * paragraph->leading);

		mark->paragraph = paragraph;
		mark->line = i;
	}
	return (double)paragraph->line_count * paragraph->leading;
}

void slab_flow(struct arena *arena, struct slab *slab, const struct flow *part, double y)
{
	for (size_t i = 0; i < part->count; i++) {
		const struct slab *from = part->slabs[i];

		y += i > 0 ? from->space : 0;
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
		struct mark *mark = slab_mark(flow->arena, slab, MARK_LINE, x, paragraph->rise);

		mark->paragraph = paragraph;
		mark->line = i;
		/* at least two lines on either side of a page's end */
		slab->keep = i + 1 < lines && (i == 0 || i + 2 == lines);
	}
}
