/* A chart on the page: title, subtitle, drawing, description, source; all kept together. */
#include <math.h>

#include "render/pdf/layout.h"
#include "render/pdf/linebreak.h"

static void caption(struct layout *layout, const struct chart *chart)
{
	struct element *element = element_new(layout->arena, layout->element, "P");
	struct str title = str_format(layout->arena, "Figure\xc2\xa0%u: %.*s", chart->number,
				      STR_ARG(chart->title));
	struct paragraph *text = layout_text(layout, ROLE_CAPTION, title, element, layout->width);

	flow_paragraph(layout->flow, text, layout->x, layout->style->block_space);
	if (chart->subtitle.length == 0)
		return;
	element = element_new(layout->arena, layout->element, "P");
	text = layout_text(layout, ROLE_SUBTITLE, chart->subtitle, element, layout->width);
	flow_paragraph(layout->flow, text, layout->x, 1);
}

/* What stands for the drawing to those who do not see it; the description is read after it. */
static struct str alternative(struct layout *layout, const struct chart *chart)
{
	return str_format(layout->arena, "Chart. Figure %u: %.*s. Described below.", chart->number,
			  STR_ARG(chart->title));
}

/* The drawing leaves room for the title above it, whose slabs begin with `from`. */
static double most_height(const struct layout *layout, size_t from)
{
	double whole = page_style_height(layout->style), title = 8;

	for (size_t i = from; i < layout->flow->count; i++)
		title += layout->flow->slabs[i]->height + layout->flow->slabs[i]->space;
	return fmax(whole * 0.4, fmin(whole * layout->style->chart_share, whole - title));
}

static void picture(struct layout *layout, const struct chart *chart, size_t from)
{
	struct element *figure = element_new(layout->arena, layout->element, "Figure");
	struct drawing *drawing = drawing_of_chart(layout->setter, chart,
						   fmin(layout->width, layout->style->chart_width),
						   most_height(layout, from));

	drawing->next = layout->drawings;
	layout->drawings = drawing;
	figure->alt = alternative(layout, chart);
	struct slab *slab = flow_slab(layout->flow, 8, drawing->height * drawing->scale);
	struct mark *mark = slab_mark(layout->arena, slab, MARK_DRAWING, layout->x, 0);

	mark->width = drawing->width * drawing->scale;
	mark->height = slab->height;
	mark->element = figure;
	mark->drawing = drawing;
}

static void description(struct layout *layout, const struct chart *chart)
{
	struct typesetter *setter = layout->setter;
	struct element *element = element_new(layout->arena, layout->element, "P");
	struct run bold = run_of(setter, ROLE_SMALL);

	bold.slot |= FONT_BOLD;
	text_begin(setter, ROLE_SMALL, element);
	text_add(setter,
		 str_format(layout->arena, "Description of figure\xc2\xa0%u:", chart->number),
		 &bold);
	text_add(setter, STR(" "), NULL);
	text_add(setter, chart->description, NULL);
	struct paragraph *text = text_end(setter);

	paragraph_break(setter, text, layout->width);
	flow_paragraph(layout->flow, text, layout->x, 8);
}

static void small_print(struct layout *layout, const char *head, struct str text)
{
	if (text.length == 0)
		return;
	struct element *element = element_new(layout->arena, layout->element, "P");
	struct str all = str_format(layout->arena, "%s%.*s", head, STR_ARG(text));

	flow_paragraph(layout->flow, layout_text(layout, ROLE_SOURCE, all, element, layout->width),
		       layout->x, 3);
}

void layout_chart(struct layout *layout, const struct chart *chart)
{
	size_t from = layout->flow->count;

	caption(layout, chart);
	picture(layout, chart, from);
	if (chart->description.length > 0)
		description(layout, chart);
	small_print(layout, "Note: ", chart->note);
	small_print(layout, "Source: ", chart->source);
	flow_keep(layout->flow, from);
	flow_below(layout->flow, layout->style->block_space);
}
