#include "render/html/page.h"

#include "base/address.h"

void html_node_language(struct web_page *page, const struct node *block)
{
	html_language(&page->html, block->language);
	if (block->language.length > 0 || node_is_inline(block->kind))
		return;
	for (const struct node *node = block; node; node = node_after(node, block))
		if (html_direction(&page->html, node_words(node)))
			return;
}

struct str html_target(const struct web_page *page, struct str target)
{
	if (!link_is_safe(target))
		return STR("");
	if (page->book)
		return page->book_target(page->book, target);
	return target.at[0] == '#'
		       ? str_format(page->options->arena, "#%.*s%.*s", STR_ARG(page->html.prefix),
				    STR_ARG(str_slice(target, 1, target.length)))
		       : target;
}
