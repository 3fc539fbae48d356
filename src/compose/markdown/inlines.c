#include "compose/markdown/inlines.h"
#include "base/address.h"
#include "base/buffer.h"
#include "base/language.h"
#include "base/nearest.h"
#include "compose/markdown/notes.h"
#include "compose/markdown/outline.h"
#include "compose/markdown/walker.h"
#include "compose/names/documents.h"

static void add_figure(struct walker *walker, const struct print *print)
{
	struct node *figure = walker_add(walker, NODE_FIGURE, print->place);

	figure->figure.text = print->text;
	figure->figure.value = print->value;
	figure->figure.measure = print->measure;
}

/* The lines of an address end where its "; " stand; in a sentence they become commas. */
static void add_address(struct walker *walker, const struct print *print)
{
	struct str text = print->text;

	for (size_t at = 0; at < text.length;) {
		size_t end = at;

		while (end < text.length && !str_starts(str_slice(text, end, end + 2), STR("; ")))
			end++;
		walker_words(walker, str_slice(text, at, end), print->place);
		at = end + 2;
		if (at >= text.length)
			break;
		if (walker->at->kind == NODE_ADDRESS ||
		    (walker->at->parent && walker->at->parent->kind == NODE_ADDRESS))
			walker_add(walker, NODE_BREAK, print->place);
		else
			walker_words(walker, STR(", "), print->place);
	}
}

static void add_text(struct walker *walker, struct str text, struct place place)
{
	size_t at = 0;

	while (at < text.length) {
		struct str plain;
		const struct print *print = expansion_next(walker->expansion, text, &at, &plain);

		if (!print)
			walker_words(walker, plain, place);
		else if (print->is_figure)
			add_figure(walker, print);
		else if (print->is_address)
			add_address(walker, print);
		else
			walker_words(walker, print->text, print->place);
	}
}

static bool in_address(const struct walker *walker)
{
	for (const struct node *node = walker->at; node; node = node->parent) {
		if (node->kind == NODE_ADDRESS)
			return true;
	}
	return false;
}

static void add_break(struct walker *walker, cmark_node *node)
{
	bool hard = cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
	struct place place = walker_place(walker, node);

	if (hard || in_address(walker))
		walker_add(walker, NODE_BREAK, place);
	else
		walker_words(walker, STR(" "), place);
}

/* <span lang="cy">: the language; empty when it is no such tag. */
static struct str span_language(struct str tag)
{
	struct str begin = STR("<span lang=\""), end = STR("\">");

	if (!str_starts(tag, begin) || !str_ends(tag, end) ||
	    tag.length <= begin.length + end.length)
		return STR("");
	struct str language = str_slice(tag, begin.length, tag.length - end.length);

	return language_is_registered(language) ? language : STR("");
}

static void add_html(struct walker *walker, cmark_node *node)
{
	struct str tag = str_of(cmark_node_get_literal(node));
	struct str language = span_language(tag);
	struct place place = walker_place(walker, node);

	/* Marks a typed number that is no figure of the year: nothing of it is printed. */
	if (str_is(tag, "<as-written>") || str_is(tag, "</as-written>"))
		return;
	if (language.length) {
		walker->at = walker_add(walker, NODE_SPAN, place);
		walker->at->language = str_copy(walker->arena, language);
	} else if (str_is(tag, "</span>") && walker->at->kind == NODE_SPAN) {
		walker_flush(walker);
		walker->at = walker->at->parent;
	} else {
		composer_complain_text(
			walker->composer, place, STR(""),
			"%.*s is wrong here: only <span lang=\"…\"> … </span> may stand in a "
			"line",
			STR_ARG(tag));
	}
}

/* Telephone numbers are written with spaces, which an address of a link can't hold. */
static struct str without_spaces(struct arena *arena, struct str text)
{
	struct buffer out = {0};
	size_t at = 0;

	for (uint32_t c; (c = str_next(text, &at)) != 0;) {
		char bytes[4];

		if (c != ' ' && c != 0xa0)
			buffer_add(&out, bytes, str_encode(c, bytes));
	}
	struct str tight = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return tight;
}

/* A narrative's link says by what it leads there; beside the page nothing of the author's stands.
 */
static bool is_link_target(struct str target)
{
	static const struct str schemes[] = {
		{"https://", 8}, {"http://", 7}, {"mailto:", 7}, {"tel:", 4}, {"#", 1}};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (str_starts(target, schemes[i]) && target.length > schemes[i].length)
			return link_is_safe(target);
	return false;
}

/* Another document of the pack: its page stands beside this one, whatever this one's format. */
static void link_document(struct walker *walker, struct node *link, struct str name)
{
	size_t count = 0;

	for (; document_names[count]; count++) {
		if (str_is(name, document_names[count]))
			link->link.target =
				str_format(walker->arena, "%s.html", document_names[count]);
	}
	if (link->link.target.length)
		return;
	const char *near = nearest_word(name, document_names, count);

	composer_complain_text(walker->composer, link->place, STR(""),
			       "there is no document \"%.*s\": write document:%s", STR_ARG(name),
			       near ? near : document_names[0]);
}

static void enter_link(struct walker *walker, cmark_node *node)
{
	struct str document = STR("document:");
	struct node *link = walker_enter(walker, NODE_LINK, node);
	struct str target = expansion_plain(walker->expansion, str_of(cmark_node_get_url(node)));

	target = without_spaces(walker->arena, target);
	if (str_starts(target, document)) {
		link_document(walker, link, str_slice(target, document.length, target.length));
		return;
	}
	link->link.target = target;
	if (!is_link_target(target))
		composer_complain_text(
			walker->composer, link->place, STR(""),
			"\"%.*s\" is no address of a link: begin it with https://, mailto:, "
			"tel:, document: or #",
			STR_ARG(target));
	if (str_starts(target, STR("#")))
		outline_add_link(walker, link);
}

bool inline_enter(struct walker *walker, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_text(walker, str_of(cmark_node_get_literal(node)), walker_place(walker, node));
		return true;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		add_break(walker, node);
		return true;
	case CMARK_NODE_EMPH:
		walker_enter(walker, NODE_EMPHASIS, node);
		return false;
	case CMARK_NODE_STRONG:
		walker_enter(walker, NODE_STRONG, node);
		return false;
	case CMARK_NODE_LINK:
		enter_link(walker, node);
		return false;
	case CMARK_NODE_HTML_INLINE:
		add_html(walker, node);
		return true;
	case CMARK_NODE_FOOTNOTE_REFERENCE:
		notes_mark(walker, node);
		return true;
	case CMARK_NODE_IMAGE:
		composer_complain_text(
			walker->composer, walker_place(walker, node), STR(""),
			"a chart or table stands in a paragraph of its own: part it from the "
			"words by blank lines");
		return true;
	default:
		composer_complain_text(walker->composer, walker_place(walker, node), STR(""),
				       "code has no place here: take the ` marks out");
		return true;
	}
}

void inline_end(struct walker *walker, struct node *block)
{
	walker_flush(walker);
	while (walker->at != block && walker->at->kind == NODE_SPAN) {
		composer_complain_text(
			walker->composer, walker->at->place, STR(""),
			"<span lang=\"%.*s\"> is never closed: write </span> behind the "
			"passage",
			STR_ARG(walker->at->language));
		walker->at = walker->at->parent;
	}
}

void inline_exit(struct walker *walker, cmark_node *node)
{
	struct node *made = cmark_node_get_user_data(node);

	if (!made)
		return;
	inline_end(walker, made);
	walker->at = made->parent;
}
