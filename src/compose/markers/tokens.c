/* Owns how running text falls into words, numbers and signs. Judges none of them. */
#include "compose/markers/tokens.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "compose/names/choice.h"

enum { MASK = 1 };

const char *const month_names[MONTHS] = {"January",   "February", "March",    "April",
					 "May",	      "June",	  "July",     "August",
					 "September", "October",  "November", "December"};

/* -- what is left of a line: markers, tags, targets and code are blanked, lengths kept ----------
 */

static void blank(char *line, size_t from, size_t to)
{
	memset(line + from, MASK, to - from);
}

/* Blanks every stretch from `open` to `close`, both included. */
static void blank_between(char *line, const char *open, const char *close)
{
	char *begin = line, *end;

	while ((begin = strstr(begin, open)) && (end = strstr(begin + strlen(open), close))) {
		end += strlen(close);
		blank(line, (size_t)(begin - line), (size_t)(end - line));
		begin = end;
	}
}

/* The words that a marker chooses from are words like others. */
static void blank_markers(char *line)
{
	char *begin = line, *end;

	while ((begin = strstr(begin, "{{")) && (end = strstr(begin, "}}"))) {
		struct str inner = {begin + 2, (size_t)(end - begin) - 2};
		size_t forms = (size_t)(begin - line) + 2 + choice_forms_at(inner);

		blank(line, (size_t)(begin - line), forms);
		blank(line, (size_t)(end - line), (size_t)(end - line) + 2);
		begin = end + 2;
	}
}

/* A space that doesn't break parts words as others do. */
static void part_words(char *text)
{
	for (char *at = text; (at = strstr(at, "\xc2\xa0"));)
		memset(at, ' ', 2);
	for (char *at = text; (at = strstr(at, "\xe2\x80\xaf"));)
		memset(at, ' ', 3);
}

static struct str masked(struct arena *arena, struct str line)
{
	struct str copy = str_copy(arena, line);
	char *text = (char *)copy.at;

	part_words(text);
	blank_between(text, "<as-written>", "</as-written>");
	blank_markers(text);
	blank_between(text, "](", ")");
	blank_between(text, "[^", "]");
	blank_between(text, "`", "`");
	blank_between(text, "<", ">");
	return copy;
}

/* -- tokens ------------------------------------------------------------------------------------ */

/* Bytes that begin signs, £ or a dash, rather than letters beyond ASCII. */
static size_t sign_length(char byte)
{
	return byte == '\xc2' ? 2 : byte == '\xe2' ? 3 : 1;
}

static bool is_letter(char byte)
{
	return isalpha((unsigned char)byte) || byte == '\'' ||
	       ((byte & 0x80) && sign_length(byte) == 1);
}

static bool is_digit(struct str line, size_t at)
{
	return at < line.length && isdigit((unsigned char)line.at[at]);
}

/* The end of the number at `at`: digits, with a point or comma only between digits, then a %. */
static size_t number_end(struct str line, size_t at)
{
	while (is_digit(line, at) || (at < line.length && strchr(".,", line.at[at]) &&
				      line.at[at] && is_digit(line, at + 1)))
		at++;
	return at < line.length && line.at[at] == '%' ? at + 1 : at;
}

/* U+2013, the dash of ranges. */
static bool is_dash(struct str line, size_t at)
{
	return at + 3 <= line.length && memcmp(line.at + at, "\xe2\x80\x93", 3) == 0;
}

static struct token token_at(struct str line, size_t at)
{
	struct token token = {.kind = TOKEN_SIGN, .at = at, .length = sign_length(line.at[at])};
	size_t end = at;

	if (is_digit(line, at)) {
		token.kind = TOKEN_NUMBER;
		token.length = number_end(line, at) - at;
	} else if (is_letter(line.at[at])) {
		while (end < line.length && is_letter(line.at[end]))
			end++;
		token.kind = TOKEN_WORD;
		token.length = end - at;
	}
	return token;
}

struct tokens tokens_of(struct arena *arena, struct str line)
{
	struct tokens tokens = {.line = masked(arena, line)};
	bool glued = false;

	for (size_t at = 0; at < line.length;) {
		struct token token = token_at(tokens.line, at);

		if (token.kind == TOKEN_SIGN && isspace((unsigned char)tokens.line.at[at])) {
			glued = false;
			at++;
			continue;
		}
		token.glued = glued;
		tokens.items = arena_grow(arena, tokens.items, &tokens.capacity, tokens.count + 1,
					  sizeof *tokens.items);
		tokens.items[tokens.count++] = token;
		at += token.length;
		glued = true;
	}
	return tokens;
}

/* -- looking at them -------------------------------------------------------------------------- */

const struct token *token_near(const struct tokens *tokens, size_t at, int offset)
{
	size_t other = at + (size_t)offset;

	return other < tokens->count ? &tokens->items[other] : NULL;
}

bool token_is_word(const struct tokens *tokens, const struct token *token, const char *word)
{
	return token && token->length == strlen(word) &&
	       strncasecmp(tokens->line.at + token->at, word, token->length) == 0;
}

bool token_is_one_of(const struct tokens *tokens, const struct token *token,
		     const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (token_is_word(tokens, token, words[i]))
			return true;
	return false;
}

bool token_is_kind(const struct token *token, enum token_kind kind)
{
	return token && token->kind == kind;
}

bool token_joins(const struct tokens *tokens, const struct token *sign)
{
	return sign && sign->kind == TOKEN_SIGN && sign->glued &&
	       (strchr("-/:", tokens->line.at[sign->at]) || is_dash(tokens->line, sign->at));
}

bool token_is_year(const struct tokens *tokens, size_t at)
{
	const struct token *token = &tokens->items[at];
	int64_t value;

	return token->length == 4 &&
	       number_parse_whole(str_slice(tokens->line, token->at, token->at + 4), &value) &&
	       value >= 1900 && value <= 2199;
}
