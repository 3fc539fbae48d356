/* Fonts for web pages: subset, WOFF, base64. */
#include "render/type/web_font.h"
#include "base/buffer.h"

#include <hb-subset.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "render/type/font_file.h"

#define HEAD_SIZE 44  /* WOFF 1.0, section 4: the header */
#define ENTRY_SIZE 20 /* section 5: one table's entry */
#define TABLES_MOST 64

static unsigned read_16(const unsigned char *at)
{
	return (unsigned)at[0] << 8 | at[1];
}

static uint32_t read_32(const unsigned char *at)
{
	return (uint32_t)read_16(at) << 16 | read_16(at + 2);
}

static void add_16(struct buffer *out, unsigned value)
{
	const unsigned char bytes[2] = {(unsigned char)(value >> 8), (unsigned char)value};

	buffer_add(out, bytes, 2);
}

static void add_32(struct buffer *out, uint32_t value)
{
	add_16(out, value >> 16);
	add_16(out, value & 0xffff);
}

static size_t padded(size_t length)
{
	return (length + 3) & ~(size_t)3;
}

/* Adds one table, packed when that makes it smaller; gives the length it took. */
static size_t add_table(struct buffer *out, const unsigned char *data, size_t length)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(9);
	unsigned char *packed = memory_resize(NULL, length + 1);
	size_t size = 0;

	if (compressor && length > 1)
		size = libdeflate_zlib_compress(compressor, data, length, packed, length - 1);
	buffer_add(out, size > 0 ? packed : data, size > 0 ? size : length);
	size = size > 0 ? size : length;
	buffer_add(out, "\0\0\0", padded(size) - size);
	libdeflate_free_compressor(compressor);
	free(packed);
	return size;
}

/* Wraps a TrueType file as WOFF 1.0; false when the file is not as its own directory says. */
static bool woff_pack(struct str font, struct buffer *out)
{
	const unsigned char *at = (const unsigned char *)font.at;
	unsigned count = font.length >= 12 ? read_16(at + 4) : 0;
	size_t offset = HEAD_SIZE + (size_t)count * ENTRY_SIZE, whole = 12 + (size_t)count * 16;
	struct buffer entries = {0}, tables = {0};
	bool good = count > 0 && count <= TABLES_MOST && font.length >= whole;

	for (unsigned i = 0; good && i < count; i++) {
		const unsigned char *row = at + 12 + (size_t)i * 16;
		size_t from = read_32(row + 8), length = read_32(row + 12);

		good = from <= font.length && length <= font.length - from;
		if (!good)
			break;
		buffer_add(&entries, row, 4);
		add_32(&entries, (uint32_t)(offset + tables.length));
		add_32(&entries, (uint32_t)add_table(&tables, at + from, length));
		add_32(&entries, (uint32_t)length);
		buffer_add(&entries, row + 4, 4);
		whole += padded(length);
	}
	buffer_text(out, "wOFF");
	buffer_add(out, font.at, 4);
	add_32(out, (uint32_t)(offset + tables.length));
	add_16(out, count);
	add_16(out, 0);
	add_32(out, (uint32_t)whole);
	add_32(out, 0x00010000);
	for (int i = 0; i < 5; i++)
		add_32(out, 0); /* neither metadata nor private data */
	buffer_str(out, buffer_view(&entries));
	buffer_str(out, buffer_view(&tables));
	buffer_release(&entries);
	buffer_release(&tables);
	return good;
}

void buffer_base64(struct buffer *out, struct str bytes)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *at = (const unsigned char *)bytes.at;

	for (size_t i = 0; i < bytes.length; i += 3) {
		size_t left = bytes.length - i;
		unsigned three = (unsigned)at[i] << 16 | (left > 1 ? (unsigned)at[i + 1] << 8 : 0) |
				 (left > 2 ? at[i + 2] : 0);

		buffer_byte(out, digits[three >> 18]);
		buffer_byte(out, digits[three >> 12 & 63]);
		buffer_byte(out, left > 1 ? digits[three >> 6 & 63] : '=');
		buffer_byte(out, left > 2 ? digits[three & 63] : '=');
	}
}

static hb_subset_input_t *subset_input(struct str text)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *characters = hb_subset_input_unicode_set(input);
	size_t position = 0;

	hb_set_add_range(characters, 0x20, 0x7e);
	hb_set_add(characters, 0xa0);
	while (position < text.length)
		hb_set_add(characters, str_next(text, &position));
	hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
		   HB_TAG('t', 'n', 'u', 'm'));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static bool subset(hb_blob_t *blob, struct str text, struct buffer *out)
{
	bool good = false;

	hb_face_t *face = hb_face_create(blob, 0);
	hb_subset_input_t *input = subset_input(text);
	hb_face_t *part = hb_face_get_glyph_count(face) > 0 ? hb_subset_or_fail(face, input) : NULL;

	if (part) {
		hb_blob_t *bytes = hb_face_reference_blob(part);
		unsigned length;
		const char *data = hb_blob_get_data(bytes, &length);

		good = length > 0;
		buffer_add(out, data, length);
		hb_blob_destroy(bytes);
		hb_face_destroy(part);
	}
	hb_subset_input_destroy(input);
	hb_face_destroy(face);
	return good;
}

static const struct {
	const char *file, *descriptors;
} styles[] = {
	[WEB_FONT_REGULAR] = {"AtkinsonHyperlegibleNext-Regular.ttf", "font-weight:400"},
	[WEB_FONT_BOLD] = {"AtkinsonHyperlegibleNext-Bold.ttf", "font-weight:700"},
	[WEB_FONT_ITALIC] = {"AtkinsonHyperlegibleNext-Italic.ttf", "font-style:italic"},
};

void web_font_rule(enum web_font_style style, struct str address, const char *format,
		   struct buffer *out)
{
	buffer_format(out,
		      "@font-face{font-family:\"Hearth Atkinson\";%s;font-display:swap;src:url(",
		      styles[style].descriptors);
	buffer_str(out, address);
	buffer_format(out, ") format(\"%s\")}\n", format);
}

bool web_font_file(const struct web_font *font, enum web_font_style style, struct buffer *out,
		   struct str *why)
{
	hb_blob_t *blob = font_file_blob(font->arena, font->folder, styles[style].file, why);
	bool good = blob && subset(blob, font->text, out);

	if (blob && !good)
		*why = str_format(font->arena, "%s is not a font", styles[style].file);
	hb_blob_destroy(blob);
	return good;
}

bool web_font_face(const struct web_font *font, enum web_font_style style, struct buffer *out,
		   struct str *why)
{
	struct buffer file = {0}, woff = {0}, address = {0};
	bool good = web_font_file(font, style, &file, why);

	if (good && !woff_pack(buffer_view(&file), &woff)) {
		*why = str_format(font->arena, "the font %s is broken", styles[style].file);
		good = false;
	}
	if (good) {
		buffer_text(&address, "data:font/woff;base64,");
		buffer_base64(&address, buffer_view(&woff));
		web_font_rule(style, buffer_view(&address), "woff", out);
	}
	buffer_release(&file);
	buffer_release(&woff);
	buffer_release(&address);
	return good;
}
