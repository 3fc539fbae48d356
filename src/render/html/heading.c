#include "render/html/heading.h"
#include "render/html/page.h"

enum { DEEPEST = 6 }; /* HTML's */

/* The level of a heading where the page stands: a fragment begins further down. */
static unsigned level_of(const struct web_page *page, unsigned level)
{
	return page->fragment ? level + page->fragment->level - 1 : level;
}

static const char *name_of(const struct web_page *page, unsigned level)
{
	static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

	level = level_of(page, level);
	return names[level < 1 ? 0 : level > DEEPEST ? DEEPEST - 1 : level - 1];
}

/*
 * In a fragment the class says which level it has in the document, by which it is styled; and what
 * is deeper than HTML's headings go says so to those who listen.
 */
static void open_heading(struct web_page *page, unsigned level)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;

	html_open(html, name_of(page, level));
	if (!page->fragment)
		return;
	html_class(html, str_format(arena, "h%u", level > DEEPEST ? DEEPEST : level).at);
	if (level_of(page, level) > DEEPEST)
		html_attribute(html, "aria-level", str_format(arena, "%u", level_of(page, level)));
}

static void close_heading(struct web_page *page, unsigned level)
{
	html_close(&page->html, name_of(page, level));
}

void html_heading(struct web_page *page, unsigned level, struct str id, struct str text)
{
	open_heading(page, level);
	if (id.length > 0)
		html_id(&page->html, "id", id);
	html_text(&page->html, text);
	close_heading(page, level);
}

void html_heading_enter(struct web_page *page, const struct node *node)
{
	struct html *html = &page->html;

	page->level = node->heading.level;
	html_open(html, "div");
	html_class(html, "heading");
	open_heading(page, node->heading.level);
	html_node_language(page, node);
	if (node->heading.id.length > 0)
		html_id(html, "id", node->heading.id);
	if (node->heading.number.length > 0) {
		html_element(html, "span", "number", node->heading.number);
		html_text(html, STR(" "));
	}
}

/* The permalink stands beside the heading and is no part of its name. */
static void add_permalink(struct web_page *page, const struct node *heading)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;
	struct str target = str_format(arena, "#%.*s", STR_ARG(heading->heading.id));

	html_open(html, "a");
	html_class(html, "permalink");
	html_attribute(html, "href", html_target(page, target));
	html_open(html, "span");
	html_attribute(html, "aria-hidden", STR("true"));
	html_text(html, STR("#"));
	html_close(html, "span");
	html_element(html, "span", "unseen",
		     str_format(arena, "Link to this section: %.*s",
				STR_ARG(node_text(arena, heading))));
	html_close(html, "a");
}

void html_heading_leave(struct web_page *page, const struct node *node)
{
	close_heading(page, node->heading.level);
	if (node->heading.id.length > 0 && !page->book)
		add_permalink(page, node);
	html_close(&page->html, "div");
}
