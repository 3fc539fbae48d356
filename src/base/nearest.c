#include <string.h>

#include "base/diagnostic.h"
#include "base/nearest.h"

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b, size_t c)
{
	size_t smaller = a < b ? a : b;
	return smaller < c ? smaller : c;
}

static char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte == '_' ? '-' : byte;
}

/* Rows of the distances between all beginnings of both words; three are enough for swaps. */
static size_t distance(struct str a, struct str b)
{
	size_t rows[3][LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= b.length; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.length; i++) {
		row[0] = i;
		for (size_t j = 1; j <= b.length; j++) {
			size_t change = lower(a.at[i - 1]) != lower(b.at[j - 1]);
			row[j] = least(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
			    a.at[i - 2] == b.at[j - 1] && before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		size_t *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[b.length];
}

static const char *nearest(struct str word, const char *const *candidates, size_t count,
			   size_t *steps)
{
	const char *best = NULL;
	*steps = SIZE_MAX;
	word = str_slice(word, 0, LONGEST);
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(candidates[i]);
		size_t apart = word.length > length ? word.length - length : length - word.length;
		if (apart >= *steps)
			continue; /* each letter more is a step */
		size_t far = distance(word, str_slice(str_of(candidates[i]), 0, LONGEST));
		if (far < *steps) {
			*steps = far;
			best = candidates[i];
		}
	}
	return best;
}

const char *nearest_word(struct str word, const char *const *candidates, size_t count)
{
	size_t steps;
	const char *best = nearest(word, candidates, count, &steps);
	/* A third of the word may be wrong, and one letter of a short one. */
	return best && steps <= (strlen(best) < 6 ? 1 : strlen(best) / 3) ? best : NULL;
}
