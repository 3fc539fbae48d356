#include "compose/markdown/notes.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "compose/markdown/outline.h"

/* A name that is used or explained, and the first line of either. */
struct note_name {
	struct note_name *next;
	struct str written;
	bool used, explained;
	size_t line;
	struct place explained_at;
};

static struct place place_of(const struct pasting *pasting, size_t line)
{
	const struct walker *walker = pasting->walker;

	return expansion_place(walker->expansion, walker->line_offset + (int)line + 1);
}

static struct note_name *find_name(struct pasting *pasting, struct str key, struct str written)
{
	void **place = map_place(&pasting->notes, key);
	struct note_name *name = *place;

	if (name)
		return name;
	name = ARENA_NEW(pasting->walker->arena, struct note_name);
	*name = (struct note_name){.written = written, .line = pasting->at};
	*place = name;
	*pasting->last_note = name;
	pasting->last_note = &name->next;
	return name;
}

static void note_use(struct pasting *pasting, struct note_name *name, bool explains)
{
	struct place place = place_of(pasting, pasting->at);

	if (!explains) {
		name->used = true;
		return;
	}
	/* A part that stands twice in a document explains its notes twice. */
	if (name->explained && name->explained_at.line != place.line)
		pasted_complain(pasting, pasting->at,
				"the note [^%.*s] was written before, at line %u: give each a name "
				"of its own",
				STR_ARG(name->written), name->explained_at.line);
	name->explained = true;
	name->explained_at = place;
}

/* The end of the name that begins behind "[^" at `at`; `at` when it is none. */
static size_t name_end(struct str line, size_t at)
{
	size_t end = at;

	while (end < line.length && line.at[end] != ']' && line.at[end] != ' ' &&
	       line.at[end] != '[')
		end++;
	return end < line.length && line.at[end] == ']' ? end : at;
}

struct str notes_line(struct pasting *pasting, struct str line)
{
	struct arena *arena = pasting->walker->arena;
	struct str mark = STR("[^");
	struct buffer out = {0};
	size_t at = 0;

	for (size_t i = 0; i + 2 < line.length; i++) {
		size_t end = i + 2;

		if (!str_starts(str_slice(line, i, i + 2), mark) ||
		    (i > 0 && line.at[i - 1] == '\\') || (end = name_end(line, i + 2)) == i + 2)
			continue;
		struct str written = str_slice(line, i + 2, end);
		struct str key =
			str_format(arena, "%.*s %.*s", STR_ARG(place_of(pasting, pasting->at).file),
				   STR_ARG(written));
		bool explains = !str_trim(str_slice(line, 0, i)).length && end + 1 < line.length &&
				line.at[end + 1] == ':';
		struct note_name *name = find_name(pasting, key, written);

		note_use(pasting, name, explains);
		buffer_str(&out, str_slice(line, at, i));
		buffer_format(&out, "[^%.*s]", STR_ARG(str_slug(arena, key)));
		at = end + 1;
	}
	buffer_str(&out, str_slice(line, at, line.length));
	line = at ? str_copy(arena, buffer_view(&out)) : line;
	buffer_release(&out);
	return line;
}

void notes_check(struct pasting *pasting)
{
	for (const struct note_name *name = pasting->first_note; name; name = name->next) {
		if (!name->explained)
			pasted_complain(pasting, name->line,
					"the note [^%.*s] is nowhere: write it in this file, as a "
					"paragraph [^%.*s]: words",
					STR_ARG(name->written), STR_ARG(name->written));
		else if (!name->used)
			pasted_complain(pasting, name->line,
					"nothing asks for the note [^%.*s], so it would not be "
					"printed: put [^%.*s] behind the words that it explains",
					STR_ARG(name->written), STR_ARG(name->written));
	}
}

static struct str mark_id(struct arena *arena, unsigned note, unsigned use)
{
	return use == 1 ? str_format(arena, "note-%u-mark", note)
			: str_format(arena, "note-%u-mark-%u", note, use);
}

static struct node *add_link(struct walker *walker, struct place place, struct str words)
{
	struct node *link = walker_add(walker, NODE_LINK, place);
	struct node *text = node_new(walker->arena, NODE_TEXT, place);

	text->text = words;
	node_append(link, text);
	return link;
}

static bool is_within_heading(const struct walker *walker)
{
	for (const struct node *node = walker->at; node; node = node->parent)
		if (node->kind == NODE_HEADING || node->kind == NODE_HEADLINE)
			return true;
	return false;
}

void notes_mark(struct walker *walker, cmark_node *node)
{
	unsigned note = (unsigned)strtoul(cmark_node_get_literal(node), NULL, 10);
	struct place place = walker_place(walker, node);

	if (is_within_heading(walker)) {
		composer_complain_text(walker->composer, place, STR(""),
				       "a heading has no note: put its mark into the words below");
		return;
	}
	walker->note_uses = arena_grow(walker->arena, walker->note_uses, &walker->note_capacity,
				       note + 1, sizeof(unsigned));
	for (; walker->note_count <= note; walker->note_count++)
		walker->note_uses[walker->note_count] = 0;
	walker->note_uses[note]++;

	struct node *link = add_link(walker, place, str_format(walker->arena, "[%u]", note));

	link->link.target = str_format(walker->arena, "#note-%u", note);
	link->link.id = mark_id(walker->arena, note, walker->note_uses[note]);
}

/* The heading that all notes stand under, which has no number, and their list. */
static void begin_notes(struct walker *walker, struct place place)
{
	struct node *heading = walker_add(walker, NODE_HEADING, place);
	struct node *words = node_new(walker->arena, NODE_TEXT, place);

	words->text = STR("Notes");
	node_append(heading, words);
	heading->heading.level = 2;
	outline_heading_end(walker, heading);
	walker->at = walker_add(walker, NODE_LIST, place);
	walker->at->list.ordered = true;
	walker->at->list.start = 1;
}

void notes_enter(struct walker *walker, cmark_node *node)
{
	struct place place = walker_place(walker, node);

	if (walker->at->kind != NODE_LIST)
		begin_notes(walker, place);
	walker->at = walker_add(walker, NODE_ITEM, place);
	walker->at->item.id = str_format(walker->arena, "note-%u", ++walker->note);
}

void notes_leave(struct walker *walker)
{
	struct node *item = walker->at;
	unsigned note = walker->note;
	unsigned uses = note < walker->note_count ? walker->note_uses[note] : 0;

	if (!item->last || item->last->kind != NODE_PARAGRAPH)
		walker_add(walker, NODE_PARAGRAPH, item->place);
	walker->at = item->last;
	for (unsigned use = 1; use <= uses; use++) {
		walker_words(walker, STR(" "), item->place);
		struct str words =
			use == 1 ? str_format(walker->arena, "Back to the words of note %u", note)
				 : str_format(walker->arena, "Back to note %u, mark %u", note, use);
		struct node *link = add_link(walker, item->place, words);

		link->link.target = str_format(walker->arena, "#%.*s",
					       STR_ARG(mark_id(walker->arena, note, use)));
	}
	walker->at = item->parent;
}
