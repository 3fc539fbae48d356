/* Breaking a paragraph into lines by dynamic programming over its places to break. */
#include "render/pdf/layout/linebreak.h"

#include <math.h>

#include "render/pdf/layout/piece.h"

/* The best way to set everything before a place to break. */
struct break_chance {
	size_t place;	 /* pieces before it */
	size_t previous; /* chance at which its last line begins */
	double cost;
	bool forced; /* the line must end here */
};

/* The width of a line of pieces from..to, without the spaces at its end. */
static double line_width(const struct paragraph *paragraph, size_t from, size_t to)
{
	double width = 0;

	while (to > from && paragraph->pieces[to - 1].space)
		to--;
	for (size_t i = from; i < to; i++)
		width += paragraph->pieces[i].width;
	return width;
}

/* How bad a line is: the square of the room left; too wide is worst. */
static double line_cost(double line, double width, bool last, bool balanced)
{
	double room = (width - line) / width;

	if (room < -1e-6)
		return 1e6 * (1 - room);
	if (last && balanced)
		return room * room * 0.5;
	if (last) /* a last line is free unless it is a mere word or two */
		return line < width * 0.12 ? 0.05 : 0;
	return room * room + 0.0001;
}

static size_t list_places(const struct paragraph *paragraph, struct break_chance *chances)
{
	size_t count = 1;

	chances[0] = (struct break_chance){.forced = true};
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		bool end = i + 1 == paragraph->piece_count;

		if (paragraph->pieces[i].after == PIECE_NO_BREAK && !end)
			continue;
		chances[count++] = (struct break_chance){
			.place = i + 1,
			.cost = HUGE_VAL,
			.forced = end || paragraph->pieces[i].after == PIECE_MUST_BREAK,
		};
	}
	return count;
}

/* Finds the best line that ends at chance `to`, looking back until lines are too wide. */
static void best_line(const struct paragraph *paragraph, struct break_chance *chances, size_t to,
		      double width)
{
	struct break_chance *end = &chances[to];
	double wide = 0, spaces = 0; /* the pieces so far, and the spaces at the line's end */
	bool ink = false;

	for (size_t from = to; from-- > 0;) {
		for (size_t i = chances[from + 1].place; i-- > chances[from].place;) {
			wide += paragraph->pieces[i].width;
			ink |= !paragraph->pieces[i].space;
			if (!ink)
				spaces += paragraph->pieces[i].width;
		}
		double line = wide - spaces;
		double cost = chances[from].cost +
			      line_cost(line, width, end->forced, paragraph->balanced);

		if (cost < end->cost) {
			end->cost = cost;
			end->previous = from;
		}
		if (chances[from].forced || line > width * 1.5)
			break;
	}
}

static void take_lines(struct typesetter *setter, struct paragraph *paragraph,
		       const struct break_chance *chances, size_t count)
{
	size_t lines = 0;

	for (size_t i = count - 1; i > 0; i = chances[i].previous)
		lines++;
	paragraph->lines = ARENA_ARRAY(setter->arena, lines, struct line);
	paragraph->line_count = lines;
	paragraph->width = 0;
	for (size_t i = count - 1; i > 0; i = chances[i].previous) {
		struct line *line = &paragraph->lines[--lines];

		line->from = chances[chances[i].previous].place;
		line->to = chances[i].place;
		line->width = line_width(paragraph, line->from, line->to);
		if (line->width > paragraph->width)
			paragraph->width = line->width;
	}
}

void paragraph_break(struct typesetter *setter, struct paragraph *paragraph, double width)
{
	paragraph_cut_wide(setter, paragraph, width);
	paragraph->measure = width;
	struct break_chance *chances =
		ARENA_ARRAY(setter->arena, paragraph->piece_count + 2, struct break_chance);
	size_t count = list_places(paragraph, chances);

	for (size_t i = 1; i < count; i++)
		best_line(paragraph, chances, i, width);
	take_lines(setter, paragraph, chances, count);
}

double paragraph_natural(const struct paragraph *paragraph)
{
	double widest = 0;

	for (size_t from = 0, i = 0; i < paragraph->piece_count; i++)
		if (paragraph->pieces[i].after == PIECE_MUST_BREAK ||
		    i + 1 == paragraph->piece_count) {
			widest = fmax(widest, line_width(paragraph, from, i + 1));
			from = i + 1;
		}
	return widest;
}

double paragraph_least(const struct paragraph *paragraph)
{
	double widest = 0;

	for (size_t from = 0, i = 0; i < paragraph->piece_count; i++)
		if (paragraph->pieces[i].after != PIECE_NO_BREAK ||
		    i + 1 == paragraph->piece_count) {
			widest = fmax(widest, line_width(paragraph, from, i + 1));
			from = i + 1;
		}
	return widest;
}

double paragraph_ink(const struct paragraph *paragraph)
{
	size_t count = paragraph->piece_count;
	double width = 0;

	for (size_t i = 0; i < count; i++) {
		const struct shape *shape = paragraph->pieces[i].shape;
		double share = 1;

		if (i + 1 == count && shape->count > 1 && str_ends(shape->text, STR("\xc2\xa0")))
			share -= (double)shape->glyphs[shape->count - 1].advance / shape->width;
		width += paragraph->pieces[i].width * share;
	}
	return width;
}
