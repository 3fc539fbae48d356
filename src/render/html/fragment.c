#include "render/html/fragment.h"
#include "base/buffer.h"
#include "base/file.h"
#include "render/html/contents.h"
#include "render/html/head.h"
#include "render/html/heading.h"
#include "render/html/html.h"
#include "render/html/nodes.h"
#include "render/html/page.h"
#include "render/html/style_scope.h"
#include "render/type/web_font.h"

/* What the typeface has lies below: the fonts' subset is all of it. */
#define LAST_CHARACTER 0x25ff

static void add_front(struct web_page *page)
{
	const struct document *document = page->document;
	struct html *html = &page->html;

	html_open(html, "div");
	html_class(html, "front");
	html_id(html, "id", STR("title"));
	html_heading(page, 1, STR(""), document->title);
	if (document->subtitle.length > 0)
		html_element(html, "p", "subtitle", document->subtitle);
	html_close(html, "div");
}

static void add_pack_link(struct web_page *page)
{
	struct html *html = &page->html;
	struct str address = page->fragment->address;

	if (address.length == 0)
		return;
	html_open(html, "p");
	html_open(html, "a");
	html_attribute(html, "href",
		       str_format(page->options->arena, "%.*sindex.html", STR_ARG(address)));
	html_text(html, STR("Other formats, charts and data"));
	html_close(html, "a");
	html_close(html, "p");
}

static void add_root(struct web_page *page)
{
	const struct document *document = page->document;
	struct html *html = &page->html;

	html_open(html, "div");
	html_class(html, &SCOPE_CLASS[1]);
	html_language(html, document->language);
	html_open(html, "div");
	html_class(html, "body");
	add_front(page);
	html_contents(page, html_contents_depth(document->root));
	html_open(html, "div");
	html_class(html, "main");
	html_front(page);
	html_nodes(page, document->root);
	add_pack_link(page);
	html_close(html, "div");
	html_close(html, "div");
	html_close(html, "div");
	html_finish(html);
}

bool render_fragment(const struct document *document, const struct render_options *options,
		     const struct fragment *fragment, struct buffer *out)
{
	struct web_page page = {
		.document = document, .options = options, .fragment = fragment, .level = 1};
	struct str why = STR("");

	if (!faces_ready(options->faces, WEB_FACES, &why))
		return html_unreadable(options, options->faces->folder, why);
	html_init(&page.html, out, options->arena);
	page.html.prefix = fragment->prefix;
	add_root(&page);
	return true;
}

/* Every character, for fonts that are not made for one page. */
static struct str all_characters(struct arena *arena)
{
	char *text = arena_alloc(arena, 4 * (LAST_CHARACTER + 1));
	size_t length = 0;

	for (uint32_t character = 0x20; character <= LAST_CHARACTER; character++)
		length += str_encode(character, text + length);
	return (struct str){text, length};
}

/*
 * What the site says of elements, and so of those within the root, is taken back to the browser's
 * own: the rules that follow find what they find in a page of ours. In a chart only to what the
 * attributes say, which go with the rest otherwise.
 */
static void add_firewall(struct buffer *out)
{
	static const char of_all[] = SCOPE_ROOT " :not(:where(svg, svg *))";

	buffer_text(out, "@property " SCOPE_REM "{syntax:\"<length>\";inherits:true;"
			 "initial-value:16px}\n" SCOPE_ROOT "{all:initial;display:block;"
			 "position:relative;box-sizing:border-box;width:100%;"
			 "container-type:inline-size;" SCOPE_REM ":1em}\n");
	buffer_format(out, "%s,%s::before,%s::after{all:revert}\n", of_all, of_all, of_all);
	buffer_text(out, SCOPE_ROOT " svg," SCOPE_ROOT " svg *{all:revert-layer}\n");
}

bool render_style(const struct render_options *options, struct buffer *out)
{
	struct web_font font = {.faces = options->faces, .text = all_characters(options->arena)};
	struct buffer style = {0};

	buffer_text(
		out,
		"/*\n * For the fragments of `hearth render --fragment`: every rule is about "
		"what stands\n * in an element of class \"hearth\". Other colours, another "
		"typeface: set the\n * properties of the first rules in a rule of your own "
		"that follows this style,\n * .hearth{--first:#123456;--family:inherit}\n */\n");
	for (int i = WEB_FONT_REGULAR; i <= WEB_FONT_ITALIC; i++)
		if (!web_font_face(&font, (enum web_font_style)i, out))
			return html_unreadable(options, options->faces->folder,
					       STR(WEB_FONT_BROKEN));
	add_firewall(out);

	bool good = html_style(options, &style);

	style_scope(buffer_view(&style), out);
	buffer_release(&style);
	return good;
}
