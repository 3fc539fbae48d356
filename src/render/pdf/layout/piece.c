/*
 * Runs to pieces. A piece ends where the look, the font or the direction changes, at a space, and
 * where libunibreak allows a line to break.
 */
#include "render/pdf/layout/piece.h"
#include "base/buffer.h"
#include "render/type/shape.h"

#include <linebreak.h>

#include "render/pdf/layout/bidi.h"

enum { LARGE_TYPE = 20 }; /* points: above it each unit of kerning can be seen */

/* The text while it is cut. */
struct piece_cutting {
	struct typesetter *setter;
	struct paragraph *paragraph;
	struct str text;
	char *breaks;	       /* by byte, as libunibreak says */
	unsigned char *levels; /* by byte; NULL when all runs left to right */
	size_t capacity;
	size_t run;
};

static unsigned shape_flags(const struct typesetter *setter, const struct paragraph *paragraph,
			    unsigned level)
{
	return (setter->tabular ? SHAPE_TABULAR : 0) | (level & 1 ? SHAPE_BACKWARDS : 0) |
	       (paragraph->size > LARGE_TYPE ? SHAPE_EXACT : 0);
}

static void piece_add(struct piece_cutting *cutting, const struct face *face, size_t from,
		      size_t to)
{
	struct paragraph *paragraph = cutting->paragraph;
	struct typesetter *setter = cutting->setter;
	struct str text = str_slice(cutting->text, from, to);
	unsigned level = cutting->levels ? cutting->levels[from] : 0;
	unsigned flags = shape_flags(setter, paragraph, level);
	char after = cutting->breaks[to - 1];

	paragraph->pieces = arena_grow(setter->arena, paragraph->pieces, &cutting->capacity,
				       paragraph->piece_count + 1, sizeof(struct piece));
	struct piece *piece = &paragraph->pieces[paragraph->piece_count++];

	piece->run = &setter->runs[cutting->run];
	piece->space = str_is(text, " ");
	piece->shape = shape_text(setter->faces, face, text, flags);
	piece->width = shape_width(piece->shape, paragraph->size);
	piece->level = (unsigned char)level;
	paragraph->mixed |= level & 1;
	piece->after = after == LINEBREAK_MUSTBREAK    ? PIECE_MUST_BREAK
		       : after == LINEBREAK_ALLOWBREAK ? PIECE_MAY_BREAK
						       : PIECE_NO_BREAK;
}

static size_t run_end(const struct piece_cutting *cutting)
{
	const struct typesetter *setter = cutting->setter;
	size_t end = cutting->run + 1 < setter->run_count ? setter->runs[cutting->run + 1].start
							  : cutting->text.length;

	return end < cutting->text.length ? end : cutting->text.length;
}

static void character_missing(struct typesetter *setter, const struct text_run *run,
			      uint32_t character)
{
	hb_set_t *missing = setter->missing;
	bool known = hb_set_has(missing, character);

	setter->failed = true;
	hb_set_add(missing, character);
	if (setter->diagnostics && !known) /* said once, at its first place */
		diagnostic_add(setter->diagnostics, DIAGNOSTIC_NO_GLYPH, run->place, character);
}

/* Is `next` at `position` to be in a piece of its own? */
static bool piece_ends(const struct piece_cutting *cutting, size_t from, size_t position,
		       uint32_t next)
{
	bool space = cutting->text.at[from] == ' ';

	return space || next == ' ' || cutting->breaks[position - 1] != LINEBREAK_NOBREAK ||
	       (cutting->levels && cutting->levels[position] != cutting->levels[from]);
}

/* Cuts the run that begins at *from into pieces. */
static void cut_run(struct piece_cutting *cutting, size_t from)
{
	struct typesetter *setter = cutting->setter;
	const struct text_run *run = &setter->runs[cutting->run];
	size_t end = run_end(cutting), position = from;
	const struct face *face = NULL;

	while (position < end) {
		size_t before = position;
		uint32_t character = str_next(cutting->text, &position);
		bool line_end = character == 0x2028;
		const struct face *wanted =
			line_end ? faces_face(setter->faces, FACE_REGULAR)
				 : faces_for(setter->faces, run->slot, character);

		if (!wanted) {
			character_missing(setter, run, character);
			wanted = faces_face(setter->faces, FACE_REGULAR);
		}
		if (before > from &&
		    (wanted != face || line_end || piece_ends(cutting, from, before, character))) {
			piece_add(cutting, face, from, before);
			from = before;
		}
		face = wanted;
		if (line_end) { /* has no ink: the piece before it ends the line */
			if (cutting->paragraph->piece_count > 0)
				cutting->paragraph->pieces[cutting->paragraph->piece_count - 1]
					.after = PIECE_MUST_BREAK;
			from = position;
		}
	}
	if (from < end)
		piece_add(cutting, face, from, end);
}

/* "2021–22" stays whole, though a line may break after a dash. */
static void keep_ranges(struct piece_cutting *cutting)
{
	struct str text = cutting->text;

	for (size_t i = 0; i + 3 < text.length; i++)
		if (text.at[i] == '\xe2' && text.at[i + 1] == '\x80' && text.at[i + 2] == '\x93' &&
		    text.at[i + 3] >= '0' && text.at[i + 3] <= '9')
			cutting->breaks[i + 2] = LINEBREAK_NOBREAK;
}

void paragraph_cut(struct typesetter *setter, struct paragraph *paragraph)
{
	struct piece_cutting cutting = {.setter = setter, .paragraph = paragraph};

	cutting.text = buffer_view(&setter->text);
	if (cutting.text.length == 0)
		return;
	cutting.breaks = ARENA_ARRAY(setter->arena, cutting.text.length + 1, char);
	set_linebreaks_utf8((const utf8_t *)cutting.text.at, cutting.text.length, setter->language,
			    cutting.breaks);
	cutting.breaks[cutting.text.length - 1] = LINEBREAK_NOBREAK;
	keep_ranges(&cutting);
	cutting.levels = bidi_levels(setter->arena, cutting.text, &paragraph->backwards);
	for (; cutting.run < setter->run_count; cutting.run++)
		cut_run(&cutting, setter->runs[cutting.run].start);
}

/* The glyphs' clusters of a piece, as pieces of their own. */
static size_t cut_piece(struct typesetter *setter, const struct paragraph *paragraph,
			const struct piece *piece, struct piece *out)
{
	struct str text = piece->shape->text;
	size_t count = 0, position = 0;

	while (position < text.length) {
		size_t from = position;

		str_next(text, &position);
		out[count] = *piece;
		out[count].shape = shape_text(setter->faces, piece->shape->face,
					      str_slice(text, from, position),
					      shape_flags(setter, paragraph, piece->level));
		out[count].width = shape_width(out[count].shape, paragraph->size);
		out[count].after = position < text.length ? PIECE_MAY_BREAK : piece->after;
		count++;
	}
	return count;
}

void paragraph_cut_wide(struct typesetter *setter, struct paragraph *paragraph, double width)
{
	size_t needed = 0;
	bool wide = false;

	for (size_t i = 0; i < paragraph->piece_count; i++) {
		bool cut = paragraph->pieces[i].width > width;

		wide |= cut;
		needed += cut ? paragraph->pieces[i].shape->text.length : 1;
	}
	if (!wide)
		return;
	struct piece *pieces = ARENA_ARRAY(setter->arena, needed, struct piece);
	size_t count = 0;

	for (size_t i = 0; i < paragraph->piece_count; i++)
		if (paragraph->pieces[i].width > width)
			count +=
				cut_piece(setter, paragraph, &paragraph->pieces[i], pieces + count);
		else
			pieces[count++] = paragraph->pieces[i];
	paragraph->pieces = pieces;
	paragraph->piece_count = count;
}
