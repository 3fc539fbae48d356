#include "render/html/chart.h"
#include "base/buffer.h"
#include "render/draw/canvas_svg.h"
#include "render/draw/chart_draw.h"
#include "render/html/page.h"
#include "render/html/table.h"

#define WIDE_WIDTH 704.0 /* the column's 44 rem */
#define WIDE_SIZE HTML_CHART_WIDE
#define NARROW_WIDTH 288.0 /* a screen of 320 pixels without its margins */
#define NARROW_SIZE HTML_CHART_NARROW
#define BOOK_WIDTH 448.0 /* one for all readers: at 336 pixels still a text of 12 */

/* The height is known when the chart is drawn; so it's drawn into a buffer of its own. */
static void add_picture(struct web_page *page, const struct chart *chart, const char *class,
			double width, double size)
{
	struct buffer marks = {0}, element = {0};
	struct canvas_svg svg;

	canvas_svg_init(&svg, page->options->faces, &marks, size);
	svg.canvas.telling = TELLING_BOTH;

	double height = chart_draw(chart, &svg.canvas, width, size);

	buffer_format(&element, "<svg class=\"%s\" aria-hidden=\"true\" %s ", class,
		      page->book ? "xmlns=\"http://www.w3.org/2000/svg\"" : "focusable=\"false\"");
	buffer_format(&element, "font-size=\"%g\" viewBox=\"0 0 %g ", size, width);
	buffer_number(&element, height);
	buffer_text(&element, "\">");
	/* A reader by night turns the page dark, but not the chart's colours. */
	if (page->book)
		buffer_text(&element, "<rect class=\"f-paper\" width=\"100%\" height=\"100%\"/>");
	buffer_format(&element, "%.*s</svg>\n", STR_ARG(buffer_view(&marks)));
	html_raw(&page->html, element.at);
	buffer_release(&element);
	buffer_release(&marks);
	canvas_svg_release(&svg);
}

void html_chart_picture(struct web_page *page, const struct chart *chart)
{
	add_picture(page, chart, "picture", NARROW_WIDTH, NARROW_SIZE);
}

static void add_title(struct web_page *page, const struct chart *chart, struct str id)
{
	struct html *html = &page->html;

	html_open(html, "figcaption");
	html_open(html, "strong");
	html_class(html, "title");
	html_id(html, "id", id);
	if (chart->number > 0)
		html_text(html, str_format(page->options->arena, "Figure %u: ", chart->number));
	html_text(html, chart->title);
	html_close(html, "strong");
	html_text(html, STR(" "));
	html_element(html, "span", "subtitle", chart->subtitle);
	html_close(html, "figcaption");
}

static void add_description(struct web_page *page, const struct chart *chart)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;

	html_open(html, "p");
	html_class(html, "description");
	html_element(html, "strong", NULL,
		     chart->number > 0
			     ? str_format(arena, "Description of figure %u:", chart->number)
			     : STR("Description:"));
	html_text(html, STR(" "));
	html_text(html, chart->description);
	html_close(html, "p");
}

static void add_small(struct html *html, const char *before, struct str text)
{
	if (text.length == 0)
		return;
	html_open(html, "p");
	html_class(html, "source");
	html_text(html, str_of(before));
	html_text(html, text);
	html_close(html, "p");
}

static void add_data(struct web_page *page, const struct chart *chart)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;
	struct str id = str_format(arena, "data-%.*s", STR_ARG(chart->name));
	/* By number, as two charts may have one title, but regions must not share a name. */
	struct str caption = str_format(arena, "Data of figure %u", chart->number);

	if (page->book) {
		html_table_element(page, chart->table, id, caption);
		return;
	}
	html_open(html, "details");
	html_element(html, "summary", NULL,
		     str_format(arena, "Table and data of figure %u", chart->number));
	html_table_element(page, chart->table, id, caption);
	html_data_link(page, chart->name,
		       str_format(arena, "Data of figure %u (CSV)", chart->number));
	html_close(html, "details");
}

void html_chart(struct web_page *page, const struct chart *chart)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;
	struct str title = str_format(arena, "title-%.*s", STR_ARG(chart->name));

	html_open(html, "figure");
	html_class(html, "chart");
	html_id(html, "id", str_format(arena, "chart-%.*s", STR_ARG(chart->name)));
	html_id(html, "aria-labelledby", title);
	add_title(page, chart, title);
	if (page->book) {
		add_picture(page, chart, "chart", BOOK_WIDTH, WIDE_SIZE);
	} else {
		add_picture(page, chart, "wide", WIDE_WIDTH, WIDE_SIZE);
		add_picture(page, chart, "narrow", NARROW_WIDTH, NARROW_SIZE);
	}
	if (chart->description.length > 0)
		add_description(page, chart);
	add_small(html, "", chart->note);
	add_small(html, "Source: ", chart->source);
	if (chart->table)
		add_data(page, chart);
	html_close(html, "figure");
}
