#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "render/type/shape.h"

static const double kern_steps = 100; /* in an em */

/*
 * The word with characters that no face need have put as plain ones: hyphens that only say how a
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

static void shape_fill(struct faces *faces, struct shape *shape, unsigned flags)
{
	static const hb_feature_t tabular = {HB_TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1};
	hb_buffer_t *buffer = faces->buffer;
	unsigned count;

	hb_buffer_reset(buffer);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_buffer_add_utf8(buffer, shape->text.at, (int)shape->text.length, 0,
			   (int)shape->text.length);
	if (!(flags & SHAPE_ITS_WAY))
		hb_buffer_set_direction(buffer,
					shape->backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_language(buffer, faces->language);
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(shape->face->font, buffer, &tabular, flags & SHAPE_TABULAR ? 1 : 0);

	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);

	shape->glyphs = ARENA_ARRAY(&faces->arena, count, struct glyph);
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
 * a PDF's compression needs. Marks stay where they are put.
 */
static void shape_kern_in_steps(struct shape *shape)
{
	const struct face *face = shape->face;

	for (size_t i = 0; i < shape->count; i++)
		if (shape->glyphs[i].x_offset != 0 || shape->glyphs[i].y_offset != 0)
			return;
	shape->width = 0;
	for (size_t i = 0; i < shape->count; i++) {
		struct glyph *glyph = &shape->glyphs[i];
		int natural = hb_font_get_glyph_h_advance(face->font, glyph->id);

		glyph->advance = natural + kern_in_steps(glyph->advance - natural, face->units);
		shape->width += glyph->advance;
	}
}

static struct shape *shape_make(struct faces *faces, const struct face *face, struct str text,
				unsigned flags)
{
	struct shape *shape = ARENA_NEW(&faces->arena, struct shape);

	shape->face = face;
	shape->text = has_hyphens(text) ? plain_hyphens(&faces->arena, text) : text;
	shape->backwards = flags & SHAPE_BACKWARDS;
	shape_fill(faces, shape, flags);
	if (!(flags & SHAPE_EXACT))
		shape_kern_in_steps(shape);
	return shape;
}

const struct shape *shape_text(struct faces *faces, const struct face *face, struct str text,
			       unsigned flags)
{
	const char head[2] = {(char)('A' + face->slot), (char)('0' + flags)};
	struct buffer *key = &faces->key;

	pthread_mutex_lock(&faces->mutex);
	buffer_clear(key);
	buffer_add(key, head, sizeof(head));
	buffer_str(key, text);
	struct shape *shape = map_lookup(&faces->shapes, buffer_view(key));

	if (!shape) {
		struct str copy = str_copy(&faces->arena, buffer_view(key));

		shape = shape_make(faces, face, str_slice(copy, sizeof(head), copy.length), flags);
		*map_place(&faces->shapes, copy) = shape;
	}
	pthread_mutex_unlock(&faces->mutex);
	return shape;
}

double shape_width(const struct shape *shape, double size)
{
	return shape->width * size / shape->face->units;
}
