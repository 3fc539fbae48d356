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

typedef size_t bound_of(struct libdeflate_compressor *, size_t);
typedef size_t packing(struct libdeflate_compressor *, const void *, size_t, void *, size_t);

static void pack(struct deflater *deflater, struct str content, struct buffer *out, bound_of *bound,
		 packing *run)
{
	struct libdeflate_compressor *compressor = compressor_of(deflater);
	size_t most = bound(compressor, content.length);

	out->length += run(compressor, content.at, content.length, buffer_room(out, most), most);
	out->at[out->length] = '\0';
}

void deflate_zlib(struct deflater *deflater, struct str content, struct buffer *out)
{
	pack(deflater, content, out, libdeflate_zlib_compress_bound, libdeflate_zlib_compress);
}

void deflate_bare(struct deflater *deflater, struct str content, struct buffer *out)
{
	pack(deflater, content, out, libdeflate_deflate_compress_bound,
	     libdeflate_deflate_compress);
}

uint32_t deflate_checksum(uint32_t before, struct str content)
{
	return libdeflate_crc32(before, content.at, content.length);
}
