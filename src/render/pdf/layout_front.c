/* The cover and the contents. */
#include <math.h>

#include "render/pdf/layout.h"
#include "render/pdf/linebreak.h"
#include "render/pdf/page.h"

/* Between the parts of the cover, in points. */
enum { COVER_GAP = 42, LEAST_COVER_GAP = 8 };

static double cover_title(struct layout *layout, struct slab *slab)
{
	const struct document *document = layout->document;
	const struct page_style *style = layout->style;
	double x = style->cover_margin, width = style->width - x * 2;
	struct element *council = element_new(layout->arena, layout->root, "P");
	struct element *title = element_new(layout->arena, layout->root, "H1");
	struct element *subtitle = element_new(layout->arena, layout->root, "P");

	slab_paragraph(layout->arena, slab,
		       layout_text(layout, ROLE_COVER_COUNCIL, document->council, council, width),
		       x, style->cover_block * 0.17);
	struct paragraph *text = layout_text(layout, ROLE_TITLE, document->title, title, width);
	double height = (double)text->line_count * text->leading;
	double y = fmax(style->cover_block * 0.3, style->cover_block * 0.6 - height);

	y += slab_paragraph(layout->arena, slab, text, x, y) + 10;
	return y + slab_paragraph(layout->arena, slab,
				  layout_text(layout, ROLE_COVER_SUBTITLE, document->subtitle,
					      subtitle, width),
				  x, y);
}

/* How wide the labels of the lines below are, with room behind them. */
static double cover_label_width(struct layout *layout)
{
	const struct document *document = layout->document;
	double width = 0;

	for (size_t i = 0; i < document->cover_count; i++)
		width = fmax(width, paragraph_natural(text_plain(layout->setter, ROLE_COVER_LABEL,
								 document->cover[i].label, NULL)));
	return fmin(width + 24, layout->width / 2);
}

static double cover_text_height(struct layout *layout, enum text_role role, struct str text,
				double width)
{
	struct paragraph *paragraph = text_plain(layout->setter, role, text, NULL);

	paragraph_break(layout->setter, paragraph, width);
	return (double)paragraph->line_count * paragraph->leading;
}

/* What cover_lines() will take. */
static double cover_lines_height(struct layout *layout)
{
	const struct document *document = layout->document;
	double label = cover_label_width(layout), height = 0;

	for (size_t i = 0; i < document->cover_count; i++)
		height +=
			4 + fmax(cover_text_height(layout, ROLE_COVER_LABEL,
						   document->cover[i].label, label),
				 cover_text_height(layout, ROLE_COVER_TEXT, document->cover[i].text,
						   layout->width - label));
	return height;
}

/* The lines that say for whom the document is and by which role: label, then text beside it. */
static void cover_lines(struct layout *layout, struct slab *slab, double y)
{
	const struct document *document = layout->document;
	double x = layout->x, label_width = cover_label_width(layout);

	for (size_t i = 0; i < document->cover_count; i++) {
		struct element *element = element_new(layout->arena, layout->root, "P");
		struct str label = str_format(layout->arena, "%.*s\xc2\xa0",
					      STR_ARG(document->cover[i].label));
		double first = slab_paragraph(
			layout->arena, slab,
			layout_text(layout, ROLE_COVER_LABEL, label, element, label_width), x, y);
		double second =
			slab_paragraph(layout->arena, slab,
				       layout_text(layout, ROLE_COVER_TEXT, document->cover[i].text,
						   element, layout->width - label_width),
				       x + label_width, y);

		y += fmax(first, second) + 4;
	}
}

void layout_cover(struct layout *layout, struct flow *flow)
{
	const struct page_style *style = layout->style;
	struct slab *slab = flow_slab(flow, 0, style->height);
	struct flow figures = {.arena = layout->arena};

	/* Put back before this returns. */
	/* cppcheck-suppress autoVariables */
	layout->flow = &figures;
	layout->element = layout->root;
	layout->x = style->cover_margin;
	layout->width = style->width - style->cover_margin * 2;
	double title = cover_title(layout, slab), below = cover_lines_height(layout);
	double bottom = style->height - style->bottom / 2;

	if (layout->document->headlines) {
		enter_headlines(layout, layout->document->headlines);
		below += flow_height(&figures, 0, figures.count);
	}
	/* In large print what stands below needs the room: the block gives way, then the gaps. */
	double gap = fmax(LEAST_COVER_GAP, fmin(COVER_GAP, (bottom - title - below) / 3));
	double block = fmax(title + gap, fmin(style->cover_block, bottom - below - gap * 2));
	double y = block + gap;

	slab_rectangle(layout->arena, slab, 0, 0, style->width, block, COLOUR_COVER);
	slab_rectangle(layout->arena, slab, 0, block, style->width, 5, COLOUR_SECOND);
	if (layout->document->headlines) {
		slab_flow(layout->arena, slab, &figures, y);
		y += flow_height(&figures, 0, figures.count) + gap;
	}
	cover_lines(layout, slab, y);
}

/* The width of the numbers' column: the widest number and some room. */
static double number_width(struct layout *layout, unsigned depth)
{
	double widest = 12;

	for (size_t i = 0; i < layout->heading_count; i++) {
		const struct heading *heading = &layout->headings[i];

		if (heading->level > depth)
			continue;
		widest = fmax(widest, paragraph_natural(text_plain(layout->setter, ROLE_CONTENTS,
								   heading->node->number, NULL)));
	}
	return widest + 12;
}

static void contents_row(struct layout *layout, const struct heading *heading,
			 struct element *parent, size_t page, double number)
{
	struct arena *arena = layout->arena;
	bool top = heading->level == 2;
	enum text_role role = top ? ROLE_CONTENTS : ROLE_CONTENTS_SUB;
	struct element *reference = element_new(arena, parent, "Reference");
	struct element *link = element_new(arena, reference, "Link");
	double right = layout->x + layout->width, deeper = heading->level > 3 ? 12 : 0;
	double width = layout->width - number - deeper - 40;
	struct str at = str_format(arena, "%zu", page);
	struct str label = str_format(arena, "%.*s\xc2\xa0", STR_ARG(heading->node->number));
	struct paragraph *title = layout_text(
		layout, role,
		str_format(arena, "%.*s\xc2\xa0", STR_ARG(node_text(arena, heading->node))), link,
		width);
	struct slab *slab = flow_slab(layout->flow, top ? 9 : 1.5,
				      (double)title->line_count * title->leading + (top ? 4 : 0));

	link->alt = str_format(arena, "%.*s, page %zu", STR_ARG(heading->title), page);
	slab_paragraph(arena, slab, layout_text(layout, role, label, link, layout->width),
		       layout->x, 0);
	slab_paragraph(arena, slab, title, layout->x + number + deeper, 0);
	struct paragraph *digits = text_tabular(layout->setter, role, at, link);

	paragraph_break(layout->setter, digits, layout->width);
	slab_paragraph(arena, slab, digits, right - digits->width,
		       (double)(title->line_count - 1) * title->leading);
	struct mark *row = slab_mark(arena, slab, MARK_LINK, layout->x, 0);

	row->width = layout->width;
	row->height = (double)title->line_count * title->leading;
	row->element = link;
	row->target = heading->target;
	if (top)
		slab_rectangle(arena, slab, layout->x, slab->height - 0.6, layout->width, 0.6,
			       COLOUR_HAIRLINE);
}

/* Is the next heading in the contents one below this one? */
static bool leads_on(const struct layout *layout, size_t index, unsigned depth)
{
	if (index + 1 >= layout->heading_count)
		return false;
	unsigned next = layout->headings[index + 1].level;

	return next > layout->headings[index].level && next <= depth;
}

static void contents_rows(struct layout *layout, struct element *toc, const struct cuts *cuts,
			  size_t first, unsigned depth)
{
	/* by level: the open list, and its last entry, in which a deeper list opens */
	struct element *lists[8] = {[2] = toc}, *items[8] = {0};
	double number = number_width(layout, depth);
	unsigned open = 2;

	for (size_t i = 0; i < layout->heading_count; i++) {
		const struct heading *heading = &layout->headings[i];
		size_t page = first + cuts_page(cuts, heading->slab);

		if (heading->level > depth)
			continue;
		while (open < heading->level && items[open]) {
			lists[open + 1] = element_new(layout->arena, items[open], "TOC");
			items[++open] = NULL;
		}
		if (open > heading->level)
			open = heading->level;
		items[open] = element_new(layout->arena, lists[open], "TOCI");
		contents_row(layout, heading, items[open], page, number);
		layout->flow->slabs[layout->flow->count - 1]->keep = leads_on(layout, i, depth);
	}
}

/* How deep the contents go: as deep as two pages allow, at most to the third level. */
static unsigned contents_depth(const struct layout *layout)
{
	double most = page_style_height(layout->style) * 1.9, height = 0;
	unsigned depth = 2;

	for (unsigned level = 2; level <= 4; level++) {
		enum text_role role = level == 2 ? ROLE_CONTENTS : ROLE_CONTENTS_SUB;
		double row = layout->style->roles[role].leading + (level == 2 ? 13 : 1.5);

		for (size_t i = 0; i < layout->heading_count; i++)
			height += layout->headings[i].level == level ? row : 0;
		if (height < most)
			depth = level;
	}
	return depth;
}

void layout_contents(struct layout *layout, struct flow *flow, struct element *toc,
		     const struct cuts *cuts, size_t first)
{
	struct element *heading = element_new(layout->arena, toc->parent, "H2");

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
	flow_below(flow, 14);
	contents_rows(layout, toc, cuts, first, contents_depth(layout));
}
