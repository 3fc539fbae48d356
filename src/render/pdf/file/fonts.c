#include <math.h>

#include "base/buffer.h"
#include "render/pdf/file/fonts.h"
#include "render/pdf/file/write.h"
#include "render/type/subset.h"

/*
 * A font's CIDs are its codes (font.h), so that one CMap does for all fonts, and one of their own
 * says which glyph a CID is. Readers that look for a CID among ToUnicode's codes find it, too.
 */

/* The codes of a face that are in use, from `from` on. */
static unsigned *font_codes(struct arena *arena, const struct font *font, unsigned from,
			    size_t *count)
{
	unsigned *codes = ARENA_ARRAY(arena, hb_set_get_population(font->used), unsigned);
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

	*count = 0;
	for (unsigned code = from; code < FONT_SHORT_END; code++)
		if (font->glyphs[code] != 0)
			codes[(*count)++] = code;
	while (hb_set_next(font->used, &glyph))
		if (font->codes[glyph] >= FONT_LONG)
			codes[(*count)++] = font->codes[glyph];
	return codes;
}

static uint32_t code_glyph(const struct font *font, unsigned code)
{
	return code < FONT_SHORT_END ? font->glyphs[code] : code - FONT_LONG;
}

/* "/W": runs of codes that follow one another share an array. */
static HPDF_Array font_widths(struct writer *writer, const struct font *font)
{
	HPDF_Array all = writer_array(writer), run = NULL;
	size_t count;
	unsigned *codes = font_codes(writer->arena, font, 0, &count);

	for (size_t i = 0; i < count; i++) {
		if (!run || codes[i] != codes[i - 1] + 1) {
			run = writer_array(writer);
			HPDF_Array_AddNumber(all, (HPDF_INT32)codes[i]);
			HPDF_Array_Add(all, run);
		}
		HPDF_Array_AddNumber(run, font_width(font, code_glyph(font, codes[i])));
	}
	return all;
}

/* "/CIDToGIDMap": two bytes for each code up to the highest. */
static HPDF_Dict font_glyphs(struct writer *writer, const struct font *font)
{
	HPDF_Dict dict = writer_dict(writer);
	size_t count;
	unsigned *codes = font_codes(writer->arena, font, 0, &count);
	size_t length = count > 0 ? 2 * ((size_t)codes[count - 1] + 1) : 0;
	char *map = ARENA_ARRAY(writer->arena, length + 1, char);

	for (size_t i = 0; i < count; i++) {
		uint32_t glyph = code_glyph(font, codes[i]);

		map[2 * codes[i]] = (char)(glyph >> 8);
		map[2 * codes[i] + 1] = (char)glyph;
	}
	writer_stream(writer, dict, (struct str){map, length}, true);
	return dict;
}

static const char cmap_begin[] =
	"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>> def\n";
static const char cmap_codes[] =
	"2 begincodespacerange\n<00><BF>\n<C000><FFFF>\nendcodespacerange\n";
static const char cmap_end[] = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/* Adobe's "Identity" collection: a CID means nothing but a glyph of this font. */
static void font_system(struct writer *writer, HPDF_Dict dict)
{
	HPDF_Dict system = HPDF_Dict_New(writer->mmgr);

	HPDF_Dict_Add(dict, "CIDSystemInfo", system);
	HPDF_Dict_Add(system, "Registry", HPDF_String_New(writer->mmgr, "Adobe", NULL));
	HPDF_Dict_Add(system, "Ordering", HPDF_String_New(writer->mmgr, "Identity", NULL));
	HPDF_Dict_AddNumber(system, "Supplement", 0);
}

/* The codes' CMap. */
static HPDF_Dict write_encoding(struct writer *writer)
{
	HPDF_Dict dict = writer_dict(writer);
	struct buffer out = {0};

	HPDF_Dict_AddName(dict, "Type", "CMap");
	HPDF_Dict_AddName(dict, "CMapName", "Hearth");
	font_system(writer, dict);
	buffer_text(&out, cmap_begin);
	buffer_text(&out, "/CMapName/Hearth def\n/CMapType 1 def\n/WMode 0 def\n");
	buffer_text(&out, cmap_codes);
	buffer_text(&out, "2 begincidrange\n<00><BF>0\n<C000><FFFF>49152\nendcidrange\n");
	buffer_text(&out, cmap_end);
	writer_stream(writer, dict, buffer_view(&out), true);
	buffer_release(&out);
	return dict;
}

static void meaning_write(struct buffer *out, unsigned code, struct str text)
{
	buffer_format(out, "<%0*X><", code < FONT_LONG ? 2 : 4, code);
	for (size_t at = 0; at < text.length;) {
		uint32_t character = str_next(text, &at);

		if (character >= 0x10000)
			buffer_format(out, "%04X%04X", 0xd800 + ((character - 0x10000) >> 10),
				      0xdc00 + ((character - 0x10000) & 0x3ff));
		else
			buffer_format(out, "%04X", character);
	}
	buffer_text(out, ">\n");
}

static HPDF_Dict font_to_unicode(struct writer *writer, const struct font *font)
{
	HPDF_Dict dict = writer_dict(writer);
	struct buffer out = {0};
	size_t count;
	unsigned *codes = font_codes(writer->arena, font, FONT_SHORT_OTHER, &count);

	buffer_text(&out, cmap_begin);
	buffer_text(&out, "/CMapName/Hearth-Unicode def\n/CMapType 2 def\n");
	buffer_text(&out, cmap_codes);
	/* ASCII stands for itself: see font_code */
	buffer_text(&out, "1 beginbfrange\n<20><7E><0020>\nendbfrange\n");
	for (size_t i = 0; i < count; i++) {
		if (i % 100 == 0)
			buffer_format(&out, "%zu beginbfchar\n", count - i < 100 ? count - i : 100);
		meaning_write(&out, codes[i], font->meaning[code_glyph(font, codes[i])]);
		if (i % 100 == 99 || i + 1 == count)
			buffer_text(&out, "endbfchar\n");
	}
	buffer_text(&out, cmap_end);
	writer_stream(writer, dict, buffer_view(&out), true);
	buffer_release(&out);
	return dict;
}

static HPDF_Dict font_descriptor(struct writer *writer, struct faces *faces,
				 const struct font *font, const char *name)
{
	HPDF_Dict dict = writer_dict(writer), file = writer_dict(writer);
	const struct face *face = font->face;
	struct str bytes = face_subset(faces, face, SUBSET_GLYPHS, font->used);
	double box[4] = {-0.5, -face->descent, 1.5, face->ascent};

	for (size_t i = 0; i < 4; i++)
		box[i] = round(box[i] * 1000);
	HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
	HPDF_Dict_AddName(dict, "FontName", name);
	HPDF_Dict_AddNumber(dict, "Flags", 4);
	HPDF_Dict_Add(dict, "FontBBox", writer_numbers(writer, box, 4));
	HPDF_Dict_AddNumber(dict, "ItalicAngle",
			    font->face->slot & 2 && font->face->slot < 4 ? -9 : 0);
	HPDF_Dict_AddNumber(dict, "Ascent", (HPDF_INT32)box[3]);
	HPDF_Dict_AddNumber(dict, "Descent", (HPDF_INT32)box[1]);
	HPDF_Dict_AddNumber(dict, "CapHeight", (HPDF_INT32)(box[3] * 0.7));
	HPDF_Dict_AddNumber(dict, "StemV", font->face->slot & 1 ? 140 : 84);
	HPDF_Dict_Add(dict, "FontFile2", file);
	HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)bytes.length);
	writer_stream(writer, file, bytes, true);
	return dict;
}

static HPDF_Dict font_descendant(struct writer *writer, struct faces *faces,
				 const struct font *font, const char *name)
{
	HPDF_Dict dict = writer_dict(writer);

	HPDF_Dict_AddName(dict, "Type", "Font");
	HPDF_Dict_AddName(dict, "Subtype", "CIDFontType2");
	HPDF_Dict_AddName(dict, "BaseFont", name);
	font_system(writer, dict);
	HPDF_Dict_Add(dict, "CIDToGIDMap", font_glyphs(writer, font));
	HPDF_Dict_AddNumber(dict, "DW", 0);
	HPDF_Dict_Add(dict, "W", font_widths(writer, font));
	HPDF_Dict_Add(dict, "FontDescriptor", font_descriptor(writer, faces, font, name));
	return dict;
}

/* A subset's tag is six letters of its own: made from the font's index. */
static void write_font(struct writer *writer, struct faces *faces, const struct font *font,
		       HPDF_Dict encoding, HPDF_Dict fonts)
{
	struct str name = face_name(writer->arena, font->face);
	const char *tagged = str_terminated(
		writer->arena, str_format(writer->arena, "HEARTH+%.*s", STR_ARG(name)));
	const char *key =
		str_terminated(writer->arena, str_format(writer->arena, "F%u", font->face->slot));
	HPDF_Dict dict = writer_dict(writer);
	HPDF_Array descendants = writer_array(writer);

	HPDF_Dict_AddName(dict, "Type", "Font");
	HPDF_Dict_AddName(dict, "Subtype", "Type0");
	HPDF_Dict_AddName(dict, "BaseFont", tagged);
	HPDF_Dict_Add(dict, "Encoding", encoding);
	HPDF_Array_Add(descendants, font_descendant(writer, faces, font, tagged));
	HPDF_Dict_Add(dict, "DescendantFonts", descendants);
	HPDF_Dict_Add(dict, "ToUnicode", font_to_unicode(writer, font));
	HPDF_Dict_Add(fonts, key, dict);
}

void write_fonts(struct writer *writer, const struct pdf *pdf, HPDF_Dict resources)
{
	HPDF_Dict fonts = HPDF_Dict_New(writer->mmgr), encoding = write_encoding(writer);

	HPDF_Dict_Add(resources, "Font", fonts);
	for (size_t i = 0; i < FACE_COUNT; i++) {
		const struct font *font = &pdf->fonts->fonts[i];

		if (font->used && !hb_set_is_empty(font->used))
			write_font(writer, pdf->faces, font, encoding, fonts);
	}
}
