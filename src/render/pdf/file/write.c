#include "render/pdf/file/write.h"
#include "base/buffer.h"
#include "base/deflate.h"

#include "render/pdf/layout/pen.h"

#include <math.h>
#include <string.h>

bool writer_open(struct writer *writer, struct arena *arena)
{
	*writer = (struct writer){.arena = arena};
	/* without libharu's memory pool, which gives misaligned objects */
	writer->doc = HPDF_NewEx(NULL, NULL, NULL, 0, NULL);
	writer->deflater = deflater_open(6);
	if (!writer->doc) {
		writer_release(writer);
		return false;
	}
	writer->mmgr = writer->doc->mmgr;
	return true;
}

void writer_release(struct writer *writer)
{
	if (writer->doc)
		HPDF_Free(writer->doc);
	deflater_close(writer->deflater);
}

HPDF_Dict writer_dict(struct writer *writer)
{
	HPDF_Dict dict = HPDF_Dict_New(writer->mmgr);

	if (!dict || HPDF_Xref_Add(writer->doc->xref, dict) != HPDF_OK)
		memory_exhausted();
	return dict;
}

HPDF_Array writer_array(struct writer *writer)
{
	HPDF_Array array = HPDF_Array_New(writer->mmgr);

	if (!array)
		memory_exhausted();
	return array;
}

struct str writer_packed(struct writer *writer, struct str content)
{
	struct buffer packed = {0};

	deflate_zlib(writer->deflater, content, &packed);
	struct str bytes = str_copy(writer->arena, buffer_view(&packed));

	buffer_release(&packed);
	return bytes;
}

void writer_stream(struct writer *writer, HPDF_Dict dict, struct str content, bool compress)
{
	struct str bytes = content;

	if (compress) {
		bytes = writer_packed(writer, content);
		HPDF_Dict_AddName(dict, "Filter", "FlateDecode");
	}
	HPDF_Dict_AddNumber(dict, "Length", (HPDF_INT32)bytes.length);
	writer->streams = arena_grow(writer->arena, writer->streams, &writer->stream_capacity,
				     writer->stream_count + 1, sizeof(*writer->streams));
	writer->streams[writer->stream_count++] = (struct stream){object_number(dict), bytes};
}

void *writer_place(struct writer *writer)
{
	HPDF_Null place = HPDF_Null_New(writer->mmgr);

	if (!place || HPDF_Xref_Add(writer->doc->xref, place) != HPDF_OK)
		memory_exhausted();
	return place;
}

void writer_value(struct writer *writer, const void *object, struct str value)
{
	unsigned number = object_number(object);

	writer->values = arena_grow(writer->arena, writer->values, &writer->value_capacity,
				    number + 1, sizeof(*writer->values));
	writer->values[number] = str_copy(writer->arena, value);
}

unsigned object_number(const void *object)
{
	return ((const HPDF_Obj_Header *)object)->obj_id & 0x00ffffff;
}

void reference_write(struct buffer *out, const void *object)
{
	pen_number(out, object_number(object));
	buffer_text(out, " 0 R");
}

void box_write(struct buffer *out, const double box[4])
{
	buffer_byte(out, '[');
	for (size_t i = 0; i < 4; i++) {
		pen_number(out, round(box[i] * 10) / 10);
		buffer_byte(out, i < 3 ? ' ' : ']');
	}
}

HPDF_Array writer_numbers(struct writer *writer, const double *values, size_t count)
{
	HPDF_Array array = writer_array(writer);

	for (size_t i = 0; i < count; i++)
		HPDF_Array_AddReal(array, (HPDF_REAL)values[i]);
	return array;
}
