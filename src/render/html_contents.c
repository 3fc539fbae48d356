/* The table of contents: a list for each level of headings, one within the other. */
#include "render/html_page.h"

static void add_link(struct page *page, const struct node *heading)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;
	struct str target = str_format(arena, "#%.*s", STR_ARG(heading->id));

	html_open(html, "li");
	html_open(html, "a");
	html_attribute(html, "href", html_target(page, target));
	if (heading->number.length > 0) {
		html_element(html, "span", "number", heading->number);
		html_text(html, STR(" "));
	}
	html_element(html, "span", NULL, node_text(arena, heading));
	html_close(html, "a");
}

/* Ends the list opened last, and its last entry. */
static void close_list(struct html *html)
{
	html_close(html, "li");
	html_close(html, "ol");
}

/* An entry stays open for the list of the headings under it. */
static void add_lists(struct page *page, unsigned deepest)
{
	struct html *html = &page->html;
	const struct node *root = page->document->root;
	unsigned levels[6], depth = 0; /* of the headings in each open list */

	for (const struct node *node = root; node; node = node_after(node, root)) {
		if (node->kind != NODE_HEADING || node->level > deepest || node->id.length == 0)
			continue;
		for (; depth > 1 && levels[depth - 1] > node->level; depth--)
			close_list(html);
		if (depth > 0 && levels[depth - 1] >= node->level) {
			html_close(html, "li");
		} else {
			html_open(html, "ol");
			depth++;
		}
		levels[depth - 1] = node->level;
		add_link(page, node);
	}
	for (; depth > 0; depth--)
		close_list(html);
}

void html_contents(struct page *page, unsigned deepest)
{
	struct html *html = &page->html;

	html_open(html, "nav");
	html_class(html, "contents");
	if (page->book) {
		html_attribute(html, "epub:type", STR("toc"));
		html_attribute(html, "role", STR("doc-toc"));
	}
	html_attribute(html, "aria-labelledby", STR("contents"));
	html_open(html, "h2");
	html_attribute(html, "id", STR("contents"));
	html_text(html, STR("Contents"));
	html_close(html, "h2");
	add_lists(page, deepest);
	html_close(html, "nav");
}
