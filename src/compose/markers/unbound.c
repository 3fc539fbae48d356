/* Owns what counts as a figure in running text. Works on the source as written, line by line. */
#include "compose/markers/unbound.h"

#include <string.h>

#include "base/number.h"
#include "compose/markers/tokens.h"

enum { MOST_NAMES = 3 };

/* Words before a number that make it a name: "regulation 35", "aged 18". */
static const char *const namers[] = {
	"regulation", "regulations", "section",	  "sections",	"standard", "standards", "schedule",
	"act",	      "article",     "paragraph", "paragraphs", "part",	    "chapter",	 "rule",
	"form",	      "stage",	     "step",	  "steps",	"appendix", "table",	 "figure",
	"level",      "page",	     "pages",	  "room",	"year",	    "phase",	 "tier",
	"version",    "age",	     "aged",	  "ages",	"turn",	    "turns",	 "turned",
	"turning",    "under",	     "over",	  "extension",	"ext",	    "number"};

/* -- what a number is -------------------------------------------------------------------------- */

#define IS_ONE_OF(tokens, token, words)                                                            \
	token_is_one_of((tokens), (token), (words), sizeof(words) / sizeof *(words))

/* "18th", "E06", "24-hour", "COVID-19", "10–18", "2024-25", "10:30". */
static bool is_joined(const struct tokens *tokens, size_t at)
{
	const struct token *before = token_near(tokens, at, -1), *after = token_near(tokens, at, 1);
	const struct token *beyond = token_near(tokens, at, 2);

	if (tokens->items[at].glued &&
	    (token_is_kind(before, TOKEN_WORD) || token_joins(tokens, before)))
		return true;
	if (token_is_kind(after, TOKEN_WORD) && after->glued)
		return true;
	return token_joins(tokens, after) && beyond && beyond->glued && beyond->kind != TOKEN_SIGN;
}

static bool is_date(const struct tokens *tokens, size_t at)
{
	return token_is_year(tokens, at) ||
	       IS_ONE_OF(tokens, token_near(tokens, at, 1), month_names) ||
	       IS_ONE_OF(tokens, token_near(tokens, at, -1), month_names);
}

/* "regulations 24 and 25", "aged 10 to 18": back over the numbers to the word that names them. */
static bool is_named(const struct tokens *tokens, size_t at)
{
	static const char *const between[] = {"and", "or", "to", ","};

	for (int back = -1;; back--) {
		const struct token *token = token_near(tokens, at, back);

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
	const struct token *first = token_near(tokens, at, 1), *second = token_near(tokens, at, 2);

	if (token_is_word(tokens, first, "or") || token_is_word(tokens, first, "and"))
		return IS_ONE_OF(tokens, second, bounds);
	if (token_is_word(tokens, first, "years"))
		return token_is_word(tokens, second, "old") || token_is_word(tokens, second, "of");
	return token_is_word(tokens, first, "hours") && token_is_word(tokens, second, "a") &&
	       token_is_word(tokens, token_near(tokens, at, 3), "day");
}

static bool is_list_number(const struct tokens *tokens, size_t at)
{
	const struct token *after = token_near(tokens, at, 1);

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
