#include "compose/markdown/pasted.h"
#include "base/buffer.h"
#include "compose/markdown/directive.h"
#include "compose/markdown/notes.h"
#include "compose/markdown/pasted_items.h"
#include "compose/markdown/pasted_marks.h"
#include "compose/markdown/pasted_rows.h"

/* Spaces that don't break, and those of other widths, which word processors put anywhere. */
static bool is_odd_space(uint32_t c)
{
	return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
	       c == 0x3000;
}

/* Whether what was read of the line ends where Markdown asks for a space. */
static bool wants_space(struct str before, struct str after)
{
	struct str begun = str_trim(before);
	bool row = begun.length && begun.at[0] == '|';

	if (!begun.length || pasted_marker_end(before) == before.length)
		return true;
	return row && (str_find(STR("| "), before.at[before.length - 1], 0) < 2 || !after.length ||
		       after.at[0] == '|');
}

static struct str plain_spaces(struct arena *arena, struct str line)
{
	struct buffer out = {0};

	if (str_find(line, '\xc2', 0) == line.length && str_find(line, '\xe2', 0) == line.length &&
	    str_find(line, '\xe3', 0) == line.length)
		return line;
	for (size_t at = 0; at < line.length;) {
		size_t from = at;
		uint32_t c = str_next(line, &at);

		if (is_odd_space(c) &&
		    wants_space(buffer_view(&out), str_slice(line, at, line.length)))
			buffer_byte(&out, ' ');
		else
			buffer_str(&out, str_slice(line, from, at));
	}
	struct str plain = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return str_trim(plain).length ? plain : STR("");
}

static void split(struct pasting *pasting, struct str text)
{
	size_t capacity = 0;
	struct arena *arena = pasting->walker->arena;

	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, '\n', at);

		pasting->lines = arena_grow(arena, pasting->lines, &capacity, pasting->count + 1,
					    sizeof(struct str));
		pasting->lines[pasting->count++] = plain_spaces(arena, str_slice(text, at, end));
		at = end + 1;
	}
}

/*
 * A directive's tag begins and ends an HTML block only with blank lines around it: they are put
 * where they are missing, without moving the lines' places.
 */
static bool directive_line(struct pasting *pasting)
{
	struct str line = pasting->lines[pasting->at];

	if (!directive_is_line(line))
		return false;
	pasting->depth = 0;
	pasted_line(pasting, STR(""), 0);
	pasted_line(pasting, line, 0);
	pasted_line(pasting, STR(""), 0);
	pasting->at++;
	return true;
}

struct str pasted_text(struct walker *walker, struct expansion *spaced)
{
	struct pasting *pasting = ARENA_NEW(walker->arena, struct pasting);

	*pasting = (struct pasting){.walker = walker, .spaced = spaced, .blank = true};
	map_init(&pasting->notes, walker->arena);
	pasting->last_note = &pasting->first_note;
	split(pasting, walker->text);
	while (pasting->at < pasting->count) {
		pasting->lines[pasting->at] = notes_line(pasting, pasting->lines[pasting->at]);
		pasted_check_marks(pasting);
		pasted_check_commas(pasting);
		if (directive_line(pasting) || pasted_item(pasting) || pasted_rows(pasting))
			continue;
		pasted_no_item(pasting);
		pasted_line(pasting, pasting->lines[pasting->at], 0);
		pasting->at++;
	}
	notes_check(pasting);
	struct str text = str_copy(walker->arena, buffer_view(&pasting->out));

	buffer_release(&pasting->out);
	return text;
}
