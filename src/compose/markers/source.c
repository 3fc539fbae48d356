/*
 * Reading of one source: its lines, its head and cover. What stands between braces is scan.c's.
 */
#include "compose/markers/source.h"

#include <string.h>

#include "base/buffer.h"

#include "base/files.h"

enum { LARGEST_FILE = 4 << 20, MOST_FILES = 500 };

/*
 * Beyond these no words of a report go, and reading some of what does takes time that grows with
 * the square of its length: of a line and of a paragraph in bytes; of lists and quotations in each
 * other.
 */
enum { LONGEST_LINE = 10000, LONGEST_PARAGRAPH = 50000, DEEPEST_NESTING = 32 };

struct place source_place(const struct source *source, size_t at)
{
	size_t low = 0, high = source->line_count;

	if (source->is_text)
		return source->origin;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return (struct place){source->path, (uint32_t)low + 1,
			      (uint32_t)(at - source->lines[low]) + 1};
}

struct str source_line(const struct source *source, uint32_t line)
{
	if (line == 0 || line > source->line_count)
		return STR("");
	size_t from = source->lines[line - 1];

	return str_slice(source->text, from, str_find(source->text, '\n', from));
}

static void find_lines(struct arena *arena, struct source *source)
{
	size_t capacity = 0;

	for (size_t at = 0; at == 0 || at < source->text.length;) {
		source->lines = arena_grow(arena, source->lines, &capacity, source->line_count + 1,
					   sizeof(size_t));
		source->lines[source->line_count++] = at;
		at = str_find(source->text, '\n', at) + 1;
	}
}

/* Line feeds alone, one at the end, and no byte order mark. */
static struct str with_line_feeds(struct arena *arena, struct str text)
{
	struct buffer out = {0};

	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_slice(text, 3, text.length);
	if (str_find(text, '\r', 0) == text.length && str_ends(text, STR("\n")))
		return text;
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] != '\r')
			buffer_byte(&out, text.at[i]);
		else if (i + 1 == text.length || text.at[i + 1] != '\n')
			buffer_byte(&out, '\n');
	}
	if (out.length && out.at[out.length - 1] != '\n')
		buffer_byte(&out, '\n');
	struct str lines = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return lines;
}

/* Characters that have no place in words: controls, and those that compose marks places with. */
static bool is_refused(uint32_t c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) ||
	       (c >= 0xe000 && c <= 0xf8ff);
}

static bool check_characters(struct composer *composer, struct source *source)
{
	size_t at = 0, bad;
	size_t errors = composer->errors;

	if (!str_is_utf8(source->text, &bad)) {
		composer_complain_text(composer, source_place(source, bad), STR(""),
				       "this is not UTF-8: save the file as UTF-8");
		return false;
	}
	while (at < source->text.length) {
		size_t from = at;
		char byte = source->text.at[at];

		if ((byte >= ' ' && byte < 0x7f) || byte == '\n') {
			at++;
			continue;
		}
		uint32_t c = str_next(source->text, &at);

		if (is_refused(c) || !c)
			composer_complain_text(composer, source_place(source, from), STR(""),
					       "the character U+%04X can't be printed: take it out",
					       (unsigned)c);
		if (!c)
			break;
	}
	return composer->errors == errors;
}

/* How many lists and quotations a line begins: "> - 1. words" three. */
static unsigned nesting(struct str line)
{
	unsigned depth = 0;

	for (size_t i = 0; i < line.length && strchr(" \t>-+*0123456789.)", line.at[i]); i++)
		depth += strchr(">-+*.)", line.at[i]) != NULL;
	return depth;
}

static bool is_rule(struct str line)
{
	for (size_t i = 0; i < line.length; i++)
		if (line.at[i] != line.at[0] && line.at[i] != ' ')
			return false;
	return true;
}

static bool check_sizes(struct composer *composer, struct source *source)
{
	size_t errors = composer->errors, paragraph = 0;

	for (uint32_t number = 1; number <= source->line_count; number++) {
		struct str line = source_line(source, number);
		struct place place = {source->path, number, 1};

		paragraph = str_trim(line).length ? paragraph + line.length : 0;
		if (line.length > LONGEST_LINE)
			composer_complain_text(composer, place, STR(""),
					       "a line of %zu bytes: break it, %d are the most",
					       line.length, LONGEST_LINE);
		if (paragraph > LONGEST_PARAGRAPH) {
			composer_complain_text(composer, place, STR(""),
					       "a paragraph of more than %d bytes: part it by an "
					       "empty line",
					       LONGEST_PARAGRAPH);
			paragraph = 0;
		}
		if (nesting(line) > DEEPEST_NESTING && (line.at[0] == '>' || !is_rule(line)))
			composer_complain_text(composer, place, STR(""),
					       "lists and quotations stand more than %d deep in "
					       "each other: take some out",
					       DEEPEST_NESTING);
	}
	return composer->errors == errors;
}

/* Reads a file's text, checked: UTF-8, no private characters, line feeds. False after an error. */
static bool load(struct composer *composer, struct source *source)
{
	struct arena *arena = composer->arena;
	struct place whole = {source->path, 0, 0};
	struct str why, text;

	if (!files_read(arena, source->path, &text, &why)) {
		composer_complain_text(composer, whole, STR(""), "can't be read: %.*s",
				       STR_ARG(why));
		return false;
	}
	if (text.length > LARGEST_FILE) {
		composer_complain_text(composer, whole, STR(""),
				       "the file is longer than 4 MiB: no words of a report are");
		return false;
	}
	source->text = with_line_feeds(arena, text);
	find_lines(arena, source);
	return check_characters(composer, source) && check_sizes(composer, source);
}

/* The line at `at`, without white space around it; *next is where the next begins. */
static struct str line_at(struct str text, size_t at, size_t *next)
{
	size_t end = str_find(text, '\n', at);

	*next = end < text.length ? end + 1 : text.length;
	return str_trim(str_slice(text, at, end));
}

/* A head is a block of lines between two of "---", at the very beginning. */
static void find_head(struct composer *composer, struct source *source)
{
	size_t at = 0, next;

	if (!str_is(line_at(source->text, 0, &next), "---"))
		return;
	for (at = next; at < source->text.length; at = next) {
		if (str_is(line_at(source->text, at, &next), "---")) {
			source->head_end = next;
			return;
		}
	}
	composer_complain_text(composer, source_place(source, 0), source_line(source, 1),
			       "the head is never closed: write a line --- after its last line");
}

static void find_cover(struct source *source)
{
	size_t at = source->head_end, next = at;
	bool within = false;

	for (; at < source->text.length; at = next) {
		struct str line = line_at(source->text, at, &next);

		if (!within && str_is(line, "<cover>")) {
			source->cover = at;
			within = true;
		} else if (within && str_is(line, "</cover>")) {
			source->cover_end = next;
			return;
		}
	}
	source->cover = 0;
}

void sources_add_text(struct sources *sources, struct str text, struct place origin)
{
	struct arena *arena = sources->composer->arena;
	void **place = map_place(&sources->texts, text);

	if (*place)
		return;
	struct source *source = ARENA_NEW(arena, struct source);

	*source = (struct source){
		.path = origin.file, .text = text, .is_text = true, .origin = origin};
	find_lines(arena, source);
	*place = source;
	sources->text_items = arena_grow(arena, sources->text_items, &sources->text_capacity,
					 sources->text_count + 1, sizeof(struct source *));
	sources->text_items[sources->text_count++] = source;
}

struct source *sources_find(struct sources *sources, struct str path, bool is_top)
{
	struct composer *composer = sources->composer;
	void **place = map_place(&sources->by_path, path);

	if (*place)
		return *place;
	if (sources->count >= MOST_FILES)
		return NULL;
	struct source *source = ARENA_NEW(composer->arena, struct source);

	source->path = path;
	source->index = (uint32_t)sources->count;
	source->is_top = is_top;
	*place = source;
	sources->items = arena_grow(composer->arena, sources->items, &sources->capacity,
				    sources->count + 1, sizeof(struct source *));
	sources->items[sources->count++] = source;
	if (!load(composer, source)) {
		source->text = STR("");
		source->line_count = 0;
	}
	find_head(composer, source);
	if (!is_top)
		find_cover(source);
	return source;
}
