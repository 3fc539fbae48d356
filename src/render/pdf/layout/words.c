#include <math.h>

#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/words.h"

static bool only_paragraph(const struct node *node)
{
	return node->parent && node->parent->kind == NODE_ITEM && node->parent->first == node &&
	       !node->next;
}

/* A paragraph's number in the margin, as part of the paragraph: it is read first. */
static void place_number(struct layout *layout, struct slab *slab, const struct node *node,
			 struct tag *element, double rise)
{
	struct str text = str_format(layout->arena, "%.*s\xc2\xa0", STR_ARG(node_number(node)));
	struct paragraph *number = layout_text(layout, ROLE_NUMBER, text, element, layout->width);

	slab_line(layout->arena, slab, number, 0, layout->style->left - layout->hang, rise);
	slab_last_first(slab);
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

/* Who signed what stands above: a paragraph that is emphasised as a whole. */
static bool is_signature(const struct node *node)
{
	return node->first && node->first->kind == NODE_EMPHASIS && !node->first->next &&
	       node->parent->first != node && node_number(node).length == 0;
}

/* The element of a paragraph, or of what follows the name of a step. */
static struct tag *paragraph_element(struct layout *layout, const struct node *node)
{
	struct tag *element = layout->element;

	if (node->first && node->first == layout->step_name)
		return layout->step_element;
	if (!only_paragraph(node))
		element = element_new(layout->arena, layout->element, "P");
	layout_language(element, node);
	return element;
}

/* Which lines of a paragraph stay together, and with what, besides two at either end. */
static void keep_lines(struct layout *layout, const struct node *node, size_t from)
{
	static const size_t few = 6;
	struct flow *flow = layout->flow;

	if (layout->body == ROLE_QUOTE && flow->count - from <= few)
		flow_keep(flow, from);
	if (layout->body == ROLE_QUOTE && flow->count - from > few)
		flow_keep(flow, flow->count - 3); /* the last may be the speaker's name */
	if (str_ends(node_text(layout->arena, node), STR(":")))
		flow_last(flow)->keep = true; /* it leads to more */
	for (size_t i = from; i < flow->count; i++)
		flow->slabs[i]->text = layout->body != ROLE_STEP_TEXT;
}

struct target *layout_target(struct layout *layout, struct slab *slab, struct str id)
{
	struct target *target = ARENA_NEW(layout->arena, struct target);

	target->id = id;
	slab_mark(layout->arena, slab, MARK_TARGET, layout->x, 0)->target = target;
	if (id.length > 0)
		*map_place(&layout->targets, id) = target;
	return target;
}

void enter_paragraph(struct layout *layout, const struct node *node)
{
	struct flow *flow = layout->flow;
	size_t from = flow->count;
	bool step = node->first && node->first == layout->step_name;
	bool attribution = is_attribution(layout, node);
	struct tag *element = paragraph_element(layout, node);

	text_begin(layout->setter, attribution ? ROLE_SOURCE : layout->body, element);
	text_inlines_from(layout->setter, node, step ? node->first->next : node->first);
	struct paragraph *paragraph = text_end(layout->setter);

	if (from > 0 && (attribution || is_signature(node)))
		flow_last(flow)->keep = true;
	if (from > 0 && attribution) /* close to what was said */
		flow_last(flow)->below = 2;
	paragraph_break(layout->setter, paragraph, layout->width);
	flow_paragraph(flow, paragraph, layout->x, 0);
	flow_below(flow, layout->style->paragraph_space);
	if (flow->count == from)
		return;
	keep_lines(layout, node, from);
	for (const struct node *at = node->first; at; at = node_after(at, node))
		if (at->kind == NODE_LINK && at->link.id.length > 0)
			layout_target(layout, flow->slabs[from], at->link.id);
	if (node_number(node).length > 0)
		place_number(layout, flow->slabs[from], node, element, paragraph->rise);
}

static void note_heading(struct layout *layout, const struct node *node, unsigned level,
			 struct tag *element, size_t slab)
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
	heading->title = node->heading.number.length > 0
				 ? str_format(layout->arena, "%.*s %.*s",
					      STR_ARG(node->heading.number), STR_ARG(text))
				 : text;
	heading->target = layout_target(layout, layout->flow->slabs[slab], node->heading.id);
	heading->target->element = element;
}

/* Space above a heading, in lines of the text; less where it follows another heading at once. */
static double heading_above(const struct layout *layout, unsigned level)
{
	static const double lines[] = {0, 0, 2.5, 1.4, 1.1, 0.8, 0.8};
	bool after_heading = layout->heading_count > 0 &&
			     layout->headings[layout->heading_count - 1].end == layout->flow->count;
	double above = after_heading && level > 3 ? 0.5 : lines[level];

	return above * layout->style->roles[ROLE_BODY].leading;
}

void enter_heading(struct layout *layout, const struct node *node)
{
	static const char *const types[] = {"H1", "H1", "H2", "H3", "H4", "H5", "H6"};
	unsigned own = node->heading.level, level = own < 2 ? 2 : own > 6 ? 6 : own;
	size_t from = layout->flow->count;

	level = level > layout->level + 1 ? layout->level + 1 : level;
	layout->level = level;
	if (level == 2 && !layout->context)
		layout->element = element_new(layout->arena, layout->root, "Sect");
	struct tag *element = element_new(layout->arena, layout->element, types[level]);
	enum text_role role = (enum text_role)(ROLE_HEADING_2 + level - 2);

	text_begin(layout->setter, role, element);
	if (node->heading.number.length > 0)
		text_add(layout->setter,
			 str_format(layout->arena, "%.*s\xc2\xa0", STR_ARG(node->heading.number)),
			 NULL);
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

void enter_address(struct layout *layout, const struct node *node)
{
	struct tag *element = element_new(layout->arena, layout->element, "P");
	size_t from = layout->flow->count;

	text_begin(layout->setter, layout->body, element);
	text_inlines(layout->setter, node);
	struct paragraph *paragraph = text_end(layout->setter);
	double x = layout->x + layout->style->indent;

	if (from > 0) /* words lead to it */
		flow_last(layout->flow)->keep = true;
	paragraph_break(layout->setter, paragraph, layout->width - layout->style->indent);
	flow_paragraph(layout->flow, paragraph, x, 4);
	flow_keep(layout->flow, from);
	flow_below(layout->flow, layout->style->paragraph_space + 4);
}

void enter_rule(struct layout *layout, const struct node *node)
{
	(void)node;
	struct slab *slab = flow_slab(layout->flow, 12, 0.6);

	slab_rectangle(layout->arena, slab, layout->x, 0, layout->width, 0.6, COLOUR_HAIRLINE);
	flow_below(layout->flow, 12);
}
