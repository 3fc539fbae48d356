#include "render/pdf/layout/blocks.h"

#include "render/pdf/layout/chart.h"
#include "render/pdf/layout/list.h"
#include "render/pdf/layout/panels.h"
#include "render/pdf/layout/table.h"
#include "render/pdf/layout/words.h"

static void context_push(struct layout *layout, const struct node *node)
{
	struct context *context = ARENA_NEW(layout->arena, struct context);

	*context = (struct context){
		.outer = layout->context,
		.node = node,
		.flow = layout->flow,
		.element = layout->element,
		.x = layout->x,
		.width = layout->width,
		.backwards = layout->backwards,
		.body = layout->body,
		.from = layout->flow->count,
	};
	layout->context = context;
}

static void context_pop(struct layout *layout)
{
	const struct context *context = layout->context;

	layout->flow = context->flow;
	layout->element = context->element;
	layout->x = context->x;
	layout->width = context->width;
	layout->backwards = context->backwards;
	layout->body = context->body;
	layout->context = context->outer;
}

/* What the walk does with a kind of block: `leave` is for those that hold blocks. */
static const struct {
	void (*enter)(struct layout *layout, const struct node *node);
	void (*leave)(struct layout *layout, struct context *context);
} kinds[] = {
	[NODE_HEADING] = {enter_heading, NULL},
	[NODE_PARAGRAPH] = {enter_paragraph, NULL},
	[NODE_LIST] = {enter_list, leave_list},
	[NODE_ITEM] = {enter_item, leave_item},
	[NODE_QUOTE] = {enter_quote, leave_quote},
	[NODE_CHART] = {enter_chart, NULL},
	[NODE_TABLE] = {enter_table, NULL},
	[NODE_PANELS] = {enter_panels, leave_panels},
	[NODE_PANEL] = {enter_panel, leave_panel},
	[NODE_HEADLINES] = {enter_headlines, NULL},
	[NODE_HEADLINE] = {NULL, NULL},
	[NODE_PATHWAY] = {enter_pathway, leave_pathway},
	[NODE_ADDRESS] = {enter_address, NULL},
	[NODE_RULE] = {enter_rule, NULL},
};

static void leave(struct layout *layout)
{
	kinds[layout->context->node->kind].leave(layout, layout->context);
	context_pop(layout);
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
		bool holds = kinds[node->kind].leave;

		if (holds)
			context_push(layout, node);
		kinds[node->kind].enter(layout, node);
		if (holds && node->first) {
			node = node->first;
			continue;
		}
		if (holds)
			leave(layout);
		while (!node->next) {
			node = node->parent;
			if (node == top)
				return;
			leave(layout);
		}
		node = node->next;
	}
}
