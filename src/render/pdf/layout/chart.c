#include <math.h>

#include "render/pdf/layout/chart.h"
#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/linebreak.h"

#define PICTURE_SPACE 8 /* above it, in points */

static void caption(struct layout *layout, const struct chart *chart)
{
	struct tag *element = element_new(layout->arena, layout->element, "P");
	struct str title = str_format(layout->arena, "Figure\xc2\xa0%u: %.*s", chart->number,
				      STR_ARG(chart->title));
	struct paragraph *text = layout_text(layout, ROLE_CAPTION, title, element, layout->width);

	flow_paragraph(layout->flow, text, layout->x, layout_above(layout));
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

/* Leaves room for the title, whose slabs begin with `from`, and for headings kept with it. */
static double first_height(const struct layout *layout, size_t from)
{
	double whole = page_style_height(layout->style);

	while (from > 0 && layout->flow->slabs[from - 1]->keep)
		from--;
	return fmax(whole * 0.4,
		    whole - flow_height(layout->flow, from, layout->flow->count) - PICTURE_SPACE);
}

/* A page with a line of caption above the picture. */
static double most_height(const struct layout *layout)
{
	return page_style_height(layout->style) - layout->style->roles[ROLE_CAPTION].leading -
	       PICTURE_SPACE;
}

/* Above a picture that goes on; not read aloud, as the figure is one. */
static void continued(struct layout *layout, const struct chart *chart, size_t part)
{
	struct str text = str_format(layout->arena, "Figure\xc2\xa0%u, continued: part\xc2\xa0%zu",
				     chart->number, part);
	size_t from = layout->flow->count;

	flow_paragraph(layout->flow, layout_text(layout, ROLE_CAPTION, text, NULL, layout->width),
		       layout->x, layout->style->block_space);
	for (size_t i = from; i < layout->flow->count; i++) {
		layout->flow->slabs[i]->keep = true;
		for (struct mark *mark = layout->flow->slabs[i]->first; mark; mark = mark->next)
			mark->artifact = true;
	}
}

static void place_drawing(struct layout *layout, struct chart_drawing *drawing, struct tag *figure)
{
	struct slab *slab =
		flow_slab(layout->flow, PICTURE_SPACE, drawing->height * drawing->scale);
	struct mark *mark = slab_mark(layout->arena, slab, MARK_DRAWING, layout->x, 0);

	mark->width = drawing->width * drawing->scale;
	mark->height = slab->height;
	mark->element = figure;
	mark->drawing = drawing;
}

/* One figure, whose picture takes several pages when it has very many rows. */
static void picture(struct layout *layout, const struct chart *chart, size_t from)
{
	struct tag *figure = element_new(layout->arena, layout->element, "Figure");
	struct chart_drawing *first =
		drawings_of_chart(layout->setter, layout->inks, chart,
				  fmin(layout->width, layout->style->chart_width),
				  first_height(layout, from), most_height(layout));
	struct chart_drawing *last = first;
	size_t part = 1;

	figure->alt = alternative(layout, chart);
	flow_keep(layout->flow, from);
	flow_last(layout->flow)->keep = true;
	place_drawing(layout, first, figure);
	for (; last->next; last = last->next) {
		continued(layout, chart, ++part);
		place_drawing(layout, last->next, figure);
	}
	last->next = layout->drawings;
	layout->drawings = first;
}

/* As bad as a hole of a quarter of the page: that its description is on the next one. */
static const double away_from_picture = 0.06;

static void description(struct layout *layout, const struct chart *chart)
{
	struct typesetter *setter = layout->setter;
	struct tag *element = element_new(layout->arena, layout->element, "P");
	struct text_run bold = run_of(setter, ROLE_SMALL);

	bold.slot |= FACE_BOLD;
	text_begin(setter, ROLE_SMALL, element);
	text_add(setter,
		 str_format(layout->arena, "Description of figure\xc2\xa0%u:", chart->number),
		 &bold);
	text_add(setter, STR(" "), NULL);
	text_add(setter, chart->description, NULL);
	struct paragraph *text = text_end(setter);

	size_t from = layout->flow->count;

	paragraph_break(setter, text, layout->width);
	flow_paragraph(layout->flow, text, layout->x, 8);
	layout->flow->slabs[from]->reluctance = away_from_picture;
}

static void small_print(struct layout *layout, const char *head, struct str text)
{
	if (text.length == 0)
		return;
	struct tag *element = element_new(layout->arena, layout->element, "P");
	struct str all = str_format(layout->arena, "%s%.*s", head, STR_ARG(text));

	flow_last(layout->flow)->keep = true;
	flow_paragraph(layout->flow, layout_text(layout, ROLE_SOURCE, all, element, layout->width),
		       layout->x, 3);
}

void enter_chart(struct layout *layout, const struct node *node)
{
	const struct chart *chart = node->chart;
	struct flow *flow = layout->flow;
	size_t from = flow->count;

	caption(layout, chart);
	picture(layout, chart, from);
	if (chart->description.length > 0)
		description(layout, chart);
	small_print(layout, "Note: ", chart->note);
	small_print(layout, "Source: ", chart->source);
	if (!layout->context)
		flow->slabs[from]->figure = flow->count - from;
	flow_below(flow, layout->style->block_space);
}
