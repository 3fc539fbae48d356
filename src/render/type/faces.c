/* Faces by HarfBuzz: opening, standing in. */
#include "render/type/faces.h"

#include <hb-ot.h>
#include <linebreak.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"

/* In the order of face_slot; those that stand in are tried from the first. NULL: there is none. */
static const char *const file_names[FACE_COUNT] = {
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

/* Which characters a face has, and what its glyphs stand for. */
static void read_characters(struct face *face, struct arena *arena)
{
	hb_set_t *all = hb_set_create();
	hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;

	face->characters = ARENA_ARRAY(arena, face->glyph_count, uint32_t);
	hb_face_collect_unicodes(face->face, all);
	while (hb_set_next(all, &character)) {
		if (!hb_font_get_nominal_glyph(face->font, character, &glyph) || glyph == 0 ||
		    glyph >= face->glyph_count)
			continue;
		if (character < FACE_LOW)
			face->has[character] = true;
		if (face->characters[glyph] == 0)
			face->characters[glyph] = character;
	}
	hb_set_destroy(all);
}

static void read_metrics(struct face *face)
{
	hb_font_extents_t extents = {0};

	hb_font_get_h_extents(face->font, &extents);
	face->ascent = (double)extents.ascender / face->units;
	face->descent = -(double)extents.descender / face->units;
}

/* HarfBuzz's hold on a font file; NULL with faces->fault when it can't be read. */
static hb_blob_t *read_file(struct faces *faces, struct str path)
{
	struct str bytes, why;

	if (files_read(&faces->arena, path, &bytes, &why))
		return hb_blob_create(bytes.at, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY,
				      NULL, NULL);
	faces->fault = str_format(&faces->arena, "%.*s: %.*s", STR_ARG(path), STR_ARG(why));
	return NULL;
}

/* NULL when the file is missing, or with faces->fault. */
static struct face *face_open(struct faces *faces, unsigned slot)
{
	struct str path = path_join(&faces->arena, faces->folder, str_of(file_names[slot]));

	/* One that stands in may be left out; one that is there must do. */
	if (slot >= FACE_FALLBACK && file_is_missing(path))
		return NULL;
	hb_blob_t *blob = read_file(faces, path);

	if (!blob)
		return NULL;
	struct face *face = ARENA_NEW(&faces->arena, struct face);

	face->slot = slot;
	face->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	face->glyph_count = hb_face_get_glyph_count(face->face);
	if (face->glyph_count == 0 || face->glyph_count > FACE_GLYPHS_MOST) {
		faces->fault = str_format(&faces->arena, "%.*s is no font", STR_ARG(path));
		hb_face_destroy(face->face);
		return NULL;
	}
	face->units = hb_face_get_upem(face->face);
	face->font = hb_font_create(face->face);
	read_metrics(face);
	read_characters(face, &faces->arena);
	hb_font_make_immutable(face->font);
	return face;
}

struct faces *faces_open(struct str folder)
{
	struct faces *faces = memory_resize(NULL, sizeof(*faces));

	*faces = (struct faces){.folder = folder};
	pthread_mutex_init(&faces->mutex, NULL);
	arena_init(&faces->arena);
	init_linebreak(); /* libunibreak's tables, which are the program's */
	faces->buffer = hb_buffer_create();
	faces->language = hb_language_from_string("en", -1);
	map_init(&faces->shapes, &faces->arena);
	map_init(&faces->kept, &faces->arena);
	return faces;
}

void faces_close(struct faces *faces)
{
	if (!faces)
		return;
	for (unsigned slot = 0; slot < FACE_COUNT; slot++)
		if (faces->open[slot]) {
			const struct face *face = faces->open[slot];

			hb_font_destroy(face->font);
			hb_face_destroy(face->face);
		}
	hb_buffer_destroy(faces->buffer);
	buffer_release(&faces->key);
	arena_release(&faces->arena);
	pthread_mutex_destroy(&faces->mutex);
	free(faces);
}

const struct face *faces_face(struct faces *faces, unsigned slot)
{
	const struct face *face = faces->open[slot];

	if (face)
		return face;
	pthread_mutex_lock(&faces->mutex);
	if (!faces->tried[slot] && file_names[slot])
		faces->open[slot] = face_open(faces, slot);
	faces->tried[slot] = true;
	face = faces->open[slot];
	pthread_mutex_unlock(&faces->mutex);
	return face;
}

struct str faces_fault(struct faces *faces)
{
	pthread_mutex_lock(&faces->mutex);
	struct str fault = faces->fault;

	pthread_mutex_unlock(&faces->mutex);
	return fault;
}

bool faces_ready(struct faces *faces, unsigned count, struct str *why)
{
	for (unsigned slot = 0; slot < count; slot++) {
		if (faces_face(faces, slot))
			continue;
		*why = faces_fault(faces);
		return false;
	}
	return true;
}

bool face_has(const struct face *face, uint32_t character)
{
	hb_codepoint_t glyph;

	if (character < FACE_LOW)
		return face->has[character];
	return hb_font_get_nominal_glyph(face->font, character, &glyph) && glyph != 0;
}

/* Joiners, marks of direction, variation selectors: shaping drops them, so any face will do. */
static bool without_ink(uint32_t character)
{
	return (character >= 0x200b && character <= 0x200f) ||
	       (character >= 0x202a && character <= 0x202e) ||
	       (character >= 0x2060 && character <= 0x2069) || character == 0xfeff ||
	       (character >= 0xfe00 && character <= 0xfe0f);
}

/* Spaces and hyphens that HarfBuzz or shape_text makes from the plain ones. */
static bool made_up(uint32_t character)
{
	return (character >= 0x2000 && character <= 0x200a) || character == 0x202f ||
	       character == 0x2010 || character == 0x2011;
}

const struct face *faces_for(struct faces *faces, unsigned slot, uint32_t character)
{
	const struct face *own = faces_face(faces, slot), *other;

	if (face_has(own, character) || without_ink(character) || made_up(character))
		return own;
	for (slot = slot & FACE_BOLD ? FACE_FALLBACK + 1 : FACE_FALLBACK; slot < FACE_COUNT;
	     slot += 2) {
		other = faces_face(faces, slot);
		if (other && face_has(other, character))
			return other;
		other = slot & FACE_BOLD ? faces_face(faces, slot - 1) : NULL;
		if (other && face_has(other, character))
			return other;
	}
	return NULL;
}

struct str face_name(struct arena *arena, const struct face *face)
{
	char name[128];
	unsigned size = sizeof(name);

	hb_ot_name_get_utf8(face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
			    name);
	return size > 0 ? str_format(arena, "%s", name) : str_format(arena, "Font%u", face->slot);
}
