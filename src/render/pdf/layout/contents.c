#include <math.h>

#include "render/pdf/layout/contents.h"
#include "render/pdf/layout/cut.h"
#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/page.h"

/* Above and below the row of a chapter, and above that of a section; points. */
static const double top_above = 9, top_below = 4, sub_above = 1.5, title_below = 14;
static const double least_air = 0.4; /* of the chapters' space */

/* The contents while they are laid out. */
struct contents {
	struct layout *layout;
	const struct cuts *cuts;
	size_t first;	/* the body's first page */
	unsigned depth; /* the level of the deepest headings that have a row */
	double air;	/* how much of the chapters' space is left */
	double number;	/* width of the numbers' column */
};

/* The width of the numbers' column: the widest number and some room. */
static double number_width(const struct layout *layout, unsigned depth)
{
	double widest = 12;

	for (size_t i = 0; i < layout->heading_count; i++) {
		const struct heading *heading = &layout->headings[i];

		if (heading->level > depth)
			continue;
		widest = fmax(widest,
			      paragraph_natural(text_plain(layout->setter, ROLE_CONTENTS,
							   heading->node->heading.number, NULL)));
	}
	return widest + 12;
}

/* What is printed of a row, all of it the link's. */
static double row_words(const struct contents *self, struct slab *slab,
			const struct heading *heading, struct tag *link, struct str page)
{
	struct layout *layout = self->layout;
	struct arena *arena = layout->arena;
	enum text_role role = heading->level == 2 ? ROLE_CONTENTS : ROLE_CONTENTS_SUB;
	double deeper = heading->level > 3 ? 12 : 0;
	struct str label =
		str_format(arena, "%.*s\xc2\xa0", STR_ARG(heading->node->heading.number));
	struct str words =
		str_format(arena, "%.*s\xc2\xa0", STR_ARG(node_text(arena, heading->node)));
	struct paragraph *title =
		layout_text(layout, role, words, link, layout->width - self->number - deeper - 40);
	struct paragraph *digits = text_tabular(layout->setter, role, page, link);

	slab_paragraph(arena, slab, layout_text(layout, role, label, link, layout->width),
		       layout->x, 0);
	double height = slab_paragraph(arena, slab, title, layout->x + self->number + deeper, 0);

	paragraph_break(layout->setter, digits, layout->width);
	slab_paragraph(arena, slab, digits, layout->x + layout->width - digits->width,
		       height - title->leading);
	return height;
}

static void contents_row(const struct contents *self, const struct heading *heading,
			 struct tag *parent)
{
	struct layout *layout = self->layout;
	struct arena *arena = layout->arena;
	bool top = heading->level == 2;
	struct tag *link = element_new(arena, element_new(arena, parent, "Reference"), "Link");
	struct str page =
		str_format(arena, "%zu", self->first + cuts_page(self->cuts, heading->slab));
	struct slab *slab = flow_slab(layout->flow, top ? top_above * self->air : sub_above, 0);
	double height = row_words(self, slab, heading, link, page);
	struct mark *row = slab_mark(arena, slab, MARK_LINK, layout->x, 0);

	link->alt = str_format(arena, "%.*s, page %.*s", STR_ARG(heading->title), STR_ARG(page));
	row->width = layout->width;
	row->height = height;
	row->element = link;
	row->target = heading->target;
	slab->height = height + (top ? top_below * self->air : 0);
	if (top)
		slab_rectangle(arena, slab, layout->x, slab->height - 0.6, layout->width, 0.6,
			       COLOUR_HAIRLINE);
	else
		slab->reluctance = 0.05; /* pages end rather before a chapter */
}

/* Is the next heading in the contents one below this one? */
static bool leads_on(const struct layout *layout, size_t index, unsigned depth)
{
	if (index + 1 >= layout->heading_count)
		return false;
	unsigned next = layout->headings[index + 1].level;

	return next > layout->headings[index].level && next <= depth;
}

static void contents_rows(const struct contents *self, struct tag *toc)
{
	struct layout *layout = self->layout;
	/* by level: the open list, and its last entry, in which a deeper list opens */
	struct tag *lists[8] = {[2] = toc}, *items[8] = {0};
	unsigned open = 2;

	for (size_t i = 0; i < layout->heading_count; i++) {
		const struct heading *heading = &layout->headings[i];

		if (heading->level > self->depth)
			continue;
		while (open < heading->level && items[open]) {
			lists[open + 1] = element_new(layout->arena, items[open], "TOC");
			items[++open] = NULL;
		}
		if (open > heading->level)
			open = heading->level;
		items[open] = element_new(layout->arena, lists[open], "TOCI");
		contents_row(self, heading, items[open]);
		flow_last(layout->flow)->keep = leads_on(layout, i, self->depth);
	}
}

/* What the rows take, headings down to a level, when `air` of the space between them is left. */
static double rows_height(const struct layout *layout, unsigned depth, double air)
{
	const struct role_style *roles = layout->style->roles;
	double height = roles[ROLE_HEADING_2].leading + title_below;

	for (size_t i = 0; i < layout->heading_count; i++) {
		unsigned level = layout->headings[i].level;

		if (level == 2)
			height += roles[ROLE_CONTENTS].leading + (top_above + top_below) * air;
		else if (level <= depth)
			height += roles[ROLE_CONTENTS_SUB].leading + sub_above;
	}
	return height;
}

/* How deep the contents go: as deep as two pages allow, at most to the third level. */
static unsigned contents_depth(const struct layout *layout)
{
	double most = page_style_height(layout->style) * 1.95;

	for (unsigned depth = 4; depth > 2; depth--)
		if (rows_height(layout, depth, least_air) <= most)
			return depth;
	return 2;
}

/* How much of the space between rows is left, so that no few rows need a page of their own. */
static double contents_air(const struct layout *layout, unsigned depth)
{
	double page = page_style_height(layout->style) * 0.98, air = 1;
	double pages = ceil(rows_height(layout, depth, least_air) / page);

	while (air > least_air && rows_height(layout, depth, air) > pages * page)
		air -= 0.05;
	return air;
}

void layout_contents(struct layout *layout, struct flow *flow, struct tag *toc,
		     const struct cuts *cuts, size_t first)
{
	struct contents self = {layout, cuts, first, contents_depth(layout), 1, 0};
	struct tag *heading = element_new(layout->arena, toc->parent, "H2");

	layout->flow = flow;
	layout->x = layout->style->left;
	layout->width = page_style_width(layout->style);
	struct paragraph *title =
		layout_text(layout, ROLE_HEADING_2, STR("Contents"), heading, layout->width);

	flow_paragraph(flow, title, layout->x, 0);
	flow->slabs[0]->keep = true;
	layout->contents = ARENA_NEW(layout->arena, struct target);
	layout->contents->element = heading;
	slab_mark(layout->arena, flow->slabs[0], MARK_TARGET, layout->x, 0)->target =
		layout->contents;
	flow_below(flow, title_below);
	self.air = contents_air(layout, self.depth);
	self.number = number_width(layout, self.depth);
	contents_rows(&self, toc);
}
