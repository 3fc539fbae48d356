/* Direction, by the Unicode bidirectional algorithm (UAX #9). */
#include "render/pdf/layout/bidi.h"

#include <fribidi.h>

int bidi_direction(struct str text)
{
	for (size_t at = 0; at < text.length;) {
		FriBidiCharType type = fribidi_get_bidi_type(str_next(text, &at));

		if (FRIBIDI_IS_LETTER(type))
			return FRIBIDI_IS_RTL(type) ? -1 : 1;
	}
	return 0;
}

/* Most text has nothing that could run backwards, and its bytes tell. */
static bool may_run_backwards(struct str text)
{
	for (size_t at = 0; at < text.length;) {
		if ((unsigned char)text.at[at] < 0xd6) {
			at++;
			continue;
		}
		FriBidiCharType type = fribidi_get_bidi_type(str_next(text, &at));

		if (FRIBIDI_IS_RTL(type) || FRIBIDI_IS_EXPLICIT(type) || FRIBIDI_IS_ISOLATE(type))
			return true;
	}
	return false;
}

unsigned char *bidi_levels(struct arena *arena, struct str text, bool *backwards)
{
	*backwards = false;
	if (!may_run_backwards(text))
		return NULL;
	FriBidiChar *characters = ARENA_ARRAY(arena, text.length + 1, FriBidiChar);
	FriBidiCharType *types = ARENA_ARRAY(arena, text.length + 1, FriBidiCharType);
	FriBidiBracketType *brackets = ARENA_ARRAY(arena, text.length + 1, FriBidiBracketType);
	FriBidiLevel *levels = ARENA_ARRAY(arena, text.length + 1, FriBidiLevel);
	unsigned char *by_byte = ARENA_ARRAY(arena, text.length + 1, unsigned char);
	FriBidiStrIndex count = 0, index = 0;

	for (size_t at = 0; at < text.length;)
		characters[count++] = str_next(text, &at);
	fribidi_get_bidi_types(characters, count, types);
	fribidi_get_bracket_types(characters, count, types, brackets);
	FriBidiParType direction = fribidi_get_par_direction(types, count);

	if (direction == FRIBIDI_PAR_ON)
		direction = bidi_direction(text) < 0 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	*backwards = FRIBIDI_IS_RTL(direction);
	if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, levels))
		return NULL;
	for (size_t at = 0; at < text.length; index++) {
		size_t from = at;

		str_next(text, &at);
		for (size_t i = from; i < at; i++)
			by_byte[i] = (unsigned char)levels[index];
	}
	return by_byte;
}

static void turn_round(size_t *order, size_t from, size_t to)
{
	while (from + 1 < to) {
		size_t kept = order[from];

		order[from++] = order[--to];
		order[to] = kept;
	}
}

/* The pieces' levels on their line: spaces at its end run as the paragraph does (rule L1). */
static unsigned char *line_levels(struct arena *arena, const struct paragraph *paragraph,
				  const struct line *line)
{
	size_t count = line->to - line->from, ink = count;
	const struct piece *pieces = paragraph->pieces + line->from;
	unsigned char *levels = ARENA_ARRAY(arena, count, unsigned char);

	while (ink > 0 && pieces[ink - 1].space)
		ink--;
	for (size_t i = 0; i < count; i++)
		levels[i] = i < ink ? pieces[i].level : paragraph->backwards;
	return levels;
}

size_t *line_order(struct arena *arena, const struct paragraph *paragraph, const struct line *line)
{
	size_t count = line->to - line->from;

	if (!paragraph->mixed || count == 0)
		return NULL;
	const unsigned char *levels = line_levels(arena, paragraph, line);
	size_t *order = ARENA_ARRAY(arena, count, size_t);
	unsigned highest = 0;

	for (size_t i = 0; i < count; i++) {
		order[i] = line->from + i;
		highest = levels[i] > highest ? levels[i] : highest;
	}
	for (unsigned level = highest; level > 0; level--) /* rule L2 */
		for (size_t i = 0; i < count; i++) {
			size_t end = i;

			while (end < count && levels[end] >= level)
				end++;
			turn_round(order, i, end);
			i = end;
		}
	return order;
}

double *line_places(struct arena *arena, const struct paragraph *paragraph, const struct line *line,
		    double x)
{
	const size_t *order = line_order(arena, paragraph, line);
	size_t count = line->to - line->from;

	if (!order)
		return NULL;
	double *places = ARENA_ARRAY(arena, count, double);

	if (paragraph->backwards) /* the spaces at its end are drawn left of its ink */
		for (size_t i = line->to; i > line->from && paragraph->pieces[i - 1].space; i--)
			x -= paragraph->pieces[i - 1].width;
	for (size_t i = 0; i < count; i++) {
		places[order[i] - line->from] = x;
		x += paragraph->pieces[order[i]].width;
	}
	return places;
}
