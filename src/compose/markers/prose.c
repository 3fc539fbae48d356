/* Owns what of a paragraph is a word, a figure or the end of a sentence. */
#include "compose/markers/prose.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static void add_piece(struct prose *prose, struct saying piece)
{
	if (prose->count < MOST_WORDS)
		prose->pieces[prose->count++] = piece;
}

static void add_marker(struct prose *prose, struct str inner, size_t at)
{
	struct str name = str_trim(str_slice(inner, 0, str_find(inner, ':', 0)));
	const struct symbol *symbol = symbol_lookup(prose->composer->symbols, name);

	if (str_is(name, "LAST_YEAR"))
		add_piece(prose,
			  (struct saying){PIECE_LAST_YEAR, at, inner.length + 4, MEASURE_NONE});
	else if (symbol && symbol->kind == SYMBOL_MEASURE)
		add_piece(prose,
			  (struct saying){PIECE_FIGURE, at, inner.length + 4, symbol->measure});
}

/* The end of what begins with `open` at `at`; `at` when that doesn't. */
static size_t passed(struct str text, size_t at, const char *open, const char *close)
{
	struct str rest = str_slice(text, at, text.length);

	if (!str_starts(rest, str_of(open)))
		return at;
	for (size_t i = at + strlen(open); i < text.length; i++)
		if (str_starts(str_slice(text, i, text.length), str_of(close)))
			return i + strlen(close);
	return at;
}

static bool is_letter(char byte)
{
	return isalpha((unsigned char)byte) || byte == '-';
}

/* One word, marker or stop at `at`; gives where the next may be. */
static size_t read_piece(struct prose *prose, struct str text, size_t at)
{
	size_t end = passed(text, at, "<as-written>", "</as-written>");

	if (end > at)
		return end;
	end = passed(text, at, "{{", "}}");
	if (end > at) {
		add_marker(prose, str_slice(text, at + 2, end - 2), at);
		return end;
	}
	for (end = at; end < text.length && is_letter(text.at[end]);)
		end++;
	if (end > at)
		add_piece(prose, (struct saying){PIECE_WORD, at, end - at, MEASURE_NONE});
	else if (strchr(".!?", text.at[at]) && text.at[at])
		add_piece(prose, (struct saying){PIECE_STOP, at, 1, MEASURE_NONE});
	return end > at ? end : at + 1;
}

bool prose_is(const struct prose *prose, size_t at, struct str word)
{
	const struct saying *piece = &prose->pieces[at];

	if (at >= prose->count)
		return false;
	if (piece->kind == PIECE_LAST_YEAR)
		return str_is(word, "last") || str_is(word, "LAST_YEAR");
	return piece->kind == PIECE_WORD && piece->length == word.length &&
	       strncasecmp(prose->source->text.at + piece->at, word.at, word.length) == 0;
}

size_t prose_find(const struct prose *prose, struct prose_part span, const char *const *phrases,
		  size_t count, size_t *end)
{
	for (size_t at = span.from; at < span.to; at++) {
		for (size_t i = 0; i < count; i++) {
			struct str phrase = str_of(phrases[i]);
			size_t piece = at, from = 0;

			while (from < phrase.length && piece < span.to &&
			       prose_is(prose, piece,
					str_slice(phrase, from, str_find(phrase, ' ', from)))) {
				from = str_find(phrase, ' ', from) + 1;
				piece++;
			}
			*end = piece;
			if (from > phrase.length)
				return at;
		}
	}
	return span.to;
}

void prose_read(struct prose *prose, size_t from, size_t to)
{
	struct str text = str_slice(prose->source->text, 0, to);

	prose->count = 0;
	while (from < to)
		from = read_piece(prose, text, from);
}
