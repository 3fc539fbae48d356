/*
 * The walk over Markdown's blocks. cmark-gfm reads; this makes the document's nodes, and refuses
 * what a document of the council has no place for (code, raw HTML).
 */
#include "compose/markdown/markdown.h"
#include "base/buffer.h"
#include "compose/markdown/directive.h"
#include "compose/markdown/inlines.h"
#include "compose/markdown/notes.h"
#include "compose/markdown/outline.h"
#include "compose/markdown/pasted.h"
#include "compose/markdown/placing.h"

#include "compose/markdown/walker.h"

/* What numbers the items, by the line that the list begins with. */
static enum list_style list_style(const struct walker *walker, cmark_node *node)
{
	size_t line = (size_t)cmark_node_get_start_line(node);
	char style =
		line > 0 && line <= walker->list_style_count ? walker->list_styles[line - 1] : 0;

	return style == 'a' ? LIST_LETTERS : style == 'i' ? LIST_ROMAN : LIST_NUMBERS;
}

static void enter_list(struct walker *walker, cmark_node *node)
{
	struct node *list = walker_enter(walker, NODE_LIST, node);

	list->list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	list->list.start = list->list.ordered ? (unsigned)cmark_node_get_list_start(node) : 0;
	list->list.style = list_style(walker, node);
}

/* Whether a caption or a chart was all the paragraph, whose children are then passed over. */
static bool enter_paragraph(struct walker *walker, cmark_node *node)
{
	if (placing_caption(walker, node) || placing_paragraph(walker, node))
		return true;
	bool numbered = walker->at == walker->document->root && !directive_is_unnumbered(walker);
	struct node *paragraph = walker_enter(walker, NODE_PARAGRAPH, node);

	if (numbered)
		paragraph->paragraph.number = outline_paragraph(walker);
	return false;
}

static void refuse(struct walker *walker, cmark_node *node, const char *what)
{
	composer_complain_text(walker->composer, walker_place(walker, node), STR(""), "%s", what);
}

/* True when the block's children were dealt with, or there are none. */
static bool enter_block(struct walker *walker, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HEADING:
		outline_heading(walker, walker_enter(walker, NODE_HEADING, node),
				(unsigned)cmark_node_get_heading_level(node) + 1 +
					directive_deeper(walker));
		return false;
	case CMARK_NODE_PARAGRAPH:
		return enter_paragraph(walker, node);
	case CMARK_NODE_LIST:
		enter_list(walker, node);
		return false;
	case CMARK_NODE_ITEM:
		walker_enter(walker, NODE_ITEM, node);
		return false;
	case CMARK_NODE_BLOCK_QUOTE:
		walker_enter(walker, NODE_QUOTE, node);
		return false;
	case CMARK_NODE_THEMATIC_BREAK:
		walker_add(walker, NODE_RULE, walker_place(walker, node));
		return true;
	case CMARK_NODE_HTML_BLOCK:
		directive_block(walker, node);
		return true;
	case CMARK_NODE_CODE_BLOCK:
		refuse(walker, node,
		       "code has no place here: begin the line with fewer than four spaces");
		return true;
	case CMARK_NODE_FOOTNOTE_DEFINITION:
		notes_enter(walker, node);
		return false;
	case CMARK_NODE_DOCUMENT:
		return false;
	default:
		placing_table(walker, node);
		return true;
	}
}

static void exit_block(struct walker *walker, cmark_node *node)
{
	struct node *made = cmark_node_get_user_data(node);

	directive_end(walker, node);
	if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
		notes_leave(walker);
	if (!made)
		return;
	inline_end(walker, made);
	if (made->kind == NODE_HEADING)
		outline_heading_end(walker, made);
	walker->at = made->parent;
}

static bool is_inline(cmark_node *node)
{
	return ((unsigned)cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) ==
	       CMARK_NODE_TYPE_INLINE;
}

static void walk(struct walker *walker, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		bool done;

		if (event == CMARK_EVENT_EXIT) {
			if (is_inline(node))
				inline_exit(walker, node);
			else
				exit_block(walker, node);
			continue;
		}
		done = is_inline(node) ? inline_enter(walker, node) : enter_block(walker, node);
		if (done && cmark_node_first_child(node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
}

static cmark_node *parse(struct str text, cmark_parser **parser)
{
	cmark_gfm_core_extensions_ensure_registered();
	*parser = cmark_parser_new(CMARK_OPT_SMART | CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES);
	cmark_parser_attach_syntax_extension(*parser, cmark_find_syntax_extension("table"));
	cmark_parser_feed(*parser, text.at, text.length);
	return cmark_parser_finish(*parser);
}

static int count_lines(struct str text)
{
	int count = 0;

	for (size_t at = 0; (at = str_find(text, '\n', at)) < text.length; at++)
		count++;
	return count;
}

bool markdown_read(const struct expansion *expansion, size_t from, const struct data *data,
		   struct document *document)
{
	struct composer *composer = expansion->composer;
	size_t errors = composer->errors;
	struct expansion spaced = *expansion;
	cmark_parser *parser;
	struct walker *walker = ARENA_NEW(composer->arena, struct walker);

	walker->composer = composer;
	walker->arena = composer->arena;
	walker->expansion = expansion;
	walker->data = data;
	map_init(&walker->ids, composer->arena);
	map_init(&walker->wanted, composer->arena);
	map_init(&walker->last_numbers, composer->arena);
	walker->document = document;
	walker->text = str_slice(expansion->text, from, expansion->text.length);
	walker->line_offset = count_lines(str_slice(expansion->text, 0, from));
	walker->outline.level = 1;
	walker->outline.heading = 1;
	spaced.lines = NULL;
	spaced.line_count = 0;
	struct str text = pasted_text(walker, &spaced);

	walker->expansion = &spaced;
	walker->line_offset = 0;
	document->root = node_new(composer->arena, NODE_DOCUMENT, expansion_place(&spaced, 1));
	walker->at = document->root;
	cmark_node *root = parse(text, &parser);

	walk(walker, root);
	cmark_node_free(root);
	cmark_parser_free(parser);
	walker_flush(walker);
	buffer_release(&walker->words);
	outline_finish(walker);
	return composer->errors == errors;
}
