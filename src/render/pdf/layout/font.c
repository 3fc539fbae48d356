/* Faces by HarfBuzz: opening, standing in, cutting down. Shaping is in shape.c. */
#include "render/pdf/layout/font.h"
#include "base/buffer.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

#include "base/file.h"
#include "base/files.h"
#include "render/type/font_file.h"

/* In the order of font_slot; those that stand in are tried from the first. NULL: there is none. */
static const char *const file_names[FONT_COUNT] = {
	"AtkinsonHyperlegibleNext-Regular.ttf",
	"AtkinsonHyperlegibleNext-Bold.ttf",
	"AtkinsonHyperlegibleNext-Italic.ttf",
	"AtkinsonHyperlegibleNext-BoldItalic.ttf",
	"NotoSans-Regular.ttf",
	NULL,
	"NotoSansArabic-Regular.ttf",
	"NotoSansArabic-Bold.ttf",
	"NotoSansHebrew-Regular.ttf",
	"NotoSansHebrew-Bold.ttf",
	"NotoSansGujarati-Regular.ttf",
	"NotoSansGujarati-Bold.ttf",
	"NotoSansDevanagari-Regular.ttf",
	"NotoSansDevanagari-Bold.ttf",
	"NotoSansBengali-Regular.ttf",
	"NotoSansBengali-Bold.ttf",
	"NotoSansGurmukhi-Regular.ttf",
	"NotoSansGurmukhi-Bold.ttf",
	"NotoSansSymbols2-Regular.ttf",
	NULL,
	"NotoSansSymbols-Regular.ttf",
	NULL,
};

static void font_characters(struct font *font, struct arena *arena)
{
	hb_set_t *all = hb_set_create();
	hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;

	font->characters = ARENA_ARRAY(arena, font->glyph_count, uint32_t);
	hb_face_collect_unicodes(font->face, all);
	while (hb_set_next(all, &character)) {
		if (!hb_font_get_nominal_glyph(font->font, character, &glyph) ||
		    glyph >= font->glyph_count || font->characters[glyph] != 0)
			continue;
		font->characters[glyph] = character;
	}
	hb_set_destroy(all);
}

static void font_metrics(struct font *font)
{
	hb_font_extents_t extents = {0};

	hb_font_get_h_extents(font->font, &extents);
	font->ascent = (double)extents.ascender / font->units;
	font->descent = -(double)extents.descender / font->units;
}

/* Opens the face of a slot once; false when its file is missing, or with set->fault. */
static bool font_open(struct font_set *set, unsigned slot)
{
	struct font *font = &set->fonts[slot];

	if (font->tried || !file_names[slot])
		return font->font;
	font->tried = true;
	font->index = slot;
	struct str path = path_join(set->arena, set->folder, str_of(file_names[slot])), why;

	/* One that stands in may be left out; one that is there must do. */
	if (slot >= FONT_FALLBACK && file_is_missing(path))
		return false;
	hb_blob_t *blob = font_file_blob(set->arena, set->folder, file_names[slot], &why);

	if (!blob) {
		set->fault = why;
		return false;
	}
	font->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	font->glyph_count = hb_face_get_glyph_count(font->face);
	if (font->glyph_count == 0 || font->glyph_count > FONT_GLYPHS_MOST) {
		set->fault = str_format(set->arena, "%.*s is no font", STR_ARG(path));
		return false;
	}
	font->units = hb_face_get_upem(font->face);
	font->font = hb_font_create(font->face);
	font->used = hb_set_create();
	font->meaning = ARENA_ARRAY(set->arena, font->glyph_count, struct str);
	font->codes = ARENA_ARRAY(set->arena, font->glyph_count, uint16_t);
	font->next_code = FONT_SHORT_OTHER;
	font->widths = ARENA_ARRAY(set->arena, font->glyph_count, int);
	font_metrics(font);
	return true;
}

bool font_set_open(struct font_set *set, struct arena *arena, struct str folder, struct str *why)
{
	memset(set, 0, sizeof(*set));
	set->arena = arena;
	set->folder = folder;
	set->buffer = hb_buffer_create();
	set->missing = hb_set_create();
	set->language = hb_language_from_string("en", -1);
	map_init(&set->shapes, arena);
	for (unsigned slot = 0; slot < FONT_FALLBACK; slot++) {
		if (font_open(set, slot))
			continue;
		*why = set->fault;
		font_set_release(set);
		return false;
	}
	return true;
}

void font_set_release(struct font_set *set)
{
	for (unsigned slot = 0; slot < FONT_COUNT; slot++) {
		struct font *font = &set->fonts[slot];

		hb_set_destroy(font->used);
		hb_font_destroy(font->font);
		hb_face_destroy(font->face);
	}
	hb_buffer_destroy(set->buffer);
	hb_set_destroy(set->missing);
	buffer_release(&set->key);
}

/* Joiners, marks of direction, variation selectors: shaping drops them, so any font will do. */
static bool without_ink(uint32_t character)
{
	return (character >= 0x200b && character <= 0x200f) ||
	       (character >= 0x202a && character <= 0x202e) ||
	       (character >= 0x2060 && character <= 0x2069) || character == 0xfeff ||
	       (character >= 0xfe00 && character <= 0xfe0f);
}

/* Spaces and hyphens that HarfBuzz or shape_word makes from the plain ones. */
static bool made_up(uint32_t character)
{
	return (character >= 0x2000 && character <= 0x200a) || character == 0x202f ||
	       character == 0x2010 || character == 0x2011;
}

static bool font_has(struct font *font, uint32_t character)
{
	hb_codepoint_t glyph;

	if (character < sizeof(font->has) && font->has[character] != 0)
		return font->has[character] > 0;
	bool has = hb_font_get_nominal_glyph(font->font, character, &glyph) && glyph != 0;

	if (character < sizeof(font->has))
		font->has[character] = has ? 1 : -1;
	return has;
}

static bool stands_in(struct font_set *set, unsigned slot, uint32_t character)
{
	return font_open(set, slot) && font_has(&set->fonts[slot], character);
}

struct font *font_for(struct font_set *set, unsigned slot, uint32_t character)
{
	struct font *own = &set->fonts[slot];

	if (font_has(own, character) || without_ink(character) || made_up(character))
		return own;
	for (unsigned other = FONT_FALLBACK; other < FONT_COUNT; other += 2) {
		if (slot & FONT_BOLD && stands_in(set, other + 1, character))
			return &set->fonts[other + 1];
		if (stands_in(set, other, character))
			return &set->fonts[other];
	}
	return NULL;
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
	if (glyph < font->glyph_count && font->widths[glyph] != 0)
		return font->widths[glyph] - 1;
	double advance = hb_font_get_glyph_h_advance(font->font, glyph);
	int width = (int)(advance * 1000.0 / font->units + 0.5);

	if (glyph < font->glyph_count)
		font->widths[glyph] = width + 1;
	return width;
}

uint32_t font_character(struct arena *arena, struct font *font, uint32_t glyph)
{
	if (!font->characters)
		font_characters(font, arena);
	return glyph < font->glyph_count ? font->characters[glyph] : 0;
}

hb_blob_t *font_subset(const struct font *font)
{
	static const hb_tag_t needless[] = {
		HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
		HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
		HB_TAG('O', 'S', '/', '2'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('S', 'T', 'A', 'T'),
		HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('m', 'e', 't', 'a'),
	};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (!input)
		return NULL;
	hb_set_union(hb_subset_input_glyph_set(input), font->used);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS |
						 HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
						 HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);

	for (size_t i = 0; i < sizeof(needless) / sizeof(*needless); i++)
		hb_set_add(drop, needless[i]);
	hb_face_t *cut = hb_subset_or_fail(font->face, input);
	hb_blob_t *blob = cut ? hb_face_reference_blob(cut) : NULL;

	hb_face_destroy(cut);
	hb_subset_input_destroy(input);
	return blob;
}

struct str font_name(struct arena *arena, const struct font *font)
{
	char name[128];
	unsigned size = sizeof(name);

	hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
			    name);
	return size > 0 ? str_format(arena, "%s", name) : str_format(arena, "Font%u", font->index);
}
