#include "render/type/woff.h"

#include "base/buffer.h"
#include "base/deflate.h"

#define HEAD_SIZE 44  /* WOFF 1.0, section 4: the header */
#define ENTRY_SIZE 20 /* section 5: one table's entry */
#define TABLES_MOST 64
#define LEVEL 9

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
static size_t add_table(struct deflater *deflater, struct buffer *out, struct str data)
{
	struct buffer packed = {0};

	deflate_zlib(deflater, data, &packed);

	bool smaller = packed.length < data.length;
	size_t size = smaller ? packed.length : data.length;

	buffer_str(out, smaller ? buffer_view(&packed) : data);
	buffer_add(out, "\0\0\0", padded(size) - size);
	buffer_release(&packed);
	return size;
}

bool woff_pack(struct str font, struct buffer *out)
{
	const unsigned char *at = (const unsigned char *)font.at;
	unsigned count = font.length >= 12 ? read_16(at + 4) : 0;
	size_t offset = HEAD_SIZE + (size_t)count * ENTRY_SIZE, whole = 12 + (size_t)count * 16;
	struct buffer entries = {0}, tables = {0};
	struct deflater *deflater = deflater_open(LEVEL);
	bool good = count > 0 && count <= TABLES_MOST && font.length >= whole;

	for (unsigned i = 0; good && i < count; i++) {
		const unsigned char *row = at + 12 + (size_t)i * 16;
		size_t from = read_32(row + 8), length = read_32(row + 12);

		good = from <= font.length && length <= font.length - from;
		if (!good)
			break;
		buffer_add(&entries, row, 4);
		add_32(&entries, (uint32_t)(offset + tables.length));
		add_32(&entries, (uint32_t)add_table(deflater, &tables,
						     str_slice(font, from, from + length)));
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
	deflater_close(deflater);
	return good;
}
