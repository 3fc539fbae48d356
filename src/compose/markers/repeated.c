/* Owns what a paragraph is, and when two are the same. Last year's words are no input: only
 * compared. */
#include "compose/markers/repeated.h"

#include <ctype.h>
#include <string.h>

#include "base/buffer.h"
#include "base/files.h"

enum { FEWEST_WORDS = 6 };

/* Walks through a text: a paragraph ends at an empty line, and where a point of a list begins. */
struct walk {
	struct str text;
	size_t at;
	uint32_t line; /* of what comes next */
};

struct passage {
	struct str words;  /* without comments, each white space as one space */
	struct str source; /* its first line */
	uint32_t line;
	bool stays, is_mark; /* says that it still is so; and nothing else */
};

static bool begins_point(struct str line)
{
	size_t digits = 0;

	line = str_trim(line);
	if (line.length > 1 && strchr("-*+", line.at[0]) && line.at[1] == ' ')
		return true;
	while (digits < line.length && isdigit((unsigned char)line.at[digits]))
		digits++;
	return digits && digits + 1 < line.length && strchr(".)", line.at[digits]) &&
	       line.at[digits + 1] == ' ';
}

/* The end of a comment that begins at `at`; `at` when none does. */
static size_t comment_end(struct str text, size_t at)
{
	if (!str_starts(str_slice(text, at, text.length), STR("{{!")))
		return at;
	while (at < text.length && !str_starts(str_slice(text, at, text.length), STR("}}")))
		at++;
	return at + 2 < text.length ? at + 2 : text.length;
}

static bool says_so(struct arena *arena, struct str comment, const char *year)
{
	struct str mark = str_format(arena, "still so in %s", year);
	struct str inner = str_slice(comment, strlen("{{!"), comment.length - strlen("}}"));

	return str_equal(str_trim(inner), mark);
}

/* Adds what of the raw paragraph is said; notes what its comments say. */
static void add_words(struct arena *arena, struct passage *paragraph, struct str raw,
		      const char *year)
{
	struct buffer words = {0};

	for (size_t at = 0; at < raw.length;) {
		size_t end = comment_end(raw, at);
		bool space = isspace((unsigned char)raw.at[at]);

		if (end > at) {
			paragraph->stays =
				paragraph->stays || says_so(arena, str_slice(raw, at, end), year);
			at = end;
			continue;
		}
		if (!space || (words.length && words.at[words.length - 1] != ' '))
			buffer_byte(&words, space ? ' ' : raw.at[at]);
		at++;
	}
	paragraph->words = str_trim(str_copy(arena, buffer_view(&words)));
	paragraph->is_mark = paragraph->stays && paragraph->words.length == 0;
	buffer_release(&words);
}

static struct str next_line(const struct walk *walk)
{
	return str_slice(walk->text, walk->at, str_find(walk->text, '\n', walk->at));
}

static void pass_line(struct walk *walk)
{
	walk->at = str_find(walk->text, '\n', walk->at) + 1;
	walk->line++;
}

static bool next_passage(struct arena *arena, struct walk *walk, const char *year,
			 struct passage *paragraph)
{
	size_t from;

	while (walk->at < walk->text.length && !str_trim(next_line(walk)).length)
		pass_line(walk);
	if (walk->at >= walk->text.length)
		return false;
	*paragraph = (struct passage){.line = walk->line, .source = next_line(walk)};
	from = walk->at;
	do {
		/* A comment above is no first line. */
		if (str_starts(str_trim(paragraph->source), STR("{{!"))) {
			paragraph->line = walk->line;
			paragraph->source = next_line(walk);
		}
		pass_line(walk);
	} while (walk->at < walk->text.length && str_trim(next_line(walk)).length &&
		 (!begins_point(next_line(walk)) ||
		  str_starts(str_trim(paragraph->source), STR("{{!"))));
	add_words(arena, paragraph, str_slice(walk->text, from, walk->at), year);
	return true;
}

static bool is_too_short(struct str words)
{
	size_t spaces = 0;

	for (size_t i = 0; i < words.length; i++)
		spaces += words.at[i] == ' ';
	return spaces + 1 < FEWEST_WORDS || words.at[0] == '#';
}

static bool read_last(struct composer *composer, const struct source *source, struct str *text)
{
	struct str folder = composer->options->last_narrative, why;
	struct str path = path_join(composer->arena, folder, path_name(source->path));

	return folder.length && file_exists(path) && file_read(composer->arena, path, text, &why);
}

static void compare(struct composer *composer, const struct source *source, const struct map *said)
{
	const char *year = composer->facts->period.label;
	struct walk walk = {.text = source->text, .line = 1};
	struct period last = period_of(composer->facts->period.first_year - 1);
	struct passage paragraph;

	while (next_passage(composer->arena, &walk, year, &paragraph)) {
		if (paragraph.is_mark)
			return;
		if (paragraph.stays || !paragraph.words.length || is_too_short(paragraph.words) ||
		    !map_lookup(said, paragraph.words))
			continue;
		composer_complain(composer, DIAGNOSTIC_REPEATED,
				  (struct place){source->path, paragraph.line, 1}, paragraph.source,
				  str_copy(composer->arena, str_of(last.label)), str_of(year));
	}
}

void repeated_check(struct composer *composer, const struct source *source)
{
	struct passage paragraph;
	struct walk walk = {0};
	struct map said;

	if (!str_starts(source->path, composer->options->narrative) ||
	    !read_last(composer, source, &walk.text))
		return;
	map_init(&said, composer->arena);
	while (next_passage(composer->arena, &walk, "", &paragraph)) {
		if (paragraph.words.length)
			*map_place(&said, paragraph.words) = composer;
	}
	compare(composer, source, &said);
}
