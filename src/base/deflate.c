#include "base/deflate.h"

#include <libdeflate.h>

#include "base/buffer.h"
#include "base/memory.h"

/* libdeflate's own name for what it is; the two are one. */
static struct libdeflate_compressor *compressor_of(struct deflater *deflater)
{
	return (struct libdeflate_compressor *)(void *)deflater;
}

struct deflater *deflater_open(int level)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);

	if (!compressor)
		memory_exhausted();
	return (struct deflater *)(void *)compressor;
}

void deflater_close(struct deflater *deflater)
{
	libdeflate_free_compressor(compressor_of(deflater));
}

void deflate_zlib(struct deflater *deflater, struct str content, struct buffer *out)
{
	struct libdeflate_compressor *compressor = compressor_of(deflater);
	size_t most = libdeflate_zlib_compress_bound(compressor, content.length);

	out->length += libdeflate_zlib_compress(compressor, content.at, content.length,
						buffer_room(out, most), most);
	out->at[out->length] = '\0';
}

uint32_t deflate_checksum(uint32_t before, struct str content)
{
	return libdeflate_crc32(before, content.at, content.length);
}
