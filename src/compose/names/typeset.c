/*
 * Typesetting of characters. Works on the words between spaces; changes no letter or digit.
 */
#include "compose/names/typeset.h"
#include "base/buffer.h"

static const char NO_BREAK[] = "\u00a0";
static const char EN_DASH[] = "\u2013";

static const char *const months[] = {"January",	  "February", "March",	  "April",
				     "May",	  "June",     "July",	  "August",
				     "September", "October",  "November", "December"};
/* Words that a number belongs to: "regulation 35", "Appendix 1". */
static const char *const leaders[] = {
	"regulation", "regulations", "appendix", "section", "sections", "schedule", "part",
	"standard",   "standards",   "figure",	 "table",   "chapter",	"page",	    "paragraph",
	"aged",	      "form",	     "stage",	 "article", "rule",	"step",	    "ward"};
/* Words that belong to the number before them: "20 miles". */
static const char *const units[] = {"mile",   "miles",	 "month", "months",  "week",	"weeks",
				    "day",    "days",	 "hour",  "hours",   "year",	"years",
				    "minute", "minutes", "FTE",	  "million", "working", "per"};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static bool is_one_of(struct str word, const char *const *list, size_t count, bool any_case)
{
	for (size_t i = 0; i < count; i++) {
		struct str other = str_of(list[i]);
		size_t at = 0;

		if (other.length != word.length)
			continue;
		while (at < word.length &&
		       (any_case ? lower(word.at[at]) : word.at[at]) == other.at[at])
			at++;
		if (at == word.length)
			return true;
	}
	return false;
}

#define ONE_OF(word, list, any_case)                                                               \
	is_one_of((word), (list), sizeof(list) / sizeof(*(list)), (any_case))

/* The word without marks around it: "(regulation" and "miles," are "regulation" and "miles". */
static struct str bare(struct str word)
{
	static const char marks[] = "().,;:!?'\"";

	while (word.length && str_find(STR(marks), word.at[0], 0) < sizeof(marks) - 1)
		word = str_slice(word, 1, word.length);
	while (word.length && str_find(STR(marks), word.at[word.length - 1], 0) < sizeof(marks) - 1)
		word.length--;
	return word;
}

static bool is_number(struct str word)
{
	for (size_t i = 0; i < word.length; i++) {
		if (!is_digit(word.at[i]) && (i == 0 || (word.at[i] != ',' && word.at[i] != '.')))
			return false;
	}
	return word.length > 0;
}

static bool is_digits(struct str word, size_t least)
{
	for (size_t i = 0; i < word.length; i++) {
		if (!is_digit(word.at[i]))
			return false;
	}
	return word.length >= least;
}

static bool ends_sentence(struct str word)
{
	char last = word.length ? word.at[word.length - 1] : ' ';

	return last == '.' || last == ',' || last == ';' || last == ':' || last == '?' ||
	       last == '!' || last == ')';
}

struct spaces {
	bool telephone; /* the words so far are groups of a telephone number */
};

/* Whether the space between two words must not break. */
static bool is_glued(struct spaces *state, struct str left, struct str right)
{
	struct str before = bare(left), after = bare(right);
	bool broken = ends_sentence(left);
	bool group = !broken && is_digits(before, 2) && is_digits(after, 3) &&
		     (state->telephone || before.at[0] == '0');

	state->telephone = group;
	if (group)
		return true;
	if (broken || !before.length || !after.length)
		return false;
	if (is_number(before))
		return (before.length <= 2 && ONE_OF(after, months, false)) ||
		       ONE_OF(after, units, false);
	return is_digit(after.at[0]) && ONE_OF(before, leaders, true);
}

/* "10-18" is a range; "2024-25" a year, "0116-454" a telephone number, "1-2-3" neither. */
static bool is_range(struct str text, size_t hyphen)
{
	size_t from = hyphen, to = hyphen + 1;

	while (from > 0 && is_digit(text.at[from - 1]))
		from--;
	while (to < text.length && is_digit(text.at[to]))
		to++;
	size_t left = hyphen - from, right = to - hyphen - 1;

	if (left < 1 || left > 3 || right < 1 || right > 3 || text.at[from] == '0')
		return left == 1 && text.at[from] == '0' && right > 0 && right <= 3;
	if (from > 0) {
		unsigned char byte = (unsigned char)text.at[from - 1];

		if (byte != ' ' && byte != '(' && byte < 0x80)
			return false;
	}
	return to >= text.length ||
	       (text.at[to] != '-' && text.at[to] != '/' && lower(text.at[to]) == text.at[to] &&
		!(text.at[to] >= 'a' && text.at[to] <= 'z'));
}

static void set_word(struct buffer *out, struct str text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (text.at[i] == '-' && is_range(text, i))
			buffer_text(out, EN_DASH);
		else
			buffer_byte(out, text.at[i]);
	}
}

/* Without a digit there is nothing to glue and no range. */
static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (is_digit(text.at[i]))
			return true;
	}
	return false;
}

struct str typeset(struct arena *arena, struct str text, struct str before)
{
	text = str_composed(arena, text);
	if (!before.length && !has_digit(text))
		return text;
	struct buffer out = {0};
	struct spaces state = {0};
	size_t at = 0;
	struct str left = before;

	while (at < text.length) {
		size_t space = str_find(text, ' ', at);
		size_t next = str_find(text, ' ', space + 1);

		set_word(&out, text, at, space);
		if (space > at)
			left = str_slice(text, at, space);
		if (space < text.length) {
			struct str right = str_slice(text, space + 1, next);

			buffer_text(&out, is_glued(&state, left, right) ? NO_BREAK : " ");
		}
		at = space + 1;
	}
	struct str set = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return set;
}

static bool opens(struct str text, size_t at)
{
	if (at == 0)
		return true;
	char before = text.at[at - 1];

	return before == ' ' || before == '(' || before == '[' || before == '\n';
}

/* Only the quotation marks. */
static struct str typeset_quotes(struct arena *arena, struct str text)
{
	if (str_find(text, '\'', 0) == text.length && str_find(text, '"', 0) == text.length)
		return text;
	struct buffer out = {0};

	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\'')
			buffer_text(&out, opens(text, i) ? "\u2018" : "\u2019");
		else if (text.at[i] == '"')
			buffer_text(&out, opens(text, i) ? "\u201c" : "\u201d");
		else
			buffer_byte(&out, text.at[i]);
	}
	struct str set = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return set;
}

struct str typeset_plain(struct arena *arena, struct str text)
{
	return typeset(arena, typeset_quotes(arena, text), STR(""));
}
