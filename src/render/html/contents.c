#include "render/html/contents.h"
#include "render/html/heading.h"
#include "render/html/page.h"

/* As deep as the contents may go, and how many entries are still an overview. */
enum { CONTENTS_DEEPEST = 4, CONTENTS_MOST = 70 };

static void add_entry(struct web_page *page, struct str target, struct str number, struct str text)
{
	struct html *html = &page->html;

	html_open(html, "li");
	html_open(html, "a");
	html_attribute(html, "href", target);
	if (number.length > 0) {
		html_element(html, "span", "number", number);
		html_text(html, STR(" "));
	}
	html_open(html, "span");
	html_words(html, text);
	html_close(html, "span");
	html_close(html, "a");
}

static void add_heading(struct web_page *page, const struct node *heading)
{
	struct arena *arena = page->options->arena;
	struct str target = str_format(arena, "#%.*s", STR_ARG(heading->heading.id));

	add_entry(page, html_target(page, target), heading->heading.number,
		  node_text(arena, heading));
}

/* Ends the list opened last, and its last entry. */
static void close_list(struct html *html)
{
	html_close(html, "li");
	html_close(html, "ol");
}

/* An entry stays open for the list of the headings under it. */
static void add_lists(struct web_page *page, unsigned deepest)
{
	struct html *html = &page->html;
	const struct node *root = page->document->root;
	unsigned levels[6] = {2}, depth = 0; /* of the headings in each open list */

	/* A book's contents begin with its first page, and so are never empty. */
	if (page->book) {
		html_open(html, "ol");
		depth++;
		add_entry(page, STR("title.xhtml"), STR(""), STR("Title page"));
	}
	for (const struct node *node = root; node; node = node_after(node, root)) {
		if (node->kind != NODE_HEADING || node->heading.level > deepest ||
		    node->heading.id.length == 0)
			continue;
		for (; depth > 1 && levels[depth - 1] > node->heading.level; depth--)
			close_list(html);
		if (depth > 0 && levels[depth - 1] >= node->heading.level) {
			html_close(html, "li");
		} else {
			html_open(html, "ol");
			depth++;
		}
		levels[depth - 1] = node->heading.level;
		add_heading(page, node);
	}
	for (; depth > 0; depth--)
		close_list(html);
}

unsigned html_contents_depth(const struct node *root)
{
	size_t count = 0;

	for (const struct node *node = root; node; node = node_after(node, root))
		count += node->kind == NODE_HEADING && node->heading.level <= CONTENTS_DEEPEST;
	return count <= CONTENTS_MOST ? CONTENTS_DEEPEST : CONTENTS_DEEPEST - 1;
}

void html_contents(struct web_page *page, unsigned deepest)
{
	struct html *html = &page->html;

	html_open(html, "nav");
	html_class(html, "contents");
	if (page->book) {
		html_attribute(html, "epub:type", STR("toc"));
		html_attribute(html, "role", STR("doc-toc"));
	}
	html_id(html, "aria-labelledby", page->fragment ? STR("contents title") : STR("contents"));
	html_heading(page, 2, STR("contents"), STR("Contents"));
	add_lists(page, deepest);
	html_close(html, "nav");
}
