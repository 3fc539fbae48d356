#include "compose/markdown/outline.h"
#include "compose/markdown/directive.h"
#include "compose/markdown/walker.h"
#include "compose/names/typeset.h"

enum { DEEPEST_HEADING = 6 };

static struct str next_number(struct walker *walker, unsigned level)
{
	struct outline *outline = &walker->outline;
	unsigned count = ++outline->count[level];

	if (!outline->number[level].length)
		return str_format(walker->arena, "%u", count);
	return str_format(walker->arena, "%.*s.%u", STR_ARG(outline->number[level]), count);
}

/* The level of the numbered heading that a heading of this level belongs to. */
static unsigned level_above(const struct outline *outline, unsigned level)
{
	unsigned above = level - 1;

	while (above > 1 && !outline->number[above].length)
		above--;
	return above;
}

static void number_heading(struct walker *walker, struct node *heading)
{
	struct outline *outline = &walker->outline;
	unsigned level = heading->heading.level;

	for (unsigned i = level; i <= NUMBERED_LEVELS; i++) {
		outline->number[i] = STR("");
		outline->count[i] = 0;
	}
	if (level > NUMBERED_LEVELS)
		return;
	heading->heading.number = next_number(walker, level_above(outline, level));
	outline->number[level] = heading->heading.number;
	outline->level = level;
}

/*
 * A narrative stands in a chapter, which is the template's: a heading as high as the chapter's
 * would end it, and take what the template has behind the narrative with it.
 */
static void check_chapter(struct walker *walker, const struct node *heading, unsigned level)
{
	struct str folder = walker->composer->options->narrative;

	if (level > 2 || walker->outline.heading < 2 || !folder.length ||
	    !str_starts(heading->place.file, folder))
		return;
	composer_complain_text(
		walker->composer, heading->place, STR(""),
		"this heading would begin a chapter, which is the template's: write "
		"it with ##, or with one # more than the heading that it stands under");
}

void outline_heading(struct walker *walker, struct node *heading, unsigned level)
{
	bool in_root = heading->parent == walker->document->root;

	check_chapter(walker, heading, level);
	if (level > DEEPEST_HEADING) {
		composer_complain_text(
			walker->composer, heading->place, STR(""),
			"this heading is more than %d levels deep: join it to the one above",
			DEEPEST_HEADING);
		level = DEEPEST_HEADING;
	}
	heading->heading.level = level;
	if (level > walker->outline.heading + 1)
		composer_complain(walker->composer, DIAGNOSTIC_TEMPLATE_HEADING, heading->place,
				  STR(""), STR(""), STR(""));
	if (!in_root)
		return;
	walker->outline.heading = level;
	if (!directive_is_unnumbered(walker))
		number_heading(walker, heading);
}

struct str outline_paragraph(struct walker *walker)
{
	unsigned level = walker->outline.level;

	return level > 1 ? next_number(walker, level) : STR("");
}

/* " {#id}" at the end of a heading's text: taken off, and given. */
static struct str take_id(struct node *heading)
{
	struct node *last = heading->last;

	if (!last || last->kind != NODE_TEXT || !str_ends(last->text, STR("}")))
		return STR("");
	struct str text = last->text;
	size_t at = text.length;

	while (at > 0 && text.at[at - 1] != '{')
		at--;
	if (at == 0 || text.at[at] != '#')
		return STR("");
	last->text = str_slice(text, 0, at - 1);
	while (last->text.length && last->text.at[last->text.length - 1] == ' ')
		last->text.length--;
	return str_slice(text, at + 1, text.length - 1);
}

/* The ids that a page has itself. */
static bool is_of_page(struct str id)
{
	return str_is(id, "main") || str_is(id, "contents") || str_is(id, "title");
}

/* The id, or the id and the first number from 2 on that makes it one of its own. */
static struct str unique_id(struct walker *walker, struct str wanted, struct node *heading)
{
	struct str id = wanted;
	void **last = map_place(&walker->last_numbers, wanted);

	for (uintptr_t i = *last ? (uintptr_t)*last : 1;; i++) {
		if (i > 1)
			id = str_format(walker->arena, "%.*s-%u", STR_ARG(wanted), (unsigned)i);
		void **place = map_place(&walker->ids, id);

		if (!*place && !is_of_page(id)) {
			*place = heading;
			*last = (void *)(i + 1);
			return id;
		}
	}
}

/* Where the first heading of a group that wanted this id is noted; of group 0 stand all of them. */
static void **wanted_place(struct walker *walker, unsigned group, struct str wanted)
{
	struct str key = str_format(walker->arena, "%u %.*s", group, STR_ARG(wanted));

	return map_place(&walker->wanted, key);
}

static void note_wanted(struct walker *walker, struct str wanted, struct node *heading)
{
	void **own = wanted_place(walker, walker->group + 1, wanted);
	void **any = wanted_place(walker, 0, wanted);

	if (!*own)
		*own = heading;
	if (!*any)
		*any = heading;
}

void outline_heading_end(struct walker *walker, struct node *heading)
{
	struct str given = take_id(heading);
	struct str wanted =
		str_slug(walker->arena, given.length ? given : node_text(walker->arena, heading));

	if (!str_trim(node_text(walker->arena, heading)).length)
		composer_complain_text(walker->composer, heading->place, STR(""),
				       "this heading is empty: write its words, or take the # out");
	if (given.length && !str_equal(given, wanted))
		composer_complain_text(walker->composer, heading->place, STR(""),
				       "an id is small letters, digits and hyphens: write {#%.*s}",
				       STR_ARG(wanted));
	if (given.length && *wanted_place(walker, walker->group + 1, wanted))
		composer_complain_text(
			walker->composer, heading->place, STR(""),
			"the id %.*s was given before: give each heading one of its own",
			STR_ARG(given));
	if (!wanted.length)
		wanted = STR("section");
	heading->heading.id = unique_id(walker, wanted, heading);
	note_wanted(walker, wanted, heading);
}

void outline_add_heading(struct walker *walker, unsigned level, struct str text, struct place place)
{
	struct node *heading = walker_add(walker, NODE_HEADING, place);
	struct node *words = node_new(walker->arena, NODE_TEXT, place);

	words->text = typeset_plain(walker->arena, text);
	node_append(heading, words);
	outline_heading(walker, heading, level);
	outline_heading_end(walker, heading);
}

void outline_add_link(struct walker *walker, struct node *link)
{
	walker->links = arena_grow(walker->arena, walker->links, &walker->link_capacity,
				   walker->link_count + 1, sizeof(struct link_use));
	walker->links[walker->link_count++] = (struct link_use){link, walker->group};
}

/* The heading that a link means: of its own group first, then of the whole document. */
static const struct node *find_target(struct walker *walker, const struct link_use *use)
{
	struct str wanted = str_slice(use->link->link.target, 1, use->link->link.target.length);
	const struct node *own = *wanted_place(walker, use->group + 1, wanted);

	return own ? own : *wanted_place(walker, 0, wanted);
}

/* Charts and tables are anchors by their names: "#chart-outcomes", "#table-outcomes". */
static bool is_placed(const struct document *document, struct str wanted)
{
	struct str chart = STR("chart-"), table = STR("table-");
	struct str name = str_slice(wanted, chart.length, wanted.length);

	for (size_t i = 0; str_starts(wanted, chart) && i < document->chart_count; i++) {
		if (str_equal(document->charts[i]->name, name))
			return true;
	}
	for (size_t i = 0; str_starts(wanted, table) && i < document->table_count; i++) {
		if (str_equal(document->tables[i]->name, name))
			return true;
	}
	return false;
}

void outline_finish(struct walker *walker)
{
	for (size_t i = 0; i < walker->link_count; i++) {
		struct link_use *use = &walker->links[i];
		const struct node *heading = find_target(walker, use);
		struct str wanted =
			str_slice(use->link->link.target, 1, use->link->link.target.length);

		if (heading)
			use->link->link.target =
				str_format(walker->arena, "#%.*s", STR_ARG(heading->heading.id));
		else if (!is_placed(walker->document, wanted))
			composer_complain(walker->composer, DIAGNOSTIC_TEMPLATE_LINK,
					  use->link->place, STR(""), wanted, STR(""));
	}
}
