/* PNG, second edition (ISO/IEC 15948): signature, header, palette, data, end. */
#include "render/draw/png.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/deflate.h"
#include "render/draw/png_palette.h"

/* Section 9: a row is its own pixels, or what it differs by from the row above. */
enum { FILTER_NONE = 0, FILTER_UP = 2 };
#define LEVEL 6

static void put_32(unsigned char *at, size_t value)
{
	at[0] = (unsigned char)(value >> 24);
	at[1] = (unsigned char)(value >> 16);
	at[2] = (unsigned char)(value >> 8);
	at[3] = (unsigned char)value;
}

/* Length, name, content, and the checksum of the last two. */
static void add_chunk(struct buffer *out, const char *name, struct str content)
{
	unsigned char number[4];
	uint32_t check = deflate_checksum(deflate_checksum(0, str_of(name)), content);

	put_32(number, content.length);
	buffer_add(out, number, 4);
	buffer_add(out, name, 4);
	buffer_str(out, content);
	put_32(number, check);
	buffer_add(out, number, 4);
}

static void add_header(struct buffer *out, size_t width, size_t height)
{
	unsigned char header[13] = {0};

	put_32(header, width);
	put_32(header + 4, height);
	header[8] = 8; /* bits of an index */
	header[9] = 3; /* colours are in a palette */
	add_chunk(out, "IHDR", (struct str){(const char *)header, sizeof header});
}

static void add_palette(struct buffer *out, const struct palette *palette)
{
	char bytes[3 * PALETTE_MOST];

	for (size_t i = 0; i < palette->colour_count; i++)
		for (size_t part = 0; part < 3; part++)
			bytes[3 * i + part] = (char)(palette->colours[i] >> (16 - 8 * part));
	add_chunk(out, "PLTE", (struct str){bytes, 3 * palette->colour_count});
}

/* A row that is as the one above differs from it by nothing, which packs in no time. */
static void index_row(const struct palette *palette, const uint32_t *row, bool as_above,
		      size_t width, unsigned char *to)
{
	*to++ = as_above ? FILTER_UP : FILTER_NONE;
	if (as_above) {
		memset(to, 0, width);
		return;
	}
	for (size_t i = 0; i < width; i++)
		to[i] = i > 0 && row[i] == row[i - 1] ? to[i - 1] : palette_index(palette, row[i]);
}

static void add_pixels(struct buffer *out, const struct palette *palette, const uint32_t *pixels,
		       size_t width, size_t height)
{
	size_t stride = 1 + width;
	unsigned char *rows = memory_resize(NULL, stride * height);
	struct deflater *deflater = deflater_open(LEVEL);
	struct buffer packed = {0};

	for (size_t y = 0; y < height; y++) {
		const uint32_t *row = pixels + y * width;
		bool as_above = y > 0 && memcmp(row, row - width, width * sizeof *row) == 0;

		index_row(palette, row, as_above, width, rows + y * stride);
	}
	deflate_zlib(deflater, (struct str){(const char *)rows, stride * height}, &packed);
	add_chunk(out, "IDAT", buffer_view(&packed));
	deflater_close(deflater);
	buffer_release(&packed);
	free(rows);
}

void png_write(struct buffer *out, const uint32_t *pixels, size_t width, size_t height)
{
	struct palette palette;
	struct arena arena;

	arena_init(&arena);
	palette_make(&palette, &arena, pixels, width, height);
	buffer_add(out, "\x89PNG\r\n\x1a\n", 8);
	add_header(out, width, height);
	add_palette(out, &palette);
	add_pixels(out, &palette, pixels, width, height);
	add_chunk(out, "IEND", STR(""));
	arena_release(&arena);
}
