#include <math.h>

#include "render/pdf/layout/cover.h"
#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/panels.h"

/* Between the parts of the cover, in points. */
enum { COVER_GAP = 42, LEAST_COVER_GAP = 8, BAND_PAD = 14 };

static double cover_title(struct layout *layout, struct slab *slab)
{
	const struct document *document = layout->document;
	const struct page_style *style = layout->style;
	double x = style->cover_margin, width = style->width - x * 2;
	struct tag *council = element_new(layout->arena, layout->root, "P");
	struct tag *title = element_new(layout->arena, layout->root, "H1");
	struct tag *subtitle = element_new(layout->arena, layout->root, "P");

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
		struct tag *element = element_new(layout->arena, layout->root, "P");
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

/* A line of the band; its bottom. */
static double band_line(struct layout *layout, struct slab *slab, enum text_role role,
			struct str text, const char *type, double y)
{
	double left = layout->style->left + BAND_PAD;
	double width = page_style_width(layout->style) - 2 * BAND_PAD;
	struct tag *element = element_new(layout->arena, layout->root, type);

	return y + slab_paragraph(layout->arena, slab,
				  layout_text(layout, role, text, element, width), left, y);
}

void layout_band(struct layout *layout, struct flow *flow)
{
	const struct document *document = layout->document;
	const struct page_style *style = layout->style;
	struct slab *slab = flow_slab(flow, 0, 0);
	struct mark *band = slab_rectangle(layout->arena, slab, style->left, 0,
					   page_style_width(style), 0, COLOUR_COVER);
	double y = BAND_PAD;

	y = band_line(layout, slab, ROLE_COVER_COUNCIL, document->council, "P", y);
	y = band_line(layout, slab, ROLE_TITLE, document->title, "H1", y);
	y = band_line(layout, slab, ROLE_COVER_SUBTITLE, document->subtitle, "P", y);
	for (size_t i = 0; i < document->cover_count; i++)
		y = band_line(layout, slab, ROLE_COVER_COUNCIL, document->cover[i].text, "P", y);
	slab->height = band->height = y + BAND_PAD;
}
