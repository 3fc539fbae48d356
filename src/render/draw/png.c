/* PNG, second edition (ISO/IEC 15948): signature, header, data, end. */
#include "render/draw/png.h"
#include "base/buffer.h"

#include <libdeflate.h>
#include <stdlib.h>

#define BYTES 3	    /* of a pixel: red, green, blue */
#define FILTER_UP 2 /* section 9: a row is what it differs by from the row above */
#define LEVEL 6

static void put_32(unsigned char *at, size_t value)
{
	at[0] = (unsigned char)(value >> 24);
	at[1] = (unsigned char)(value >> 16);
	at[2] = (unsigned char)(value >> 8);
	at[3] = (unsigned char)value;
}

/* Length, name, content, and the checksum of the last two. */
static void add_chunk(struct buffer *out, const char *name, const void *content, size_t length)
{
	unsigned char number[4];
	uint32_t check = libdeflate_crc32(libdeflate_crc32(0, name, 4), content, length);

	put_32(number, length);
	buffer_add(out, number, 4);
	buffer_add(out, name, 4);
	buffer_add(out, content, length);
	put_32(number, check);
	buffer_add(out, number, 4);
}

static void add_row(unsigned char *to, const uint32_t *row, const uint32_t *above, size_t width)
{
	*to++ = FILTER_UP;
	for (size_t i = 0; i < width; i++)
		for (int shift = 16; shift >= 0; shift -= 8)
			*to++ = (unsigned char)((row[i] >> shift) -
						(above ? above[i] >> shift : 0));
}

void png_write(struct buffer *out, const uint32_t *pixels, size_t width, size_t height)
{
	unsigned char header[13] = {0};
	size_t stride = 1 + width * BYTES;
	unsigned char *rows = memory_resize(NULL, stride * height);
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);

	if (!compressor)
		memory_exhausted();

	size_t bound = libdeflate_zlib_compress_bound(compressor, stride * height);
	unsigned char *packed = memory_resize(NULL, bound);

	for (size_t y = 0; y < height; y++)
		add_row(rows + y * stride, pixels + y * width,
			y > 0 ? pixels + (y - 1) * width : NULL, width);
	put_32(header, width);
	put_32(header + 4, height);
	header[8] = 8; /* bits */
	header[9] = 2; /* red, green, blue */
	buffer_add(out, "\x89PNG\r\n\x1a\n", 8);
	add_chunk(out, "IHDR", header, sizeof header);
	add_chunk(out, "IDAT", packed,
		  libdeflate_zlib_compress(compressor, rows, stride * height, packed, bound));
	add_chunk(out, "IEND", "", 0);
	libdeflate_free_compressor(compressor);
	free(packed);
	free(rows);
}
