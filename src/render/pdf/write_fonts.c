/* Fonts as PDF holds them: cut down, addressed by glyph, with what each glyph means. */
#include <math.h>

#include "render/pdf/write.h"

/* "/W": runs of glyphs that follow one another share an array. */
static HPDF_Array font_widths(struct writer *writer, const struct font *font)
{
	HPDF_Array all = writer_array(writer), run = NULL;
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID, last = 0;

	while (hb_set_next(font->used, &glyph)) {
		if (!run || glyph != last + 1) {
			run = writer_array(writer);
			HPDF_Array_AddNumber(all, (HPDF_INT32)glyph);
			HPDF_Array_Add(all, run);
		}
		HPDF_Array_AddNumber(run, font_width(font, glyph));
		last = glyph;
	}
	return all;
}

static void meaning_write(struct buffer *out, const struct font *font, hb_codepoint_t glyph)
{
	struct str text = font->meaning[glyph];

	buffer_format(out, "<%04X><", glyph);
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

static void font_to_unicode(struct writer *writer, const struct font *font, HPDF_Dict dict)
{
	struct buffer out = {0};
	unsigned left = hb_set_get_population(font->used), in_block = 0;
	hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

	buffer_text(&out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
			  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
			  "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
			  "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	while (hb_set_next(font->used, &glyph)) {
		if (in_block == 0) {
			in_block = left < 100 ? left : 100;
			buffer_format(&out, "%u beginbfchar\n", in_block);
		}
		meaning_write(&out, font, glyph);
		left--;
		if (--in_block == 0)
			buffer_text(&out, "endbfchar\n");
	}
	buffer_text(&out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	writer_stream(writer, dict, buffer_view(&out), true);
	buffer_release(&out);
}

static HPDF_Dict font_descriptor(struct writer *writer, const struct font *font, const char *name)
{
	HPDF_Dict dict = writer_dict(writer), file = writer_dict(writer);
	hb_blob_t *blob = font_subset(font);
	unsigned length = 0;
	const char *bytes = blob ? hb_blob_get_data(blob, &length) : "";
	double box[4] = {-0.5, -font->descent, 1.5, font->ascent};

	for (size_t i = 0; i < 4; i++)
		box[i] = round(box[i] * 1000);
	HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
	HPDF_Dict_AddName(dict, "FontName", name);
	HPDF_Dict_AddNumber(dict, "Flags", 4);
	HPDF_Dict_Add(dict, "FontBBox", writer_numbers(writer, box, 4));
	HPDF_Dict_AddNumber(dict, "ItalicAngle", font->index & 2 && font->index < 4 ? -9 : 0);
	HPDF_Dict_AddNumber(dict, "Ascent", (HPDF_INT32)box[3]);
	HPDF_Dict_AddNumber(dict, "Descent", (HPDF_INT32)box[1]);
	HPDF_Dict_AddNumber(dict, "CapHeight", (HPDF_INT32)(box[3] * 0.7));
	HPDF_Dict_AddNumber(dict, "StemV", font->index & 1 ? 140 : 84);
	HPDF_Dict_Add(dict, "FontFile2", file);
	HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)length);
	writer_stream(writer, file, (struct str){bytes, length}, true);
	hb_blob_destroy(blob);
	return dict;
}

static HPDF_Dict font_descendant(struct writer *writer, const struct font *font, const char *name)
{
	HPDF_Dict dict = writer_dict(writer), system = HPDF_Dict_New(writer->mmgr);

	HPDF_Dict_AddName(dict, "Type", "Font");
	HPDF_Dict_AddName(dict, "Subtype", "CIDFontType2");
	HPDF_Dict_AddName(dict, "BaseFont", name);
	HPDF_Dict_Add(dict, "CIDSystemInfo", system);
	HPDF_Dict_Add(system, "Registry", HPDF_String_New(writer->mmgr, "Adobe", NULL));
	HPDF_Dict_Add(system, "Ordering", HPDF_String_New(writer->mmgr, "Identity", NULL));
	HPDF_Dict_AddNumber(system, "Supplement", 0);
	HPDF_Dict_AddName(dict, "CIDToGIDMap", "Identity");
	HPDF_Dict_AddNumber(dict, "DW", 0);
	HPDF_Dict_Add(dict, "W", font_widths(writer, font));
	HPDF_Dict_Add(dict, "FontDescriptor", font_descriptor(writer, font, name));
	return dict;
}

/* A subset's tag is six letters of its own: made from the font's index. */
static void write_font(struct writer *writer, const struct font *font, HPDF_Dict fonts)
{
	struct str name = font_name(writer->arena, font);
	const char *tagged = str_terminated(
		writer->arena, str_format(writer->arena, "HEARTH+%.*s", STR_ARG(name)));
	const char *key =
		str_terminated(writer->arena, str_format(writer->arena, "F%u", font->index));
	HPDF_Dict dict = writer_dict(writer), meaning = writer_dict(writer);
	HPDF_Array descendants = writer_array(writer);

	HPDF_Dict_AddName(dict, "Type", "Font");
	HPDF_Dict_AddName(dict, "Subtype", "Type0");
	HPDF_Dict_AddName(dict, "BaseFont", tagged);
	HPDF_Dict_AddName(dict, "Encoding", "Identity-H");
	HPDF_Array_Add(descendants, font_descendant(writer, font, tagged));
	HPDF_Dict_Add(dict, "DescendantFonts", descendants);
	font_to_unicode(writer, font, meaning);
	HPDF_Dict_Add(dict, "ToUnicode", meaning);
	HPDF_Dict_Add(fonts, key, dict);
}

void write_fonts(struct writer *writer, const struct pdf *pdf, HPDF_Dict resources)
{
	HPDF_Dict fonts = HPDF_Dict_New(writer->mmgr);

	HPDF_Dict_Add(resources, "Font", fonts);
	for (size_t i = 0; i < FONT_COUNT; i++) {
		const struct font *font = &pdf->setter->fonts.fonts[i];

		if (font->used && !hb_set_is_empty(font->used))
			write_font(writer, font, fonts);
	}
}
