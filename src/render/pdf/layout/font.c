#include "render/pdf/layout/font.h"

#include "base/buffer.h"
#include "render/pdf/layout/pen_number.h"

void font_set_init(struct font_set *set, struct arena *arena)
{
	*set = (struct font_set){.arena = arena};
	map_init(&set->shown, arena);
}

void font_set_release(struct font_set *set)
{
	for (unsigned slot = 0; slot < FACE_COUNT; slot++)
		hb_set_destroy(set->fonts[slot].used);
}

static struct font *font_of(struct font_set *set, const struct face *face)
{
	struct font *font = &set->fonts[face->slot];

	if (font->used)
		return font;
	font->face = face;
	font->used = hb_set_create();
	font->meaning = ARENA_ARRAY(set->arena, face->glyph_count, struct str);
	font->codes = ARENA_ARRAY(set->arena, face->glyph_count, uint16_t);
	font->next_code = FONT_SHORT_OTHER;
	font->widths = ARENA_ARRAY(set->arena, face->glyph_count, int);
	return font;
}

unsigned font_code(struct font *font, uint32_t glyph)
{
	struct str text = font->meaning[glyph];
	unsigned code = text.length == 1 ? (unsigned char)text.at[0] : 0;

	if (font->codes[glyph] != 0)
		return font->codes[glyph];
	if (code < ' ' || code > '~' || font->glyphs[code] != 0)
		code = font->next_code < FONT_SHORT_END ? font->next_code++ : FONT_LONG + glyph;
	if (code < FONT_SHORT_END)
		font->glyphs[code] = (uint16_t)glyph;
	font->codes[glyph] = (uint16_t)code;
	return code;
}

int font_width(const struct font *font, uint32_t glyph)
{
	if (glyph < font->face->glyph_count && font->widths[glyph] != 0)
		return font->widths[glyph] - 1;
	double advance = hb_font_get_glyph_h_advance(font->face->font, glyph);
	int width = (int)(advance * 1000.0 / font->face->units + 0.5);

	if (glyph < font->face->glyph_count)
		font->widths[glyph] = width + 1;
	return width;
}

/*
 * The text from a glyph's cluster to the next one: that of the next glyph with another cluster, or
 * of the one before it where the word runs right to left.
 */
static struct str cluster_text(const struct shape *shape, size_t index)
{
	uint32_t from = shape->glyphs[index].cluster;
	size_t next = index;

	while (next < shape->count && shape->glyphs[next].cluster == from)
		next = shape->backwards ? next - 1 : next + 1; /* SIZE_MAX before the first */
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
static void shape_meaning(struct font_set *set, const struct shape *shape, struct shown *shown)
{
	struct font *font = shown->font;

	shown->spelled = shape->backwards;
	for (size_t i = 0; i < shape->count; i++) {
		uint32_t id = shape->glyphs[i].id;

		if (id >= font->face->glyph_count)
			continue;
		struct str text = as_read(cluster_text(shape, i));
		bool alone = cluster_alone(shape, i);
		uint32_t own = alone ? 0 : font->face->characters[id];

		if (own != 0)
			text = character_text(set->arena, own);
		shown->spelled |= !alone;
		hb_set_add(font->used, id);
		if (!font->meaning[id].at)
			font->meaning[id] = text;
		else if (!str_equal(font->meaning[id], text))
			shown->spelled = true;
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
static void shape_show(struct font_set *set, const struct shape *shape, struct shown *shown)
{
	struct buffer out = {0};
	double error = 0; /* how far the pen is short of where it should be, 1/1000 em */
	bool open = false;

	for (size_t i = 0; i < shape->count; i++) {
		const struct glyph *glyph = &shape->glyphs[i];
		double scale = 1000.0 / shape->face->units, offset = glyph->x_offset * scale;
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
		show_code(&out, font_code(shown->font, glyph->id));
		error += glyph->advance * scale - font_width(shown->font, glyph->id);
	}
	if (open)
		buffer_byte(&out, ')');
	int rest = (int)(error + (error < 0 ? -0.5 : 0.5));

	if (rest != 0)
		pen_number(&out, -rest);
	shown->show = str_copy(set->arena, buffer_view(&out));
	buffer_release(&out);
}

const struct shown *font_show(struct font_set *set, const struct shape *shape)
{
	struct str key = {(const char *)&shape, sizeof(const struct shape *)};
	struct shown *shown = map_lookup(&set->shown, key);

	if (shown)
		return shown;
	shown = ARENA_NEW(set->arena, struct shown);
	shown->font = font_of(set, shape->face);
	shape_meaning(set, shape, shown);
	if (!shape->raised)
		shape_show(set, shape, shown);
	*map_place(&set->shown, str_copy(set->arena, key)) = shown;
	return shown;
}
