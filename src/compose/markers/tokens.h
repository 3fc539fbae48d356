/*
 * A line of running text as words, numbers and signs, for those that look for figures and dates in
 * it. Markers, tags, targets of links, code and what stands within <as-written> are blank; the
 * words that a marker chooses from are words like others.
 */
#ifndef HEARTH_COMPOSE_MARKERS_TOKENS_H
#define HEARTH_COMPOSE_MARKERS_TOKENS_H

#include "base/str.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	size_t at, length; /* in the line; of a number its % too */
	bool glued;	   /* no space before it */
};

struct tokens {
	struct token *items;
	size_t count, capacity;
	struct str line; /* with what is blank */
};

enum { MONTHS = 12 };

extern const char *const month_names[MONTHS];

struct tokens tokens_of(struct arena *arena, struct str line);

/* The token so many before or after that one; NULL beyond the line. */
const struct token *token_near(const struct tokens *tokens, size_t at, int offset);
bool token_is_kind(const struct token *token, enum token_kind kind);
/* Letters of either case are alike. False for no token. */
bool token_is_word(const struct tokens *tokens, const struct token *token, const char *word);
bool token_is_one_of(const struct tokens *tokens, const struct token *token,
		     const char *const *words, size_t count);
/* A hyphen, slash, colon or dash without a space before it. */
bool token_joins(const struct tokens *tokens, const struct token *sign);
/* Four digits from 1900 to 2199. */
bool token_is_year(const struct tokens *tokens, size_t at);

#endif
