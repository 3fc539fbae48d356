#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "render/pdf/layout/font.h"
#include "render/pdf/layout/pen.h"
#include "render/pdf/layout/shape.h"

static const double kern_steps = 100; /* in an em */

/*
 * The word with characters that no font need have put as plain ones: hyphens that only say how a
 * line may break. Lengths in bytes differ, so clusters are those of the changed text.
 */
static struct str plain_hyphens(struct arena *arena, struct str text)
{
	struct buffer out = {0};
	size_t position = 0;
	char bytes[4];

	while (position < text.length) {
		uint32_t character = str_next(text, &position);

		if (character == 0x2010 || character == 0x2011)
			character = '-';
		buffer_add(&out, bytes, str_encode(character, bytes));
	}
	struct str copy = str_copy(arena, buffer_view(&out));

	buffer_release(&out);
	return copy;
}

static bool has_hyphens(struct str text)
{
	return memmem(text.at, text.length, "\xe2\x80\x90", 3) ||
	       memmem(text.at, text.length, "\xe2\x80\x91", 3);
}

static void shape_fill(struct font_set *set, struct shape *shape, unsigned flags)
{
	static const hb_feature_t tabular = {HB_TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
	unsigned count;

	hb_buffer_reset(set->buffer);
	hb_buffer_set_flags(set->buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_cluster_level(set->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_buffer_add_utf8(set->buffer, shape->text.at, (int)shape->text.length, 0,
			   (int)shape->text.length);
	hb_buffer_set_direction(set->buffer,
				flags & SHAPE_BACKWARDS ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_language(set->buffer, set->language);
	hb_buffer_guess_segment_properties(set->buffer);
	hb_shape(shape->font->font, set->buffer, &tabular, flags & SHAPE_TABULAR ? 1 : 0);

	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(set->buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(set->buffer, &count);

	shape->glyphs = ARENA_ARRAY(set->arena, count, struct glyph);
	shape->count = count;
	for (unsigned i = 0; i < count; i++) {
		shape->glyphs[i] =
			(struct glyph){infos[i].codepoint, infos[i].cluster, positions[i].x_advance,
				       positions[i].x_offset, positions[i].y_offset};
		shape->width += positions[i].x_advance;
		shape->raised |= positions[i].y_offset != 0;
	}
}

/* Kerning in steps of a hundredth of an em; none when it is less than nine tenths of one. */
static int kern_in_steps(int kern, unsigned units)
{
	double steps = kern * kern_steps / units;

	return fabs(steps) < 0.9 ? 0 : (int)round(round(steps) * units / kern_steps);
}

/*
 * Leaves out kerning that is too small to be seen, and rounds the rest so that it repeats, which
 * the file's compression needs. Marks stay where they are put.
 */
static void shape_kern_in_steps(struct shape *shape)
{
	const struct font *font = shape->font;

	for (size_t i = 0; i < shape->count; i++)
		if (shape->glyphs[i].x_offset != 0 || shape->glyphs[i].y_offset != 0)
			return;
	shape->width = 0;
	for (size_t i = 0; i < shape->count; i++) {
		struct glyph *glyph = &shape->glyphs[i];
		int natural = hb_font_get_glyph_h_advance(font->font, glyph->id);

		glyph->advance = natural + kern_in_steps(glyph->advance - natural, font->units);
		shape->width += glyph->advance;
	}
}

/*
 * The text from a glyph's cluster to the next one: that of the next glyph with another cluster, or
 * of the one before it where the word runs right to left.
 */
static struct str cluster_text(const struct shape *shape, size_t index, bool backwards)
{
	uint32_t from = shape->glyphs[index].cluster;
	size_t next = index;

	while (next < shape->count && shape->glyphs[next].cluster == from)
		next = backwards ? next - 1 : next + 1; /* SIZE_MAX before the first */
	return str_slice(shape->text, from,
			 next < shape->count ? shape->glyphs[next].cluster : shape->text.length);
}

static bool cluster_alone(const struct shape *shape, size_t index)
{
	uint32_t cluster = shape->glyphs[index].cluster;

	return (index == 0 || shape->glyphs[index - 1].cluster != cluster) &&
	       (index + 1 == shape->count || shape->glyphs[index + 1].cluster != cluster);
}

static struct str character_text(struct arena *arena, uint32_t character)
{
	char bytes[4];
	size_t length = str_encode(character, bytes);

	return str_copy(arena, (struct str){bytes, length});
}

/* A no-break space is printed by the space's glyph, and is read as a space. */
static struct str as_read(struct str text)
{
	return str_is(text, "\xc2\xa0") || str_is(text, "\xe2\x80\xaf") ? STR(" ") : text;
}

/*
 * Says what the shape's glyphs mean. A glyph means what it stood for when it was first used; where
 * it can't mean what it stands for here, the word is spelled out beside it.
 */
static void shape_meaning(struct font_set *set, struct shape *shape, unsigned flags)
{
	struct font *font = shape->font;

	shape->spelled = flags & SHAPE_BACKWARDS;
	for (size_t i = 0; i < shape->count; i++) {
		uint32_t id = shape->glyphs[i].id;

		if (id >= font->glyph_count)
			continue;
		struct str text = as_read(cluster_text(shape, i, flags & SHAPE_BACKWARDS));
		bool alone = cluster_alone(shape, i);

		uint32_t own = alone ? 0 : font_character(set->arena, font, id);

		if (own != 0)
			text = character_text(set->arena, own);
		shape->spelled |= !alone;
		hb_set_add(font->used, id);
		if (!font->meaning[id].at)
			font->meaning[id] = text;
		else if (!str_equal(font->meaning[id], text))
			shape->spelled = true;
	}
}

static void show_code(struct buffer *out, unsigned code)
{
	const unsigned char bytes[2] = {(unsigned char)(code >> 8), (unsigned char)code};

	for (size_t i = code < FONT_LONG; i < 2; i++) {
		if (bytes[i] == '\r') {
			buffer_add(out, "\\r", 2);
			continue;
		}
		if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
			buffer_byte(out, '\\');
		buffer_byte(out, (char)bytes[i]);
	}
}

/* The shape as TJ takes it: glyphs, and between them how far to move back, in 1/1000 em. */
static void shape_show(struct font_set *set, struct shape *shape)
{
	struct buffer out = {0};
	double error = 0; /* how far the pen is short of where it should be, 1/1000 em */
	bool open = false;

	for (size_t i = 0; i < shape->count; i++) {
		const struct glyph *glyph = &shape->glyphs[i];
		double scale = 1000.0 / shape->font->units, offset = glyph->x_offset * scale;
		int move = (int)(error + offset + (error + offset < 0 ? -0.5 : 0.5));

		if (move != 0) {
			if (open)
				buffer_byte(&out, ')');
			pen_number(&out, -move);
			open = false;
			error -= move;
		}
		if (!open)
			buffer_byte(&out, '(');
		open = true;
		show_code(&out, font_code(shape->font, glyph->id));
		error += glyph->advance * scale - font_width(shape->font, glyph->id);
	}
	if (open)
		buffer_byte(&out, ')');
	int rest = (int)(error + (error < 0 ? -0.5 : 0.5));

	if (rest != 0)
		pen_number(&out, -rest);
	shape->show = str_copy(set->arena, buffer_view(&out));
	buffer_release(&out);
}

const struct shape *shape_word(struct font_set *set, struct font *font, struct str text,
			       unsigned flags)
{
	const char head[2] = {(char)('A' + font->index), (char)('0' + flags)};

	buffer_clear(&set->key);
	buffer_add(&set->key, head, sizeof(head));
	buffer_str(&set->key, text);
	struct shape *shape = map_lookup(&set->shapes, buffer_view(&set->key));

	if (shape)
		return shape;
	struct str key = str_copy(set->arena, buffer_view(&set->key));

	shape = ARENA_NEW(set->arena, struct shape);
	shape->font = font;
	shape->text = str_slice(key, sizeof(head), key.length);
	if (has_hyphens(shape->text))
		shape->text = plain_hyphens(set->arena, shape->text);
	shape_fill(set, shape, flags);
	if (!(flags & SHAPE_EXACT))
		shape_kern_in_steps(shape);
	shape_meaning(set, shape, flags);
	if (!shape->raised)
		shape_show(set, shape);
	*map_place(&set->shapes, key) = shape;
	return shape;
}
