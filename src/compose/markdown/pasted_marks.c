#include "compose/markdown/pasted_marks.h"

static size_t find_text(struct str line, struct str text, size_t from)
{
	for (size_t at = from; at + text.length <= line.length; at++)
		if (str_starts(str_slice(line, at, line.length), text) &&
		    (at == 0 || line.at[at - 1] != '\\'))
			return at;
	return line.length;
}

/* Where text begins that `close` ends; the line's length when there is none. */
static size_t find_pair(struct str line, struct str open, struct str close)
{
	size_t at = find_text(line, open, 0);

	if (at < line.length && find_text(line, close, at + open.length + 1) < line.length)
		return at;
	return line.length;
}

static bool is_task(struct str line)
{
	size_t end = pasted_marker_end(line);
	struct str words = str_trim(str_slice(line, end, line.length));

	return str_starts(words, STR("[ ]")) || str_starts(words, STR("[x] ")) ||
	       str_starts(words, STR("[X] "));
}

static void check_braces(struct pasting *pasting, struct str line)
{
	for (size_t at = find_text(line, STR("{"), 0), end; at < line.length;
	     at = find_text(line, STR("{"), end)) {
		end = str_find(line, '}', at);
		struct str inner = str_slice(line, at + 1, end);
		bool id = inner.length > 0 && inner.at[0] == '#' && str_trim(line).at[0] == '#';

		if (end == line.length)
			return;
		if (id)
			continue;
		pasted_complain(pasting, pasting->at,
				"{%.*s} would be printed as it stands: write a marker with two "
				"braces, {{%.*s}}, or \\{ for the sign",
				STR_ARG(inner), STR_ARG(inner));
	}
}

/* "#No space": neither a heading nor words. */
static bool is_tight_heading(struct str line)
{
	size_t at = 0, from;

	while (at < line.length && at < 3 && line.at[at] == ' ')
		at++;
	from = at;
	while (at < line.length && line.at[at] == '#')
		at++;
	return at > from && at - from <= 6 && at < line.length && line.at[at] != ' ' &&
	       line.at[at] != '\t';
}

void pasted_check_marks(struct pasting *pasting)
{
	struct str line = pasting->lines[pasting->at];

	if (!line.length)
		return;
	if (find_pair(line, STR("~~"), STR("~~")) < line.length)
		pasted_complain(pasting, pasting->at,
				"~~words~~ that are struck out have no place in what is published: "
				"take them out, or the ~~");
	if (is_task(line))
		pasted_complain(pasting, pasting->at,
				"a box to tick has no place here: say in words what is done and "
				"what is not");
	if (find_pair(line, STR("[["), STR("]]")) < line.length)
		pasted_complain(pasting, pasting->at,
				"[[…]] is no link here: write [words](#id) or [words](https://…)");
	if (is_tight_heading(line))
		pasted_complain(pasting, pasting->at,
				"a heading has a space behind its #: write one, or \\# for the "
				"sign");
	check_braces(pasting, line);
}
