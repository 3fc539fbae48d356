#include <math.h>

#include "render/pdf/layout/bidi.h"
#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/list.h"
#include "render/pdf/layout/panels.h"
#include "render/pdf/layout/words.h"

/* Which way a block runs: as its first letter does, or as what is round it. */
static bool runs_backwards(const struct layout *layout, const struct node *block)
{
	for (const struct node *node = block; node; node = node_after(node, block)) {
		int direction = bidi_direction(node_words(node));

		if (direction != 0)
			return direction < 0;
	}
	return layout->backwards;
}

static void indent(struct layout *layout, double by)
{
	/* however deep lists go, some width is left for words */
	if (layout->width - by < 72)
		return;
	layout->x += layout->backwards ? 0 : by;
	layout->width -= by;
}

void enter_list(struct layout *layout, const struct node *node)
{
	layout->element = element_new(layout->arena, layout->element, "L");
	layout->element->numbering = !node->list.ordered		? "Disc"
				     : node->list.style == LIST_LETTERS ? "LowerAlpha"
				     : node->list.style == LIST_ROMAN	? "LowerRoman"
									: "Decimal";
	layout->backwards = runs_backwards(layout, node);
	layout_language(layout->element, node);
	flow_below(layout->flow, layout->style->item_space);
}

void enter_item(struct layout *layout, const struct node *node)
{
	if (node->parent->kind == NODE_PATHWAY) {
		enter_step(layout, node);
		return;
	}
	struct tag *item = element_new(layout->arena, layout->element, "LI");

	layout->context->outer->items++;
	layout->context->outer->item_from = layout->flow->count;
	element_new(layout->arena, item, "Lbl");
	layout->element = element_new(layout->arena, item, "LBody");
	if (node->item.id.length > 0) {
		layout->element = element_new(layout->arena, layout->element, "Note");
		layout->element->id = node->item.id;
	}
	indent(layout, layout->style->indent);
}

static struct str label_text(const struct layout *layout, const struct context *context)
{
	const struct node *list = context->node->parent;
	unsigned number = list->list.start + context->outer->items - 1;

	if (!list->list.ordered)
		return STR("\xe2\x80\xa2\xc2\xa0");
	return str_format(layout->arena, "%s%.*s.\xc2\xa0", layout->backwards ? "\xe2\x80\x8f" : "",
			  STR_ARG(list_number(layout->arena, list->list.style, number)));
}

/* The item's bullet or number, on the line of its first slab, in the room of its indent. */
static void place_label(struct layout *layout, const struct context *context)
{
	static const double inset = 3; /* of bullets */
	bool ordered = context->node->parent->list.ordered;
	bool note = context->node->item.id.length > 0;
	struct tag *body = note ? layout->element->parent : layout->element;
	struct tag *element = body->parent->first->element;

	if (layout->flow->count == context->from)
		flow_slab(layout->flow, 0, layout->style->roles[layout->body].leading);
	struct slab *slab = layout->flow->slabs[context->from];
	struct paragraph *label =
		text_tabular(layout->setter, layout->body, label_text(layout, context), element);

	paragraph_break(layout->setter, label, layout->width);
	double out = ordered ? fmin(layout->style->indent - label->width, 0) : inset;
	double x = layout->backwards ? context->x + context->width - out - label->width
				     : context->x + out;

	if (note)
		layout_target(layout, slab, context->node->item.id);
	slab_line(layout->arena, slab, label, 0, x, label->rise);
	slab_last_first(slab);
}

void leave_item(struct layout *layout, struct context *context)
{
	if (context->node->parent->kind == NODE_PATHWAY) {
		leave_step(layout, context);
		return;
	}
	place_label(layout, context);
	flow_last(layout->flow)->below = layout->style->item_space;
}

void leave_list(struct layout *layout, struct context *context)
{
	/* an item alone at a page's end or beginning looks lost */
	size_t count = layout->flow->count;

	if (count > context->from + 1 && context->node->first && !context->node->first->first->next)
		layout->flow->slabs[context->from]->keep = true;
	if (context->item_from > context->from && context->item_from < count)
		layout->flow->slabs[context->item_from - 1]->keep = true;
	flow_below(layout->flow, layout->style->paragraph_space);
}

void enter_quote(struct layout *layout, const struct node *node)
{
	layout->element = element_new(layout->arena, layout->element, "BlockQuote");
	layout->backwards = runs_backwards(layout, node);
	layout_language(layout->element, node);
	layout->body = ROLE_QUOTE;
	flow_below(layout->flow, 9);
	indent(layout, layout->style->indent);
}

void leave_quote(struct layout *layout, struct context *context)
{
	static const double bar = 2.5;
	struct flow *flow = layout->flow;
	double x = layout->backwards ? context->x + context->width - bar : context->x;

	for (size_t i = context->from; i < flow->count; i++) {
		struct slab *slab = flow->slabs[i];
		double above = i > context->from ? slab_gap(flow->slabs[i - 1], slab) : 0;

		slab_rectangle(layout->arena, slab, x, -above, bar, slab->height + above,
			       COLOUR_SECOND);
	}
	if (flow->count > context->from)
		flow_last(flow)->below = 11;
}
