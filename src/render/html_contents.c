/* The table of contents: a nested list of the document's headings of two levels. */
#include "render/html_page.h"

static void add_link(struct page *page, const struct node *heading)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;

	html_open(html, "li");
	html_open(html, "a");
	html_attribute(html, "href", str_format(arena, "#%.*s", STR_ARG(heading->id)));
	if (heading->number.length > 0) {
		html_element(html, "span", "number", heading->number);
		html_text(html, STR(" "));
	}
	html_element(html, "span", NULL, node_text(arena, heading));
	html_close(html, "a");
}

void html_contents(struct page *page)
{
	struct html *html = &page->html;
	const struct node *root = page->document->root;
	bool section = false, inner = false;

	html_open(html, "nav");
	html_class(html, "contents");
	html_attribute(html, "aria-labelledby", STR("contents"));
	html_open(html, "h2");
	html_attribute(html, "id", STR("contents"));
	html_text(html, STR("Contents"));
	html_close(html, "h2");
	html_open(html, "ol");
	for (const struct node *node = root; node; node = node_after(node, root)) {
		if (node->kind != NODE_HEADING || node->level > 3 || node->id.length == 0)
			continue;
		if (node->level == 3 && section && !inner) {
			html_open(html, "ol");
			inner = true;
		} else if (inner && node->level == 3) {
			html_close(html, "li");
		} else {
			if (inner) {
				html_close(html, "li");
				html_close(html, "ol");
			}
			if (section)
				html_close(html, "li");
			inner = false;
			section = true;
		}
		add_link(page, node);
	}
	if (inner) {
		html_close(html, "li");
		html_close(html, "ol");
	}
	if (section)
		html_close(html, "li");
	html_close(html, "ol");
	html_close(html, "nav");
}
