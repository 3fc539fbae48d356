/* The walk over the document's blocks; headings, paragraphs, lists, quotations, addresses. */
#include "render/pdf/layout.h"

#include <math.h>

#include "render/pdf/linebreak.h"

struct paragraph *layout_text(struct layout *layout, enum text_role role, struct str text,
			      struct element *element, double width)
{
	struct paragraph *paragraph = text_plain(layout->setter, role, text, element);

	paragraph_break(layout->setter, paragraph, width);
	return paragraph;
}

/* The element of a block in another language says so. */
static void say_language(struct element *element, const struct node *node)
{
	if (node->language.length > 0)
		element->language = node->language;
}

static bool only_paragraph(const struct node *node)
{
	return node->parent && node->parent->kind == NODE_ITEM && node->parent->first == node &&
	       !node->next;
}

/* A paragraph's number in the margin, as part of the paragraph. */
static void place_number(struct layout *layout, struct slab *slab, const struct node *node,
			 struct element *element, double rise)
{
	struct str text = str_format(layout->arena, "%.*s\xc2\xa0", STR_ARG(node->number));
	struct paragraph *number = layout_text(layout, ROLE_NUMBER, text, element, layout->width);
	struct mark *mark =
		slab_mark(layout->arena, slab, MARK_LINE, layout->style->left - layout->hang, rise);

	mark->paragraph = number;
	mark->line = 0;
}

static void move_last_first(struct slab *slab)
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

/* Who said a quotation: its last paragraph, when it is emphasised as a whole or but a few words. */
static bool is_attribution(const struct layout *layout, const struct node *node)
{
	const struct node *quote = node->parent;

	if (quote->kind != NODE_QUOTE || quote->first == node || node->next)
		return false;
	return (node->first && node->first->kind == NODE_EMPHASIS && !node->first->next) ||
	       node_text(layout->arena, node).length < 60;
}

static void enter_paragraph(struct layout *layout, const struct node *node)
{
	size_t from = layout->flow->count;
	const struct node *first = node->first;
	struct element *element;

	if (first && first == layout->step_name) {
		first = first->next;
		element = layout->step_element;
	} else {
		element = only_paragraph(node) ? layout->element
					       : element_new(layout->arena, layout->element, "P");
	}
	say_language(element, node);
	bool attribution = is_attribution(layout, node);

	text_begin(layout->setter, attribution ? ROLE_SOURCE : layout->body, element);
	text_inlines_from(layout->setter, node, first);
	struct paragraph *paragraph = text_end(layout->setter);

	paragraph_break(layout->setter, paragraph, layout->width);
	if (attribution && from > 0) { /* close to what was said */
		layout->flow->below = 2;
		layout->flow->slabs[from - 1]->keep = true;
	}
	flow_paragraph(layout->flow, paragraph, layout->x, 0);
	flow_below(layout->flow, layout->style->paragraph_space);
	if (layout->flow->count > from && str_ends(node_text(layout->arena, node), STR(":")))
		layout->flow->slabs[layout->flow->count - 1]->keep = true; /* it leads to more */
	if (node->number.length > 0 && layout->flow->count > from) {
		struct slab *slab = layout->flow->slabs[from];

		place_number(layout, slab, node, element, paragraph->rise);
		move_last_first(slab);
	}
}

static struct target *target_new(struct layout *layout, struct slab *slab, struct str id)
{
	struct target *target = ARENA_NEW(layout->arena, struct target);

	target->id = id;
	slab_mark(layout->arena, slab, MARK_TARGET, layout->x, 0)->target = target;
	if (id.length > 0)
		*map_place(&layout->targets, id) = target;
	return target;
}

static void note_heading(struct layout *layout, const struct node *node, unsigned level,
			 struct element *element, size_t slab)
{
	layout->headings = arena_grow(layout->arena, layout->headings, &layout->heading_capacity,
				      layout->heading_count + 1, sizeof(*layout->headings));
	struct heading *heading = &layout->headings[layout->heading_count++];
	struct str text = node_text(layout->arena, node);

	heading->node = node;
	heading->level = level;
	heading->slab = slab;
	heading->end = layout->flow->count;
	heading->element = element;
	heading->title = node->number.length > 0 ? str_format(layout->arena, "%.*s %.*s",
							      STR_ARG(node->number), STR_ARG(text))
						 : text;
	heading->target = target_new(layout, layout->flow->slabs[slab], node->id);
	heading->target->element = element;
}

/* Space above a heading, in lines of the text; less where it follows another heading at once. */
static double heading_above(const struct layout *layout, unsigned level)
{
	static const double lines[] = {0, 0, 3, 1.6, 1.2, 0.9, 0.9};
	bool after_heading = layout->heading_count > 0 &&
			     layout->headings[layout->heading_count - 1].end == layout->flow->count;
	double above = after_heading && level > 3 ? 0.5 : lines[level];

	return above * layout->style->roles[ROLE_BODY].leading;
}

static void enter_heading(struct layout *layout, const struct node *node)
{
	static const char *const types[] = {"H1", "H1", "H2", "H3", "H4", "H5", "H6"};
	unsigned level = node->level < 2 ? 2 : node->level > 6 ? 6 : node->level;
	size_t from = layout->flow->count;

	level = level > layout->level + 1 ? layout->level + 1 : level;
	layout->level = level;
	if (level == 2 && !layout->context)
		layout->element = element_new(layout->arena, layout->root, "Sect");
	struct element *element = element_new(layout->arena, layout->element, types[level]);
	enum text_role role = (enum text_role)(ROLE_HEADING_2 + level - 2);

	text_begin(layout->setter, role, element);
	if (node->number.length > 0)
		text_add(layout->setter,
			 str_format(layout->arena, "%.*s\xc2\xa0", STR_ARG(node->number)), NULL);
	text_inlines(layout->setter, node);
	struct paragraph *paragraph = text_end(layout->setter);

	paragraph_break(layout->setter, paragraph, layout->width);
	flow_paragraph(layout->flow, paragraph, layout->x, heading_above(layout, level));
	if (layout->flow->count == from)
		return;
	flow_keep(layout->flow, from);
	layout->flow->slabs[from]->chapter = level == 2;
	layout->flow->slabs[layout->flow->count - 1]->keep = true;
	flow_below(layout->flow, level == 2 ? 12 : level == 3 ? 5 : 2);
	note_heading(layout, node, level, element, from);
}

static void enter_address(struct layout *layout, const struct node *node)
{
	struct element *element = element_new(layout->arena, layout->element, "P");
	size_t from = layout->flow->count;

	text_begin(layout->setter, layout->body, element);
	text_inlines(layout->setter, node);
	struct paragraph *paragraph = text_end(layout->setter);
	double x = layout->x + layout->style->indent;

	paragraph_break(layout->setter, paragraph, layout->width - layout->style->indent);
	flow_paragraph(layout->flow, paragraph, x, 4);
	flow_keep(layout->flow, from);
	flow_below(layout->flow, layout->style->paragraph_space + 4);
}

static void enter_rule(struct layout *layout)
{
	struct slab *slab = flow_slab(layout->flow, 12, 0.6);

	slab_rectangle(layout->arena, slab, layout->x, 0, layout->width, 0.6, COLOUR_HAIRLINE);
	flow_below(layout->flow, 12);
}

static struct context *context_push(struct layout *layout, const struct node *node)
{
	struct context *context = ARENA_NEW(layout->arena, struct context);

	*context = (struct context){
		.outer = layout->context,
		.node = node,
		.flow = layout->flow,
		.element = layout->element,
		.x = layout->x,
		.width = layout->width,
		.body = layout->body,
		.from = layout->flow->count,
	};
	layout->context = context;
	return context;
}

static void context_pop(struct layout *layout)
{
	const struct context *context = layout->context;

	layout->flow = context->flow;
	layout->element = context->element;
	layout->x = context->x;
	layout->width = context->width;
	layout->body = context->body;
	layout->context = context->outer;
}

static void indent(struct layout *layout, double by)
{
	/* however deep lists go, some width is left for words */
	if (layout->width - by < 72)
		return;
	layout->x += by;
	layout->width -= by;
}

static void enter_list(struct layout *layout, const struct node *node)
{
	layout->element = element_new(layout->arena, layout->element, "L");
	layout->element->numbering = node->ordered ? "Decimal" : "Disc";
	say_language(layout->element, node);
	flow_below(layout->flow, layout->style->item_space);
}

static void enter_item(struct layout *layout)
{
	struct element *item = element_new(layout->arena, layout->element, "LI");

	layout->context->outer->items++;
	layout->context->outer->item_from = layout->flow->count;
	layout->context->element = layout->element; /* the list */
	element_new(layout->arena, item, "Lbl");
	layout->element = element_new(layout->arena, item, "LBody");
	indent(layout, layout->style->indent);
}

/* The item's bullet or number, on the line of its first slab. */
static void place_label(struct layout *layout, const struct context *context)
{
	const struct node *list = context->node->parent;
	struct element *label = layout->element->parent->first->element;
	unsigned number = list->start + context->outer->items - 1;
	struct str text = list->ordered ? str_format(layout->arena, "%u.\xc2\xa0", number)
					: STR("\xe2\x80\xa2\xc2\xa0");

	if (layout->flow->count == context->from)
		flow_slab(layout->flow, 0, layout->style->roles[layout->body].leading);
	struct slab *slab = layout->flow->slabs[context->from];
	struct paragraph *paragraph = text_tabular(layout->setter, layout->body, text, label);

	paragraph_break(layout->setter, paragraph, layout->width);
	double room = layout->style->indent - paragraph->width;
	struct mark *mark =
		slab_mark(layout->arena, slab, MARK_LINE,
			  context->x + (list->ordered ? fmin(room, 0) : 3), paragraph->rise);

	mark->paragraph = paragraph;
	move_last_first(slab);
}

static void leave_item(struct layout *layout, struct context *context)
{
	place_label(layout, context);
	layout->flow->below = 0;
	flow_below(layout->flow, layout->style->item_space);
}

static void leave_list(struct layout *layout, const struct context *context)
{
	/* an item alone at a page's end or beginning looks lost */
	size_t count = layout->flow->count;

	if (count > context->from + 1 && context->node->first && !context->node->first->first->next)
		layout->flow->slabs[context->from]->keep = true;
	if (context->item_from > context->from && context->item_from < count)
		layout->flow->slabs[context->item_from - 1]->keep = true;
	flow_below(layout->flow, layout->style->paragraph_space);
}

static void enter_quote(struct layout *layout, const struct node *node)
{
	layout->element = element_new(layout->arena, layout->element, "BlockQuote");
	say_language(layout->element, node);
	layout->body = ROLE_QUOTE;
	flow_below(layout->flow, 10);
	indent(layout, layout->style->indent);
}

static void leave_quote(struct layout *layout, const struct context *context)
{
	for (size_t i = context->from; i < layout->flow->count; i++) {
		struct slab *slab = layout->flow->slabs[i];
		double above = i > context->from ? slab->space : 0;

		slab_rectangle(layout->arena, slab, context->x, -above, 2.5, slab->height + above,
			       COLOUR_SECOND);
	}
	layout->flow->below = 0;
	flow_below(layout->flow, 12);
}

static bool holds_blocks(enum node_kind kind)
{
	return kind == NODE_LIST || kind == NODE_ITEM || kind == NODE_QUOTE ||
	       kind == NODE_PANELS || kind == NODE_PANEL || kind == NODE_PATHWAY;
}

static void enter_container(struct layout *layout, const struct node *node)
{
	context_push(layout, node);
	switch (node->kind) {
	case NODE_LIST:
		enter_list(layout, node);
		break;
	case NODE_ITEM:
		if (node->parent->kind == NODE_PATHWAY)
			layout_step_begin(layout, node);
		else
			enter_item(layout);
		break;
	case NODE_QUOTE:
		enter_quote(layout, node);
		break;
	case NODE_PANEL:
		layout_panel_begin(layout, node);
		break;
	case NODE_PATHWAY:
		layout->element = element_new(layout->arena, layout->element, "L");
		layout->element->numbering = "Decimal";
		flow_below(layout->flow, layout->style->block_space);
		break;
	default:
		break;
	}
}

static void leave_container(struct layout *layout, const struct node *node)
{
	struct context *context = layout->context;

	switch (node->kind) {
	case NODE_LIST:
		leave_list(layout, context);
		break;
	case NODE_ITEM:
		if (node->parent->kind == NODE_PATHWAY)
			layout_step_end(layout, context);
		else
			leave_item(layout, context);
		break;
	case NODE_QUOTE:
		leave_quote(layout, context);
		break;
	case NODE_PANEL:
		layout_panel_end(layout, context);
		break;
	case NODE_PANELS:
		layout_panels_end(layout, context);
		break;
	case NODE_PATHWAY:
		flow_below(layout->flow, layout->style->block_space);
		break;
	default:
		break;
	}
	context_pop(layout);
}

static void enter_block(struct layout *layout, const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		enter_heading(layout, node);
		break;
	case NODE_PARAGRAPH:
		enter_paragraph(layout, node);
		break;
	case NODE_CHART:
		layout_chart(layout, node->chart);
		break;
	case NODE_TABLE:
		layout_table(layout, node->table);
		break;
	case NODE_HEADLINES:
		layout_headlines(layout, node);
		break;
	case NODE_ADDRESS:
		enter_address(layout, node);
		break;
	case NODE_RULE:
		enter_rule(layout);
		break;
	default:
		break;
	}
}

void layout_blocks(struct layout *layout, struct flow *flow)
{
	const struct node *top = layout->document->root, *node = top->first;

	layout->flow = flow;
	layout->element = layout->root;
	layout->x = layout->style->left;
	layout->width = page_style_width(layout->style);
	layout->body = ROLE_BODY;
	layout->level = 1;
	while (node) {
		if (holds_blocks(node->kind)) {
			enter_container(layout, node);
			if (node->first) {
				node = node->first;
				continue;
			}
			leave_container(layout, node);
		} else {
			enter_block(layout, node);
		}
		while (!node->next) {
			node = node->parent;
			if (node == top)
				return;
			leave_container(layout, node);
		}
		node = node->next;
	}
}
