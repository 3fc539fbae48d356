#include "compose/markdown/directive.h"
#include "base/nearest.h"
#include "compose/markdown/walker.h"
#include "compose/names/typeset.h"

enum directive_kind {
	DIRECTIVE_PANELS,
	DIRECTIVE_PANEL,
	DIRECTIVE_HEADLINES,
	DIRECTIVE_PATHWAY,
	DIRECTIVE_ADDRESS,
	DIRECTIVE_COVER,
	DIRECTIVE_UNNUMBERED,
	DIRECTIVE_DEEPER,
	DIRECTIVE_COUNT
};

struct directive {
	const char *name;
	bool makes_node;
	enum node_kind node;
};

static const struct directive directives[DIRECTIVE_COUNT] = {
	{"panels", true, NODE_PANELS},
	{"panel", true, NODE_PANEL},
	{"headlines", true, NODE_HEADLINES},
	{"pathway", true, NODE_PATHWAY},
	{"address", true, NODE_ADDRESS},
	{"cover", true, NODE_DOCUMENT},
	{"unnumbered", false, 0},
	{"deeper", false, 0},
};

static const char *const styles[] = {"success", "next", "note"};

/* A tag taken apart: <panel title="…" style="…">. */
struct html_tag {
	bool closes;
	struct str name;
	struct str attributes;
};

static size_t name_end(struct str text, size_t at)
{
	while (at < text.length && ((text.at[at] >= 'a' && text.at[at] <= 'z') ||
				    (text.at[at] >= 'A' && text.at[at] <= 'Z') ||
				    (text.at[at] >= '0' && text.at[at] <= '9')))
		at++;
	return at;
}

/* False when the text is not one tag alone. */
static bool read_tag(struct str text, struct html_tag *tag)
{
	text = str_trim(text);
	if (text.length < 3 || text.at[0] != '<' || text.at[text.length - 1] != '>')
		return false;
	tag->closes = text.at[1] == '/';
	size_t from = tag->closes ? 2 : 1, end = name_end(text, from);

	tag->name = str_slice(text, from, end);
	tag->attributes = str_trim(str_slice(text, end, text.length - 1));
	return tag->name.length > 0 && str_find(tag->attributes, '<', 0) == tag->attributes.length;
}

static int find_directive(struct str name)
{
	for (int i = 0; i < DIRECTIVE_COUNT; i++) {
		if (str_is(name, directives[i].name))
			return i;
	}
	return -1;
}

bool directive_is_line(struct str line)
{
	struct html_tag tag;

	return line.length && line.at[0] == '<' && read_tag(line, &tag) &&
	       find_directive(tag.name) >= 0;
}

bool directive_is_unnumbered(const struct walker *walker)
{
	for (size_t i = 0; i < walker->depth; i++) {
		if (walker->open[i].kind == DIRECTIVE_UNNUMBERED)
			return true;
	}
	return false;
}

unsigned directive_deeper(const struct walker *walker)
{
	unsigned levels = 0;

	for (size_t i = 0; i < walker->depth; i++)
		levels += walker->open[i].kind == DIRECTIVE_DEEPER;
	return levels;
}

static void complain_directive(struct walker *walker, struct place place, struct str name,
			       const char *why)
{
	composer_complain(walker->composer, DIAGNOSTIC_TEMPLATE_DIRECTIVE, place, STR(""), name,
			  str_of(why));
}

/* Takes `name="value"` from the front of *attributes; false when there is none. */
static bool take_attribute(struct str *attributes, struct str *name, struct str *value)
{
	size_t equals = str_find(*attributes, '=', 0);

	if (equals + 1 >= attributes->length || attributes->at[equals + 1] != '"')
		return false;
	size_t end = str_find(*attributes, '"', equals + 2);

	if (end == attributes->length)
		return false;
	*name = str_trim(str_slice(*attributes, 0, equals));
	*value = str_slice(*attributes, equals + 2, end);
	*attributes = str_trim(str_slice(*attributes, end + 1, attributes->length));
	return true;
}

static void check_style(struct walker *walker, const struct node *panel)
{
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
		if (str_is(panel->panel.style, styles[i]))
			return;
	}
	complain_directive(walker, panel->place, STR("panel"),
			   "its style is success, next or note");
}

static void read_panel(struct walker *walker, struct node *panel, struct str attributes)
{
	struct str name, value;

	while (take_attribute(&attributes, &name, &value)) {
		value = expansion_plain(walker->expansion, value);
		if (str_is(name, "title"))
			panel->panel.title = typeset_plain(walker->arena, value);
		else if (str_is(name, "style"))
			panel->panel.style = value;
		else
			complain_directive(walker, panel->place, STR("panel"),
					   "it has the attributes title and style");
	}
	if (attributes.length)
		complain_directive(walker, panel->place, STR("panel"),
				   "write its attributes as title=\"…\" style=\"…\"");
	if (!panel->panel.title.length)
		complain_directive(walker, panel->place, STR("panel"), "give its title");
	check_style(walker, panel);
}

/* What may not stand where it does: NULL when all is well. */
static const char *misplaced(const struct walker *walker, int kind)
{
	bool in_panels = walker->at->kind == NODE_PANELS;

	if (kind == DIRECTIVE_PANEL && !in_panels)
		return "it has its place in <panels>";
	if (kind != DIRECTIVE_PANEL && in_panels)
		return "<panels> holds <panel>s alone";
	if (kind == DIRECTIVE_COVER && (walker->cover || walker->depth))
		return "a document has one cover, at its beginning";
	return NULL;
}

static void open_directive(struct walker *walker, cmark_node *block, int kind,
			   const struct html_tag *tag)
{
	struct place place = walker_place(walker, block);
	const char *why = misplaced(walker, kind);

	if (!why && walker->depth == DEEPEST_DIRECTIVE)
		why = "directives are nested too deep";
	if (why) {
		complain_directive(walker, place, tag->name, why);
		return;
	}
	struct open_directive *open = &walker->open[walker->depth++];

	*open = (struct open_directive){kind, NULL, cmark_node_parent(block), place, walker->group};
	if (kind == DIRECTIVE_DEEPER)
		walker->group = ++walker->groups;
	if (!directives[kind].makes_node)
		return;
	struct node *node = node_new(walker->arena, directives[kind].node, place);

	walker_flush(walker);
	if (kind == DIRECTIVE_COVER) {
		walker->cover = node;
		node->parent = walker->at;
	} else {
		node_append(walker->at, node);
	}
	open->node = node;
	walker->at = node;
	if (kind == DIRECTIVE_PANEL)
		read_panel(walker, node, tag->attributes);
	else if (tag->attributes.length)
		complain_directive(walker, place, tag->name, "it takes no attributes");
}

/* The children move to another parent, behind those that it has. */
static void move_children(struct node *from, struct node *to)
{
	struct node *next;

	for (struct node *child = from->first; child; child = next) {
		next = child->next;
		node_append(to, child);
	}
	from->first = NULL;
	from->last = NULL;
}

/* The one list that a directive holds; NULL (after an error) when it holds anything else. */
static struct node *only_list(struct walker *walker, struct node *node, const char *name,
			      bool ordered, const char *why)
{
	struct node *list = node->first;

	if (list && !list->next && list->kind == NODE_LIST && list->list.ordered == ordered)
		return list;
	complain_directive(walker, node->place, str_of(name), why);
	return NULL;
}

static bool begins_strong(const struct node *item)
{
	return item->first && item->first->kind == NODE_PARAGRAPH && item->first->first &&
	       item->first->first->kind == NODE_STRONG;
}

static void close_headlines(struct walker *walker, struct node *headlines)
{
	struct node *list;

	/* Where no figure of theirs is available nothing is left of them. */
	if (!headlines->first) {
		node_drop(headlines);
		return;
	}
	list = only_list(walker, headlines, "headlines", false, "it holds one bullet list");
	if (!list)
		return;
	headlines->first = NULL;
	headlines->last = NULL;
	for (const struct node *item = list->first; item; item = item->next) {
		if (!begins_strong(item) || item->first->next) {
			complain_directive(walker, item->place, STR("headlines"),
					   "each of its items is **the figure** and its label");
			continue;
		}
		struct node *headline = node_new(walker->arena, NODE_HEADLINE, item->place);

		move_children(item->first, headline);
		node_append(headlines, headline);
	}
}

static void close_pathway(struct walker *walker, struct node *pathway)
{
	struct node *list =
		only_list(walker, pathway, "pathway", true, "it holds one numbered list");

	if (!list)
		return;
	pathway->first = NULL;
	pathway->last = NULL;
	for (const struct node *item = list->first; item; item = item->next) {
		if (!begins_strong(item))
			complain_directive(walker, item->place, STR("pathway"),
					   "each of its steps begins with **the step's name**");
	}
	move_children(list, pathway);
}

/* An address is lines: its paragraphs' inlines with a break between paragraphs. */
static void close_address(struct walker *walker, struct node *address)
{
	struct node *block = address->first, *next;

	address->first = NULL;
	address->last = NULL;
	for (; block; block = next) {
		next = block->next;
		if (block->kind != NODE_PARAGRAPH) {
			complain_directive(walker, block->place, STR("address"),
					   "it holds lines of text");
			continue;
		}
		if (address->last)
			node_append(address, node_new(walker->arena, NODE_BREAK, block->place));
		move_children(block, address);
	}
}

static void close_cover(struct walker *walker, struct node *cover)
{
	struct node *headlines = cover->first;

	cover->parent = NULL;
	if (!headlines)
		return;
	if (headlines->next || headlines->kind != NODE_HEADLINES) {
		complain_directive(walker, cover->place, STR("cover"),
				   "it holds one <headlines> block");
		return;
	}
	headlines->parent = NULL;
	walker->document->headlines = headlines;
}

static void close_directive(struct walker *walker)
{
	struct open_directive *open = &walker->open[--walker->depth];

	walker_flush(walker);
	if (open->kind == DIRECTIVE_DEEPER)
		walker->group = open->group;
	if (!open->node)
		return;
	walker->at = open->node->parent;
	if (open->kind == DIRECTIVE_HEADLINES)
		close_headlines(walker, open->node);
	else if (open->kind == DIRECTIVE_PATHWAY)
		close_pathway(walker, open->node);
	else if (open->kind == DIRECTIVE_ADDRESS)
		close_address(walker, open->node);
	else if (open->kind == DIRECTIVE_COVER)
		close_cover(walker, open->node);
}

static void close_tag(struct walker *walker, cmark_node *block, int kind, struct str name)
{
	const struct open_directive *open = walker->depth ? &walker->open[walker->depth - 1] : NULL;

	if (open && open->kind == kind && open->parent == cmark_node_parent(block)) {
		close_directive(walker);
		return;
	}
	const char *why = "it closes what was not opened";

	if (open)
		why = str_format(walker->arena, "<%s> of line %u is still open",
				 directives[open->kind].name, open->place.line)
			      .at;
	complain_directive(walker, walker_place(walker, block),
			   str_format(walker->arena, "/%.*s", STR_ARG(name)), why);
}

void directive_block(struct walker *walker, cmark_node *block)
{
	struct str text = str_trim(str_of(cmark_node_get_literal(block)));
	struct html_tag tag;
	struct place place = walker_place(walker, block);

	if (!read_tag(text, &tag)) {
		composer_complain_text(
			walker->composer, place, STR(""),
			"HTML has no place here: write Markdown, and comments as {{! … }}");
		return;
	}
	int kind = find_directive(tag.name);

	if (kind < 0) {
		const char *names[DIRECTIVE_COUNT];

		for (int i = 0; i < DIRECTIVE_COUNT; i++)
			names[i] = directives[i].name;
		const char *near = nearest_word(tag.name, names, DIRECTIVE_COUNT);

		complain_directive(
			walker, place, tag.name,
			near ? str_format(walker->arena, "did you mean <%s>?", near).at
			     : "there are panels, panel, headlines, pathway, address, cover, "
			       "unnumbered and deeper");
		return;
	}
	if (tag.closes)
		close_tag(walker, block, kind, tag.name);
	else
		open_directive(walker, block, kind, &tag);
}

void directive_end(struct walker *walker, cmark_node *parent)
{
	while (walker->depth && walker->open[walker->depth - 1].parent == parent) {
		const struct open_directive *open = &walker->open[walker->depth - 1];
		const char *name = directives[open->kind].name;

		complain_directive(
			walker, open->place, str_of(name),
			str_format(walker->arena, "it is never closed: write </%s>", name).at);
		if (open->node)
			walker->at = open->node->parent;
		walker->depth--;
	}
}
