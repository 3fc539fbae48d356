/* Owns what counts as a figure in running text. Works on the source as written, line by line. */
#include "compose/markers/unbound.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"

enum { MASK = 1, MOST_NAMES = 3 };

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	size_t at, length; /* in the line; of a number its % too */
	bool glued;	   /* no space before it */
};

struct tokens {
	struct token *items;
	size_t count, capacity;
	struct str line; /* masked */
};

static const char *const months[] = {"January",	  "February", "March",	  "April",
				     "May",	  "June",     "July",	  "August",
				     "September", "October",  "November", "December"};
/* Words before a number that make it a name: "regulation 35", "aged 18". */
static const char *const namers[] = {
	"regulation", "regulations", "section",	  "sections",	"standard", "standards", "schedule",
	"act",	      "article",     "paragraph", "paragraphs", "part",	    "chapter",	 "rule",
	"form",	      "stage",	     "step",	  "steps",	"appendix", "table",	 "figure",
	"level",      "page",	     "pages",	  "room",	"year",	    "phase",	 "tier",
	"version",    "age",	     "aged",	  "ages",	"turn",	    "turns",	 "turned",
	"turning",    "under",	     "over",	  "extension",	"ext",	    "number"};

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
		memcpy(at, "  ", 2);
	for (char *at = text; (at = strstr(at, "\xe2\x80\xaf"));)
		memcpy(at, "   ", 3);
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

static struct tokens tokens_of(struct arena *arena, struct str line)
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

/* -- what a number is -------------------------------------------------------------------------- */

static const struct token *near(const struct tokens *tokens, size_t at, int offset)
{
	size_t other = at + (size_t)offset;

	return other < tokens->count ? &tokens->items[other] : NULL;
}

static bool is_word(const struct tokens *tokens, const struct token *token, const char *word)
{
	return token && token->length == strlen(word) &&
	       strncasecmp(tokens->line.at + token->at, word, token->length) == 0;
}

static bool is_one_of(const struct tokens *tokens, const struct token *token,
		      const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_word(tokens, token, words[i]))
			return true;
	return false;
}

#define IS_ONE_OF(tokens, token, words)                                                            \
	is_one_of((tokens), (token), (words), sizeof(words) / sizeof *(words))

static bool is_kind(const struct token *token, enum token_kind kind)
{
	return token && token->kind == kind;
}

static bool joins(const struct tokens *tokens, const struct token *sign)
{
	return sign && sign->kind == TOKEN_SIGN && sign->glued &&
	       (strchr("-/:", tokens->line.at[sign->at]) || is_dash(tokens->line, sign->at));
}

/* "18th", "E06", "24-hour", "COVID-19", "10–18", "2024-25", "10:30". */
static bool is_joined(const struct tokens *tokens, size_t at)
{
	const struct token *before = near(tokens, at, -1), *after = near(tokens, at, 1);
	const struct token *beyond = near(tokens, at, 2);

	if (tokens->items[at].glued && (is_kind(before, TOKEN_WORD) || joins(tokens, before)))
		return true;
	if (is_kind(after, TOKEN_WORD) && after->glued)
		return true;
	return joins(tokens, after) && beyond && beyond->glued && beyond->kind != TOKEN_SIGN;
}

static bool is_year(const struct tokens *tokens, size_t at)
{
	const struct token *token = &tokens->items[at];
	int64_t value;

	return token->length == 4 &&
	       number_parse_whole(str_slice(tokens->line, token->at, token->at + 4), &value) &&
	       value >= 1900 && value <= 2199;
}

static bool is_date(const struct tokens *tokens, size_t at)
{
	return is_year(tokens, at) || IS_ONE_OF(tokens, near(tokens, at, 1), months) ||
	       IS_ONE_OF(tokens, near(tokens, at, -1), months);
}

/* "regulations 24 and 25", "aged 10 to 18": back over the numbers to the word that names them. */
static bool is_named(const struct tokens *tokens, size_t at)
{
	static const char *const between[] = {"and", "or", "to", ","};

	for (int back = -1;; back--) {
		const struct token *token = near(tokens, at, back);

		if (!token)
			return false;
		if (token->kind != TOKEN_NUMBER && !IS_ONE_OF(tokens, token, between))
			return IS_ONE_OF(tokens, token, namers);
	}
}

/* "18 or over", "18 years old", "24 hours a day". */
static bool is_qualified(const struct tokens *tokens, size_t at)
{
	static const char *const bounds[] = {"over", "older", "under", "younger", "above"};
	const struct token *first = near(tokens, at, 1), *second = near(tokens, at, 2);

	if (is_word(tokens, first, "or") || is_word(tokens, first, "and"))
		return IS_ONE_OF(tokens, second, bounds);
	if (is_word(tokens, first, "years"))
		return is_word(tokens, second, "old") || is_word(tokens, second, "of");
	return is_word(tokens, first, "hours") && is_word(tokens, second, "a") &&
	       is_word(tokens, near(tokens, at, 3), "day");
}

static bool is_list_number(const struct tokens *tokens, size_t at)
{
	const struct token *after = near(tokens, at, 1);

	return at == 0 && after && after->glued && strchr(".)", tokens->line.at[after->at]);
}

/* Numbers one after the other, six digits or more between them: "0116 454 4510". */
static bool is_telephone(const struct tokens *tokens, size_t at)
{
	size_t first = at, digits = 0;

	while (first > 0 && tokens->items[first - 1].kind == TOKEN_NUMBER)
		first--;
	for (; first < tokens->count && tokens->items[first].kind == TOKEN_NUMBER; first++)
		digits += tokens->items[first].length;
	return digits >= 6 &&
	       !memchr(tokens->line.at + tokens->items[at].at, ',', tokens->items[at].length);
}

static bool is_known(const struct tokens *tokens, size_t at)
{
	return is_joined(tokens, at) || is_date(tokens, at) || is_named(tokens, at) ||
	       is_qualified(tokens, at) || is_list_number(tokens, at) || is_telephone(tokens, at);
}

/* -- what it may have meant -------------------------------------------------------------------- */

static bool same_value(struct composer *composer, enum measure_id id, struct str typed)
{
	const struct figure *figure = &composer->facts->figures.of[id];
	struct str printed;

	if (!figure->known)
		return false;
	printed = figure_printed(composer->arena, id, figure);
	if (str_equal(printed, typed))
		return true;
	/* A rate may be typed to the nearest whole. */
	return figure->is_rate && figure->denominator > 0 &&
	       str_equal(typed, number_percent_grouped(composer->arena,
						       number_percent_whole(figure->numerator,
									    figure->denominator)));
}

/* "{{X}} or {{Y}}": the measures of that value, the first few; empty when there is none. */
static struct str meant(struct composer *composer, struct str typed)
{
	struct str names = STR("");
	int count = 0;

	for (int id = 0; id < MEASURE_COUNT && count < MOST_NAMES; id++) {
		if (!same_value(composer, (enum measure_id)id, typed))
			continue;
		names = str_format(composer->arena, "%.*s%s{{%s}}", STR_ARG(names),
				   count++ ? " or " : "", measure_at((enum measure_id)id)->marker);
	}
	return names;
}

static void report(struct composer *composer, const struct source *source, uint32_t line,
		   struct str typed, size_t at)
{
	struct place place = {source->path, line, (uint32_t)at + 1};
	struct str names = meant(composer, typed);
	struct str advice =
		names.length ? str_format(composer->arena, "write %.*s", STR_ARG(names))
			     : STR("name its measure with a marker, keep it in authority.xml or "
				   "report.xml, or write it within <as-written> … </as-written>");

	composer_complain(composer, DIAGNOSTIC_UNBOUND_FIGURE, place, source_line(source, line),
			  typed, advice);
}

static void check_line(struct composer *composer, const struct source *source, uint32_t number)
{
	struct str line = source_line(source, number);
	struct tokens tokens = tokens_of(composer->arena, line);

	for (size_t i = 0; i < tokens.count; i++) {
		const struct token *token = &tokens.items[i];

		if (token->kind == TOKEN_NUMBER && !is_known(&tokens, i))
			report(composer, source, number,
			       str_slice(line, token->at, token->at + token->length), token->at);
	}
}

/* Headings and quotations are nobody's figures. */
static bool is_exempt(struct str line)
{
	struct str text = str_trim(line);

	return text.length && (text.at[0] == '#' || text.at[0] == '>');
}

void unbound_check(struct composer *composer, const struct source *source)
{
	bool address = false;

	for (uint32_t line = 1; line <= source->line_count; line++) {
		struct str text = source_line(source, line);

		if (str_is(str_trim(text), "<address>"))
			address = true;
		else if (str_is(str_trim(text), "</address>"))
			address = false;
		else if (!address && !is_exempt(text))
			check_line(composer, source, line);
	}
}
