#include <math.h>

#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/panels.h"

static const double panel_gap = 12, panel_side = 15, panel_rule = 3, panel_pad = 11;

/* A panel that has ended waits here for the others of its row. */
struct panel {
	struct flow flow;
	double x, width;
	enum colour colour;
};

static size_t count_children(const struct node *node)
{
	size_t count = 0;

	for (const struct node *child = node->first; child; child = child->next)
		count++;
	return count;
}

static size_t place_among(const struct node *node)
{
	size_t index = 0;

	for (const struct node *child = node->parent->first; child != node; child = child->next)
		index++;
	return index;
}

/* Panels with much text stand one above the other, as do those of editions with large letters. */
static bool panels_stacked(const struct layout *layout, const struct node *panels)
{
	static const size_t much = 750; /* bytes that fill half a page of a narrow column */

	if (layout->style->stacked || !panels->first->next)
		return true;
	for (const struct node *panel = panels->first; panel; panel = panel->next) {
		size_t length = 0;

		for (const struct node *node = panel->first; node; node = node_after(node, panel))
			length += node_words(node).length;
		if (length > much)
			return true;
	}
	return false;
}

static enum colour panel_colour(struct str style)
{
	if (str_is(style, "success"))
		return COLOUR_SECOND;
	return str_is(style, "note") ? COLOUR_THIRD : COLOUR_FIRST;
}

static void panel_title(struct layout *layout, const struct node *node)
{
	static const char *const types[] = {"H2", "H2", "H3", "H4", "H5", "H6", "P"};
	struct tag *element = element_new(layout->arena, layout->element,
					  types[layout->level < 6 ? layout->level : 6]);
	struct paragraph *text =
		layout_text(layout, ROLE_PANEL_TITLE, node->panel.title, element, layout->width);

	flow_paragraph(layout->flow, text, layout->x, 0);
	flow_keep(layout->flow, 0);
	if (layout->flow->count > 0)
		layout->flow->slabs[layout->flow->count - 1]->keep = true;
	flow_below(layout->flow, 4);
}

void enter_panels(struct layout *layout, const struct node *node)
{
	(void)node;
	flow_below(layout->flow, layout_above(layout));
}

void enter_panel(struct layout *layout, const struct node *node)
{
	struct panel *panel = ARENA_NEW(layout->arena, struct panel);
	size_t index = place_among(node), count = count_children(node->parent);
	bool alone = panels_stacked(layout, node->parent) || (index + 1 == count && index % 2 == 0);
	double half = (layout->width - panel_gap) / 2;

	panel->colour = panel_colour(node->panel.style);
	panel->width = alone ? layout->width : half;
	panel->x = layout->x + (alone || index % 2 == 0 ? 0 : half + panel_gap);
	panel->flow.arena = layout->arena;
	layout->flow = &panel->flow;
	layout->x = panel->x + panel_side;
	layout->width = panel->width - panel_side * 2 + 3;
	layout->body = ROLE_PANEL;
	layout->element = element_new(layout->arena, layout->element, "Sect");
	if (node->panel.title.length > 0)
		panel_title(layout, node);
}

static void panel_backdrop(struct layout *layout, struct slab *slab, const struct panel *panel,
			   double above, double height)
{
	slab_rectangle(layout->arena, slab, panel->x, -above, panel->width, height, COLOUR_TINT);
	slab_rectangle(layout->arena, slab, panel->x, -above, panel_rule, height, panel->colour);
}

static double panel_height(const struct panel *panel)
{
	return flow_height(&panel->flow, 0, panel->flow.count);
}

/* One slab for the panel, or for it and the one beside it. */
static void panels_whole(struct layout *layout, struct flow *flow, const struct panel *left,
			 const struct panel *right)
{
	double height = fmax(panel_height(left), right ? panel_height(right) : 0);
	struct slab *slab = flow_slab(flow, panel_gap, height + panel_pad * 2);

	panel_backdrop(layout, slab, left, 0, slab->height);
	if (right)
		panel_backdrop(layout, slab, right, 0, slab->height);
	slab_flow(layout->arena, slab, &left->flow, panel_pad);
	if (right)
		slab_flow(layout->arena, slab, &right->flow, panel_pad);
}

/* The panel's own slabs, each with its part of the backdrop, so that pages may cut it. */
static void panel_cut(struct layout *layout, struct flow *flow, const struct panel *panel)
{
	for (size_t i = 0; i < panel->flow.count; i++) {
		const struct slab *from = panel->flow.slabs[i];
		bool last = i + 1 == panel->flow.count;
		double above = i == 0 ? panel_pad : 0;
		double gap = i == 0 ? 0 : slab_gap(panel->flow.slabs[i - 1], from);
		struct slab *slab = flow_slab(flow, i == 0 ? panel_gap : gap,
					      from->height + above + (last ? panel_pad : 0));
		struct flow one = {
			.arena = layout->arena, .slabs = &panel->flow.slabs[i], .count = 1};

		slab->keep = from->keep;
		slab->head = from->head;
		panel_backdrop(layout, slab, panel, gap, slab->height + gap);
		slab_flow(layout->arena, slab, &one, above);
	}
}

/* Sets a panel, or the second of a row with the first, into the flow round the panels. */
static void panel_place(struct layout *layout, struct flow *flow, struct panel *panel,
			struct panel *beside)
{
	double most = page_style_height(layout->style) * 0.7;

	if (panel_height(panel) > most || (beside && panel_height(beside) > most)) {
		panel_cut(layout, flow, panel);
		if (beside)
			panel_cut(layout, flow, beside);
		return;
	}
	panels_whole(layout, flow, panel, beside);
}

/* Ends a panel: the first of a row waits for the second, in the context of the panels. */
void leave_panel(struct layout *layout, struct context *context)
{
	struct panel *panel = (struct panel *)layout->flow; /* its first member */
	struct context *row = context->outer;
	bool half = panel->width < row->width;

	if (half && panel->x <= row->x) {
		row->waiting = panel;
		return;
	}
	if (row->waiting)
		panel_place(layout, row->flow, row->waiting, panel);
	else
		panel_place(layout, row->flow, panel, NULL);
	row->waiting = NULL;
}

void leave_panels(struct layout *layout, struct context *context)
{
	if (context->waiting)
		panel_place(layout, context->flow, context->waiting, NULL);
	flow_below(context->flow, layout->style->block_space);
}

/* Where a headline figure's number ends and its label begins. */
static const struct node *headline_label(const struct node *headline)
{
	const struct node *first = headline->first;

	return first && first->kind == NODE_STRONG ? first->next : first;
}

static double place_headline(struct layout *layout, struct slab *slab, const struct node *node,
			     struct tag *list, double x, double width)
{
	struct tag *item = element_new(layout->arena, list, "LI");
	struct tag *body = element_new(layout->arena, item, "LBody");
	const struct node *first = node->first;
	double y = 9;

	slab_rectangle(layout->arena, slab, x, 0, width, 2.5, COLOUR_SECOND);
	if (first && first->kind == NODE_STRONG) {
		struct str number = str_format(layout->arena, "%.*s\xc2\xa0",
					       STR_ARG(node_text(layout->arena, first)));

		y += slab_paragraph(layout->arena, slab,
				    layout_text(layout, ROLE_HEADLINE, number, body, width), x, y);
	}
	text_begin(layout->setter, ROLE_HEADLINE_LABEL, body);
	text_inlines_from(layout->setter, node, headline_label(node));
	struct paragraph *label = text_end(layout->setter);

	paragraph_break(layout->setter, label, width);
	return y + 1 + slab_paragraph(layout->arena, slab, label, x, y + 1);
}

static size_t headlines_in_row(const struct layout *layout, size_t count)
{
	if (layout->style->stacked)
		return 2;
	if (count == 5 || count == 6)
		return 3;
	return count > 4 ? 4 : count < 3 ? 3 : count;
}

void enter_headlines(struct layout *layout, const struct node *node)
{
	static const double gap = 16;
	struct tag *list = element_new(layout->arena, layout->element, "L");
	size_t in_row = headlines_in_row(layout, count_children(node)), index = 0;
	size_t from = layout->flow->count;
	double width = (layout->width - gap * (double)(in_row - 1)) / (double)in_row;
	struct slab *slab = NULL;

	list->numbering = "None";
	for (const struct node *child = node->first; child; child = child->next, index++) {
		size_t column = index % in_row;

		if (column == 0)
			slab = flow_slab(layout->flow, layout_above(layout), 0);
		double x = layout->x + (double)column * (width + gap);

		slab->height =
			fmax(slab->height, place_headline(layout, slab, child, list, x, width));
	}
	if (!layout->style->stacked)
		flow_keep(layout->flow, from);
	flow_below(layout->flow, layout->style->block_space);
}

static const double step_radius = 11, step_indent = 38, step_gap = 14;

/* The step's name on a line of its own: the bold words that its first paragraph begins with. */
static const struct node *step_name(struct layout *layout, const struct node *node)
{
	const struct node *paragraph = node->first;
	const struct node *name = paragraph ? paragraph->first : NULL;

	if (!name || paragraph->kind != NODE_PARAGRAPH || name->kind != NODE_STRONG)
		return NULL;
	struct tag *element = paragraph->next ? element_new(layout->arena, layout->element, "P")
					      : layout->element;
	struct str text = node_text(layout->arena, name);

	if (str_ends(text, STR(".")) || str_ends(text, STR(":")))
		text.length--;
	text = str_format(layout->arena, "%.*s\xc2\xa0", STR_ARG(text));
	flow_paragraph(layout->flow, layout_text(layout, ROLE_STEP, text, element, layout->width),
		       layout->x, 0);
	flow_keep(layout->flow, layout->context->from);
	layout->flow->slabs[layout->flow->count - 1]->keep = true;
	layout->step_element = element;
	return name;
}

void enter_pathway(struct layout *layout, const struct node *node)
{
	(void)node;
	layout->element = element_new(layout->arena, layout->element, "L");
	layout->element->numbering = "Decimal";
	flow_below(layout->flow, layout_above(layout));
}

/* The steps stay on one page, if one can hold them. */
void leave_pathway(struct layout *layout, struct context *context)
{
	const struct flow *flow = layout->flow;

	if (flow_height(flow, context->from, flow->count) < page_style_height(layout->style) * 0.9)
		flow_keep(layout->flow, context->from);
	flow_below(layout->flow, layout->style->block_space);
}

void enter_step(struct layout *layout, const struct node *node)
{
	struct tag *item = element_new(layout->arena, layout->element, "LI");

	layout->context->outer->items++;
	element_new(layout->arena, item, "Lbl");
	layout->element = element_new(layout->arena, item, "LBody");
	layout->x += step_indent;
	layout->width -= step_indent;
	layout->body = ROLE_STEP_TEXT;
	layout->step_name = step_name(layout, node);
}

/* The disc stands beside the step's first line. */
static double step_centre(const struct layout *layout)
{
	return layout->style->roles[ROLE_STEP].leading / 2;
}

/* The line that leads from a step's disc to the next one's, along all of its slabs. */
static void step_line(struct layout *layout, const struct context *context, double middle)
{
	struct flow *flow = layout->flow;

	for (size_t i = context->from; i < flow->count; i++) {
		struct slab *slab = flow->slabs[i];
		double from = i == context->from ? step_centre(layout) + step_radius + 3
						 : -slab_gap(flow->slabs[i - 1], slab);

		slab_rectangle(layout->arena, slab, middle - 0.6, from, 1.2, slab->height - from,
			       COLOUR_FIRST);
	}
}

void leave_step(struct layout *layout, struct context *context)
{
	struct flow *flow = layout->flow;
	struct tag *label = layout->element->parent->first->element;
	struct str text = str_format(layout->arena, "%u\xc2\xa0", context->outer->items);
	double middle = context->x + step_radius;
	double centre = step_centre(layout);
	bool last = !context->node->next;

	if (flow->count == context->from)
		flow_slab(flow, 0, step_radius * 2);
	struct slab *slab = flow->slabs[context->from];
	struct mark *disc = slab_mark(layout->arena, slab, MARK_DISC, middle, centre);
	struct paragraph *number = layout_text(layout, ROLE_STEP_NUMBER, text, label, step_indent);

	disc->width = step_radius;
	disc->colour = COLOUR_FIRST;
	slab_paragraph(layout->arena, slab, number, middle - paragraph_ink(number) / 2,
		       centre - number->leading / 2);
	flow->slabs[context->from]->keep |= flow->count > context->from + 1;
	flow_last(flow)->below = 0;
	if (!last)
		flow_slab(flow, 0, step_gap);
	flow->slabs[flow->count - (last ? 1 : 2)]->keep |= !last;
	if (!last)
		step_line(layout, context, middle);
}
