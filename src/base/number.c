/*
 * Exact numbers: parsed, divided, printed. Owns no state; knows nothing of measures.
 */
#include "base/number.h"

enum { MOST_DIGITS = 6, THOUSANDTHS = 1000, MINUS_BYTES = 3 };

static const char MINUS[] = "\u2212";

/* Up to `most` digits from *at on, which moves behind them; the number of digits. */
static size_t take_digits(struct str text, size_t *at, size_t most, int64_t *value)
{
	size_t digits = 0;
	*value = 0;
	while (*at < text.length && text.at[*at] >= '0' && text.at[*at] <= '9' && digits < most) {
		*value = *value * 10 + (text.at[*at] - '0');
		++*at;
		digits++;
	}
	return digits;
}

bool number_parse_whole(struct str text, int64_t *value)
{
	size_t at = 0;
	int64_t parsed;
	if (!take_digits(text, &at, MOST_DIGITS, &parsed) || at != text.length)
		return false;
	*value = parsed;
	return true;
}

bool number_parse_decimal(struct str text, int64_t *thousandths)
{
	size_t at = 0;
	int64_t whole, part = 0;
	if (!take_digits(text, &at, MOST_DIGITS, &whole))
		return false;
	if (at < text.length) {
		if (text.at[at++] != '.')
			return false;
		size_t digits = take_digits(text, &at, 3, &part);
		if (!digits || at != text.length)
			return false;
		for (; digits < 3; digits++)
			part *= 10;
	}
	*thousandths = whole * THOUSANDTHS + part;
	return true;
}

/* numerator * scale / denominator, rounded once, halves away from zero; denominator > 0. */
static int64_t divide_rounded(int64_t numerator, int64_t denominator, int64_t scale)
{
	__int128 doubled = (__int128)numerator * scale * 2;
	doubled += doubled < 0 ? -(__int128)denominator : (__int128)denominator;
	return (int64_t)(doubled / ((__int128)denominator * 2));
}

int64_t number_percent(int64_t numerator, int64_t denominator)
{
	return divide_rounded(numerator, denominator, THOUSANDTHS);
}

int64_t number_percent_whole(int64_t numerator, int64_t denominator)
{
	return divide_rounded(numerator, denominator, 100);
}

static uint64_t magnitude(int64_t value)
{
	return value < 0 ? -(uint64_t)value : (uint64_t)value;
}

struct str number_grouped(struct arena *arena, int64_t value)
{
	char digits[MINUS_BYTES + 27];
	size_t at = sizeof(digits), written = 0;
	uint64_t left = magnitude(value);
	do {
		if (written && written % 3 == 0)
			digits[--at] = ',';
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
		written++;
	} while (left);
	for (size_t i = MINUS_BYTES; value < 0 && i > 0; i--)
		digits[--at] = MINUS[i - 1];
	return str_copy(arena, (struct str){digits + at, sizeof(digits) - at});
}

struct str number_tenths(struct arena *arena, int64_t tenths)
{
	uint64_t size = magnitude(tenths);
	return str_format(arena, "%s%llu.%llu", tenths < 0 ? MINUS : "",
			  (unsigned long long)(size / 10), (unsigned long long)(size % 10));
}

struct str number_percent_tenths(struct arena *arena, int64_t tenths)
{
	return str_format(arena, "%.*s%%", STR_ARG(number_tenths(arena, tenths)));
}

struct str number_percent_grouped(struct arena *arena, int64_t whole)
{
	return str_format(arena, "%.*s%%", STR_ARG(number_grouped(arena, whole)));
}

struct str number_decimal(struct arena *arena, int64_t thousandths)
{
	uint64_t size = magnitude(thousandths);
	struct str text = str_format(arena, "%s%llu.%03llu", thousandths < 0 ? MINUS : "",
				     (unsigned long long)(size / THOUSANDTHS),
				     (unsigned long long)(size % THOUSANDTHS));
	while (text.at[text.length - 1] == '0')
		text.length--;
	if (text.at[text.length - 1] == '.')
		text.length--;
	return text;
}

struct str number_words(struct arena *arena, int64_t value)
{
	static const char *const words[] = {"zero", "one", "two",   "three", "four",
					    "five", "six", "seven", "eight", "nine"};
	if (value >= 0 && value < 10)
		return str_of(words[value]);
	return number_grouped(arena, value);
}
