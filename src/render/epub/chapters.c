#include "render/epub/chapters.h"
#include "render/epub/epub.h"

#define CHAPTER_MOST 150 /* blocks */

/* How many blocks stand under a heading, up to the next of its level or above. */
static size_t blocks_under(const struct node *heading)
{
	size_t count = 0;

	for (const struct node *node = heading->next; node; node = node->next) {
		if (node->kind == NODE_HEADING && node->heading.level <= heading->heading.level)
			break;
		count++;
	}
	return count;
}

static void begin(struct book *book, const struct node *first)
{
	size_t index = book->chapter_count;

	if (index > 0)
		book->chapters[index - 1].end = first;
	book->chapters = arena_grow(book->arena, book->chapters, &book->chapter_capacity, index + 1,
				    sizeof(struct chapter));
	book->chapters[index] = (struct chapter){
		.id = index == 0 ? "title" : str_format(book->arena, "chapter-%zu", index).at,
		.first = first};
	book->chapter_count++;
}

/* Headings that follow one another stay together. */
static bool follows_heading(const struct node *node, const struct node *before)
{
	return before && before->kind == NODE_HEADING &&
	       before->heading.level < node->heading.level;
}

/* The anchors within a block: of notes, and of their marks. */
static void note_anchors(struct book *book, const struct node *block, struct chapter *chapter)
{
	for (const struct node *node = block; node; node = node_after(node, block)) {
		struct str id = node->kind == NODE_ITEM	  ? node->item.id
				: node->kind == NODE_LINK ? node->link.id
							  : STR("");

		if (id.length > 0)
			*map_place(&book->places, id) = chapter;
	}
}

static void note_places(struct book *book)
{
	for (size_t i = 0; i < book->chapter_count; i++) {
		struct chapter *chapter = &book->chapters[i];

		for (const struct node *node = chapter->first; node && node != chapter->end;
		     node = node->next) {
			note_anchors(book, node, chapter);
			if (node->kind == NODE_HEADING)
				*map_place(&book->places, node->heading.id) = chapter;
		}
	}
}

void book_divide(struct book *book)
{
	const struct node *root = book->document->root, *before = NULL;
	unsigned divided = 2; /* the deepest level whose headings begin a file */

	begin(book, root->first);
	for (const struct node *node = root->first; node; before = node, node = node->next) {
		if (node->kind != NODE_HEADING || node->heading.level > divided)
			continue;
		divided = node->heading.level < 2 ? 2 : node->heading.level;
		if (blocks_under(node) > CHAPTER_MOST)
			divided++;
		if (!follows_heading(node, before))
			begin(book, node);
	}
	note_places(book);
}

struct str epub_target(const struct book *book, struct str target)
{
	size_t end = str_find(target, ':', 0);

	if (target.at[0] != '#')
		return end < target.length ? target : STR("");

	const struct chapter *chapter =
		map_lookup(&book->places, str_slice(target, 1, target.length));

	if (!chapter)
		return STR("");
	return chapter == book->current
		       ? target
		       : str_format(book->arena, "%s.xhtml%.*s", chapter->id, STR_ARG(target));
}
