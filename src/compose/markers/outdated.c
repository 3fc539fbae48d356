/* Owns which typed year or date belongs to the period. Works line by line. */
#include "compose/markers/outdated.h"

#include <stdlib.h>

#include "compose/markers/tokens.h"

enum { FURTHEST_LAW = 8, CENTURY = 100 };

/* A date as typed: from its first word to its year, and the days that it may be. */
struct typed {
	size_t from, to; /* in the line */
	int32_t first, last;
};

#define IS_ONE_OF(tokens, token, words)                                                            \
	token_is_one_of((tokens), (token), (words), sizeof(words) / sizeof *(words))

static int number_at(const struct tokens *tokens, const struct token *token)
{
	return atoi(tokens->line.at + token->at);
}

/* "the Act 2000", "Regulations (2011)", "the regulations of 2011, as amended in 2013". */
static bool is_of_a_law(const struct tokens *tokens, size_t at)
{
	static const char *const laws[] = {"act",   "acts",	 "regulation", "regulations",
					   "rules", "standards", "code",       "guidance"};
	static const char *const between[] = {"of", "as", "amended", "in", "and", "england", "the"};

	for (int back = 1; back <= FURTHEST_LAW; back++) {
		const struct token *token = token_near(tokens, at, -back);

		if (!token || (token->kind == TOKEN_SIGN && tokens->line.at[token->at] == '.'))
			return false;
		if (IS_ONE_OF(tokens, token, laws))
			return true;
		if (token->kind == TOKEN_WORD && !IS_ONE_OF(tokens, token, between))
			return false;
	}
	return false;
}

static int month_at(const struct tokens *tokens, size_t at)
{
	const struct token *before = token_near(tokens, at, -1);

	for (int month = 0; month < MONTHS; month++)
		if (token_is_word(tokens, before, month_names[month]))
			return month + 1;
	return 0;
}

/* "2023-24", "2023/24", "2023 to 2024" is two years by themselves. */
static bool is_label(const struct tokens *tokens, size_t at, struct period *period, size_t *end)
{
	const struct token *sign = token_near(tokens, at, 1), *second = token_near(tokens, at, 2);
	int first = number_at(tokens, &tokens->items[at]);

	if (!token_joins(tokens, sign) || !token_is_kind(second, TOKEN_NUMBER) || !second->glued ||
	    number_at(tokens, second) % CENTURY != (first + 1) % CENTURY)
		return false;
	*period = period_of(first);
	*end = second->at + second->length;
	return true;
}

/* What the year at `at` stands for, with the day and month before it. */
static struct typed typed_at(const struct tokens *tokens, size_t at)
{
	const struct token *token = &tokens->items[at], *day = token_near(tokens, at, -2);
	int year = number_at(tokens, token), month = month_at(tokens, at);
	struct typed typed = {.from = token->at, .to = token->at + token->length};
	int32_t first = day_of(year, month ? month : 1, 1);
	int32_t last = day_add_months(first, month ? 1 : MONTHS) - 1;

	typed.first = first;
	typed.last = last;
	if (!month)
		return typed;
	typed.from = tokens->items[at - 1].at;
	if (!token_is_kind(day, TOKEN_NUMBER))
		return typed;

	int number = number_at(tokens, day);

	if (number < 1 || number > last - first + 1)
		return typed;
	typed.from = day->at;
	typed.first = typed.last = first + number - 1;
	return typed;
}

static struct str advice_on(struct arena *arena, const struct period *typed, int first_year)
{
	static const char *const names[] = {"LAST_YEAR", "YEAR", "NEXT_YEAR"};
	int distance = typed ? typed->first_year - first_year + 1 : -1;

	if (distance >= 0 && distance <= 2)
		return str_format(arena, "write {{%s}}", names[distance]);
	return STR("correct it; what is meant so stands within <as-written> … </as-written>");
}

static void check_year(struct composer *composer, const struct source *source, uint32_t line,
		       const struct tokens *tokens, size_t at)
{
	const struct period *period = &composer->facts->period;
	struct typed typed = typed_at(tokens, at);
	struct period label;
	bool labelled = is_label(tokens, at, &label, &typed.to);
	struct str text = source_line(source, line);

	if (is_of_a_law(tokens, at) ||
	    (labelled ? label.first_year == period->first_year
		      : typed.first <= period->last && typed.last >= period->first))
		return;
	composer_complain(composer, DIAGNOSTIC_OUTDATED,
			  (struct place){source->path, line, (uint32_t)typed.from + 1}, text,
			  str_slice(text, typed.from, typed.to),
			  advice_on(composer->arena, labelled ? &label : NULL, period->first_year));
}

static bool is_quotation(struct str line)
{
	struct str text = str_trim(line);

	return text.length && text.at[0] == '>';
}

void outdated_check(struct composer *composer, const struct source *source)
{
	if (!str_starts(source->path, composer->options->narrative))
		return;
	for (uint32_t line = 1; line <= source->line_count; line++) {
		struct str text = source_line(source, line);
		struct tokens tokens = {0};

		if (!is_quotation(text))
			tokens = tokens_of(composer->arena, text);
		for (size_t at = 0; at < tokens.count; at++) {
			if (tokens.items[at].kind == TOKEN_NUMBER && token_is_year(&tokens, at))
				check_year(composer, source, line, &tokens, at);
		}
	}
}
