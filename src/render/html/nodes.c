#include "render/html/nodes.h"
#include "base/html_escape.h"
#include "render/html/chart.h"
#include "render/html/heading.h"
#include "render/html/page.h"
#include "render/html/table.h"

#define NO_BREAK_SPACE "\xc2\xa0"

static void open_block(struct web_page *page, const struct node *node, const char *name,
		       const char *class)
{
	html_open(&page->html, name);
	if (class)
		html_class(&page->html, class);
	html_node_language(page, node);
}

/* The only paragraph of an item needs no element of its own. */
static bool is_bare(const struct node *paragraph)
{
	const struct node *item = paragraph->parent;

	return item && item->kind == NODE_ITEM && item->parent && item->parent->kind == NODE_LIST &&
	       item->first == paragraph && paragraph->paragraph.number.length == 0 &&
	       paragraph->language.length == 0 &&
	       (!paragraph->next || (paragraph->next->kind == NODE_LIST && !paragraph->next->next));
}

/* "p2-1-1": the address of paragraph 2.1.1. */
static struct str paragraph_id(struct arena *arena, struct str number)
{
	char *id = arena_alloc(arena, number.length + 2);

	id[0] = 'p';
	for (size_t i = 0; i < number.length; i++)
		id[i + 1] = number.at[i] == '.' ? '-' : number.at[i];
	return (struct str){id, number.length + 1};
}

static void enter_paragraph(struct web_page *page, const struct node *node)
{
	struct html *html = &page->html;

	if (is_bare(node))
		return;
	open_block(page, node, "p", node->paragraph.number.length > 0 ? "numbered" : NULL);
	if (node->paragraph.number.length == 0)
		return;
	html_id(html, "id", paragraph_id(page->options->arena, node->paragraph.number));
	html_element(html, "span", "number", node->paragraph.number);
	html_text(html, STR(" "));
}

static void leave_paragraph(struct web_page *page, const struct node *node)
{
	if (!is_bare(node))
		html_close(&page->html, "p");
}

static void enter_list(struct web_page *page, const struct node *node)
{
	open_block(page, node, node->list.ordered ? "ol" : "ul", NULL);
	if (node->list.ordered && node->list.style != LIST_NUMBERS)
		html_attribute(&page->html, "type",
			       node->list.style == LIST_LETTERS ? STR("a") : STR("i"));
	if (node->list.ordered && node->list.start != 1)
		html_attribute(&page->html, "start",
			       str_format(page->options->arena, "%u", node->list.start));
}

static void leave_list(struct web_page *page, const struct node *node)
{
	html_close(&page->html, node->list.ordered ? "ol" : "ul");
}

static void enter_item(struct web_page *page, const struct node *node)
{
	open_block(page, node, "li", NULL);
	if (node->kind == NODE_ITEM && node->item.id.length > 0)
		html_id(&page->html, "id", node->item.id);
}

static void leave_item(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "li");
}

static void enter_quote(struct web_page *page, const struct node *node)
{
	open_block(page, node, "blockquote", NULL);
}

static void leave_quote(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "blockquote");
}

static void enter_chart(struct web_page *page, const struct node *node)
{
	if (node->chart)
		html_chart(page, node->chart);
}

static void enter_table(struct web_page *page, const struct node *node)
{
	if (node->table)
		html_table(page, node->table);
}

static void enter_panels(struct web_page *page, const struct node *node)
{
	open_block(page, node, "div", "panels");
}

static void leave_div(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "div");
}

static void enter_panel(struct web_page *page, const struct node *node)
{
	static const char *const styles[] = {"success", "next", "note"};
	const char *class = "panel note";

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if (str_is(node->panel.style, styles[i]))
			class = str_format(page->options->arena, "panel %s", styles[i]).at;
	open_block(page, node, "div", class);
	if (node->panel.title.length > 0)
		html_heading(page, page->level + 1, STR(""), node->panel.title);
}

static void enter_headlines(struct web_page *page, const struct node *node)
{
	open_block(page, node, "ul", "headlines");
}

static void leave_headlines(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "ul");
}

static bool is_headline_value(const struct node *node)
{
	return node->kind == NODE_STRONG && node->parent && node->parent->kind == NODE_HEADLINE &&
	       node->parent->first == node;
}

static void leave_headline(struct web_page *page, const struct node *node)
{
	if (node->first && is_headline_value(node->first))
		html_close(&page->html, "span");
	html_close(&page->html, "li");
}

static void enter_pathway(struct web_page *page, const struct node *node)
{
	open_block(page, node, "ol", "pathway");
}

static void leave_pathway(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "ol");
}

static void enter_address(struct web_page *page, const struct node *node)
{
	open_block(page, node, "address", NULL);
}

static void leave_address(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "address");
}

static void enter_rule(struct web_page *page, const struct node *node)
{
	(void)node;
	html_open(&page->html, "hr");
	html_close(&page->html, "hr");
}

/* What follows a headline's number loses its white space: a no-break space stands there. */
static bool follows_headline_value(const struct node *node)
{
	const struct node *first = node->parent ? node->parent->first : NULL;

	return first && first->next == node && is_headline_value(first);
}

static void enter_text(struct web_page *page, const struct node *node)
{
	struct str text = node->text;

	while (follows_headline_value(node) && text.length > 0 && text.at[0] == ' ')
		text = str_slice(text, 1, text.length);
	html_words(&page->html, text);
}

static bool is_step_name(const struct node *node)
{
	const struct node *paragraph = node->parent, *item = paragraph ? paragraph->parent : NULL;

	return paragraph && paragraph->kind == NODE_PARAGRAPH && paragraph->first == node && item &&
	       item->kind == NODE_ITEM && item->parent && item->parent->kind == NODE_PATHWAY;
}

static void enter_strong(struct web_page *page, const struct node *node)
{
	open_block(page, node, "strong",
		   is_headline_value(node) ? "value"
		   : is_step_name(node)	   ? "step"
					   : NULL);
}

/* Value and label are set one above the other and read as one phrase. */
static void leave_strong(struct web_page *page, const struct node *node)
{
	html_close(&page->html, "strong");
	if (!is_headline_value(node))
		return;
	html_text(&page->html, STR(NO_BREAK_SPACE));
	html_open(&page->html, "span");
	html_class(&page->html, "label");
}

static void enter_emphasis(struct web_page *page, const struct node *node)
{
	open_block(page, node, "em", NULL);
}

static void leave_emphasis(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "em");
}

static bool is_web_address(struct str target)
{
	return str_starts(target, STR("http://")) || str_starts(target, STR("https://"));
}

/* A link whose text is its address needs no address behind it in print. */
static void enter_link(struct web_page *page, const struct node *node)
{
	struct arena *arena = page->options->arena;
	struct str text = node_text(arena, node), target = html_target(page, node->link.target);
	size_t bare = str_find(target, '/', 0) + 2;

	if (target.length == 0)
		return;
	html_open(&page->html, "a");
	html_attribute(&page->html, "href", target);
	if (node->link.id.length > 0) {
		html_id(&page->html, "id", node->link.id);
		html_attribute(&page->html, "role", STR("doc-noteref"));
	}
	if (is_web_address(target) && !str_equal(text, target) &&
	    !str_equal(text, str_slice(target, bare, target.length)))
		html_class(&page->html, "told");
}

static void leave_link(struct web_page *page, const struct node *node)
{
	if (html_target(page, node->link.target).length > 0)
		html_close(&page->html, "a");
}

static void enter_figure(struct web_page *page, const struct node *node)
{
	struct html *html = &page->html;
	const char *name = node->figure.value.length > 0 ? "data" : "span";

	html_open(html, name);
	if (node->figure.value.length > 0)
		html_attribute(html, "value", node->figure.value);
	if (node->figure.measure)
		html_attribute(html, "data-measure", str_of(node->figure.measure));
	html_text(html, node->figure.text);
	html_close(html, name);
}

static void enter_span(struct web_page *page, const struct node *node)
{
	open_block(page, node, "span", NULL);
}

static void leave_span(struct web_page *page, const struct node *node)
{
	(void)node;
	html_close(&page->html, "span");
}

static void enter_break(struct web_page *page, const struct node *node)
{
	(void)node;
	html_open(&page->html, "br");
	html_close(&page->html, "br");
	html_text(&page->html, STR("\n"));
}

static const struct visit {
	void (*enter)(struct web_page *, const struct node *);
	void (*leave)(struct web_page *, const struct node *);
} visits[] = {
	[NODE_DOCUMENT] = {NULL, NULL},
	[NODE_HEADING] = {html_heading_enter, html_heading_leave},
	[NODE_PARAGRAPH] = {enter_paragraph, leave_paragraph},
	[NODE_LIST] = {enter_list, leave_list},
	[NODE_ITEM] = {enter_item, leave_item},
	[NODE_QUOTE] = {enter_quote, leave_quote},
	[NODE_CHART] = {enter_chart, NULL},
	[NODE_TABLE] = {enter_table, NULL},
	[NODE_PANELS] = {enter_panels, leave_div},
	[NODE_PANEL] = {enter_panel, leave_div},
	[NODE_HEADLINES] = {enter_headlines, leave_headlines},
	[NODE_HEADLINE] = {enter_item, leave_headline},
	[NODE_PATHWAY] = {enter_pathway, leave_pathway},
	[NODE_ADDRESS] = {enter_address, leave_address},
	[NODE_RULE] = {enter_rule, NULL},
	[NODE_TEXT] = {enter_text, NULL},
	[NODE_STRONG] = {enter_strong, leave_strong},
	[NODE_EMPHASIS] = {enter_emphasis, leave_emphasis},
	[NODE_LINK] = {enter_link, leave_link},
	[NODE_FIGURE] = {enter_figure, NULL},
	[NODE_SPAN] = {enter_span, leave_span},
	[NODE_BREAK] = {enter_break, NULL},
};

static void leave(struct web_page *page, const struct node *node)
{
	if (visits[node->kind].leave)
		visits[node->kind].leave(page, node);
}

void html_nodes(struct web_page *page, const struct node *top)
{
	const struct node *node = top;

	while (node) {
		if (visits[node->kind].enter)
			visits[node->kind].enter(page, node);
		if (node->first) {
			node = node->first;
			continue;
		}
		leave(page, node);
		while (node != top && !node->next) {
			node = node->parent;
			leave(page, node);
		}
		node = node == top ? NULL : node->next;
	}
}
