#include "render/html/html.h"
#include "base/buffer.h"
#include "render/html/contents.h"
#include "render/html/data.h"
#include "render/html/head.h"
#include "render/html/nodes.h"
#include "render/html/page.h"
#include "render/type/web_font.h"

void html_skip_link(struct html *html)
{
	html_open(html, "div");
	html_open(html, "a");
	html_class(html, "skip");
	html_attribute(html, "href", STR("#main"));
	html_text(html, STR("Skip to main content"));
	html_close(html, "a");
	html_close(html, "div");
}

void html_masthead(struct html *html, struct str council, struct str title, struct str subtitle)
{
	html_element(html, "p", "council", council);
	html_element(html, "h1", NULL, title);
	if (subtitle.length > 0)
		html_element(html, "p", "subtitle", subtitle);
}

struct str html_file_size(struct arena *arena, size_t bytes)
{
	if (bytes < 1000)
		return str_format(arena, "%zu bytes", bytes);
	if (bytes < 1000 * 1000)
		return str_format(arena, "%zu\xc2\xa0KB", (bytes + 500) / 1000);
	return str_format(arena, "%zu.%zu\xc2\xa0MB", bytes / 1000000, bytes % 1000000 / 100000);
}

static void add_downloads(struct web_page *page)
{
	const struct render_options *options = page->options;
	struct html *html = &page->html;

	if (options->download_count == 0)
		return;
	html_open(html, "ul");
	html_class(html, "downloads");
	for (size_t i = 0; i < options->download_count; i++) {
		const struct download *download = &options->downloads[i];

		html_open(html, "li");
		html_open(html, "a");
		html_attribute(html, "href", download->href);
		html_text(html,
			  str_format(options->arena, "Download as %.*s (%.*s)",
				     STR_ARG(download->label),
				     STR_ARG(html_file_size(options->arena, download->size))));
		html_close(html, "a");
		html_close(html, "li");
	}
	html_close(html, "ul");
}

static void add_cover(struct web_page *page)
{
	const struct document *document = page->document;
	struct html *html = &page->html;

	if (document->cover_count == 0)
		return;
	html_open(html, "dl");
	html_class(html, "cover");
	for (size_t i = 0; i < document->cover_count; i++) {
		html_open(html, "div");
		html_element(html, "dt", NULL, document->cover[i].label);
		html_element(html, "dd", NULL, document->cover[i].text);
		html_close(html, "div");
	}
	html_close(html, "dl");
}

static void add_header(struct web_page *page)
{
	const struct document *document = page->document;
	struct html *html = &page->html;

	html_open(html, "header");
	html_class(html, "masthead");
	html_open(html, "div");
	html_class(html, "width");
	html_masthead(html, document->council, document->title, document->subtitle);
	add_downloads(page);
	html_close(html, "div");
	html_close(html, "header");
}

static bool has_kind(const struct node *top, enum node_kind kind)
{
	for (const struct node *node = top; node; node = node_after(node, top))
		if (node->kind == kind)
			return true;
	return false;
}

/* The cover's headline figures are shown where the report itself has none. */
void html_front(struct web_page *page)
{
	const struct document *document = page->document;

	add_cover(page);
	if (document->headlines && !has_kind(document->root, NODE_HEADLINES))
		html_nodes(page, document->headlines);
}

static void add_main(struct web_page *page)
{
	struct html *html = &page->html;

	html_open(html, "main");
	html_attribute(html, "id", STR("main"));
	html_attribute(html, "tabindex", STR("-1"));
	html_front(page);
	html_nodes(page, page->document->root);
	html_close(html, "main");
}

static void add_footer(struct web_page *page)
{
	const struct document *document = page->document;
	struct html *html = &page->html;

	html_open(html, "footer");
	html_open(html, "div");
	html_class(html, "width");
	html_open(html, "p");
	html_text(html, document->council);
	html_text(html, STR(" \xc2\xb7 "));
	html_text(html, document->running);
	html_close(html, "p");
	html_open(html, "p");
	html_open(html, "a");
	html_attribute(html, "href", STR("#contents"));
	html_text(html, STR("Back to contents"));
	html_close(html, "a");
	html_close(html, "p");
	html_close(html, "div");
	html_close(html, "footer");
}

static void add_body(struct web_page *page)
{
	struct html *html = &page->html;

	html_skip_link(html);
	add_header(page);
	html_open(html, "div");
	html_class(html, "width page");
	html_contents(page, html_contents_depth(page->document->root));
	add_main(page);
	html_close(html, "div");
	add_footer(page);
	html_finish(html);
}

static bool add_head(struct web_page *page, struct str body, struct buffer *out)
{
	const struct document *document = page->document;
	struct arena *arena = page->options->arena;
	struct buffer data = {0};
	struct page_head head = {
		.language = document->language,
		.title = document->running.length > 0 ? document->running : document->title,
		.council = document->council,
		.description = document_description(arena, document),
		.author = document->author,
		.website = document->website,
		.file = str_format(arena, "%.*s.html", STR_ARG(document->name)),
	};

	if (document->chart_count > 0) {
		head.picture =
			str_format(arena, "charts/%.*s.png", STR_ARG(document->charts[0]->name));
		head.picture_text = document->charts[0]->title;
	}
	html_linked_data(page, &data);
	head.data = buffer_view(&data);

	bool good = html_head(page, &head, body, out);

	buffer_release(&data);
	return good;
}

bool render_html(const struct document *document, const struct render_options *options,
		 struct buffer *out)
{
	struct str why = STR("");
	struct buffer body = {0};
	struct web_page page = {.document = document, .options = options, .level = 1};

	if (!faces_ready(options->faces, WEB_FACES, &why))
		return html_unreadable(options, options->faces->folder, why);
	html_init(&page.html, &body, options->arena);
	add_body(&page);

	bool good = add_head(&page, buffer_view(&body), out);

	buffer_str(out, buffer_view(&body));
	html_foot(out);
	buffer_release(&body);
	return good;
}
