#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/buffer.h"
#include "render/pdf/file/save.h"
#include "render/pdf/file/write.h"

enum { PACKED = 1000 }; /* objects in one object stream */

/* Where an object is: at an offset of the file, or the how-manieth of an object stream. */
struct entry {
	unsigned char type; /* 0 free, 1 at an offset, 2 packed */
	size_t where;	    /* the offset, or the object stream's number */
	size_t index;	    /* within the object stream */
};

struct saver {
	struct writer *writer;
	struct buffer *out;
	size_t base; /* what was in `out` before */
	struct entry *entries;
	size_t count, capacity;	     /* numbers of objects, 0 too */
	struct buffer heads, bodies; /* of the object stream that is being filled */
	size_t packed;		     /* objects in it */
	size_t waiting[PACKED];	     /* their numbers */
};

static size_t entry_add(struct saver *saver, unsigned char type, size_t where, size_t index)
{
	saver->entries = arena_grow(saver->writer->arena, saver->entries, &saver->capacity,
				    saver->count + 1, sizeof(*saver->entries));
	saver->entries[saver->count] = (struct entry){type, where, index};
	return saver->count++;
}

/* The value of an object as libharu writes it, added to a buffer. */
static void value_write(struct saver *saver, void *object, struct buffer *out)
{
	HPDF_Stream stream = HPDF_MemStream_New(saver->writer->mmgr, 4096);
	HPDF_UINT size;

	if (!stream)
		return; /* libharu has noted the error */
	HPDF_Obj_WriteValue(object, stream, NULL);
	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
		HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &size);

		buffer_add(out, bytes, size);
	}
	HPDF_Stream_Free(stream);
}

static void stream_write(struct saver *saver, struct str bytes)
{
	buffer_text(saver->out, "\nstream\n");
	buffer_str(saver->out, bytes);
	buffer_text(saver->out, "\nendstream\nendobj\n");
}

/* Writes the object stream that is full, or the last. */
static void pack_end(struct saver *saver)
{
	size_t first = saver->heads.length;

	if (saver->packed == 0)
		return;
	size_t number = entry_add(saver, 1, saver->out->length - saver->base, 0);

	for (size_t i = 0; i < saver->packed; i++)
		saver->entries[saver->waiting[i]] = (struct entry){2, number, i};
	buffer_str(&saver->heads, buffer_view(&saver->bodies));
	struct str bytes = writer_packed(saver->writer, buffer_view(&saver->heads));

	buffer_format(saver->out,
		      "%zu 0 obj\n<</Type/ObjStm/N %zu/First %zu/Filter/FlateDecode/Length %zu>>",
		      number, saver->packed, first, bytes.length);
	stream_write(saver, bytes);
	buffer_clear(&saver->heads);
	buffer_clear(&saver->bodies);
	saver->packed = 0;
}

static void pack_add(struct saver *saver, size_t number, void *object)
{
	buffer_format(&saver->heads, "%zu %zu ", number, saver->bodies.length);
	if (number < saver->writer->value_capacity && saver->writer->values[number].at)
		buffer_str(&saver->bodies, saver->writer->values[number]);
	else
		value_write(saver, object, &saver->bodies);
	buffer_byte(&saver->bodies, '\n');
	saver->waiting[saver->packed++] = number;
}

static int stream_compare(const void *a, const void *b)
{
	const struct stream *one = a, *other = b;

	return one->object < other->object ? -1 : one->object > other->object;
}

/* All of libharu's objects; the streams follow in the order of their objects' numbers. */
static void objects_write(struct saver *saver)
{
	HPDF_Xref xref = saver->writer->doc->xref;
	HPDF_UINT count = xref->entries->count;
	size_t stream = 0;

	if (saver->writer->stream_count > 0)
		qsort(saver->writer->streams, saver->writer->stream_count, sizeof(struct stream),
		      stream_compare);
	entry_add(saver, 0, 0, 65535);
	for (HPDF_UINT i = 1; i < count; i++)
		entry_add(saver, 0, 0, 0);
	for (HPDF_UINT i = 1; i < count; i++) {
		HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
		const struct stream *next = &saver->writer->streams[stream];

		if (stream >= saver->writer->stream_count || next->object != i) {
			pack_add(saver, i, entry->obj);
			if (saver->packed == PACKED)
				pack_end(saver);
			continue;
		}
		saver->entries[i] = (struct entry){1, saver->out->length - saver->base, 0};
		buffer_format(saver->out, "%u 0 obj\n", i);
		value_write(saver, entry->obj, saver->out);
		stream_write(saver, next->bytes);
		stream++;
	}
	pack_end(saver);
}

/* A row of the cross-reference table: a type, four bytes, two bytes. */
static void row_make(const struct entry *entry, unsigned char row[7])
{
	row[0] = entry->type;
	for (int i = 0; i < 4; i++)
		row[1 + i] = (unsigned char)(entry->where >> (24 - 8 * i));
	row[5] = (unsigned char)(entry->index >> 8);
	row[6] = (unsigned char)entry->index;
}

/* The rows, each as what it differs by from the one above (PNG's filter "up"). */
static void rows_write(struct saver *saver, struct buffer *rows)
{
	unsigned char above[7] = {0}, row[7];

	for (size_t i = 0; i < saver->count; i++) {
		row_make(&saver->entries[i], row);
		buffer_byte(rows, 2);
		for (size_t n = 0; n < sizeof(row); n++)
			buffer_byte(rows, (char)(row[n] - above[n]));
		memcpy(above, row, sizeof(row));
	}
}

/* The file's identity: what stands in it, so that equal documents have equal files. */
static void identity_write(struct saver *saver)
{
	struct str body = str_slice(buffer_view(saver->out), saver->base, saver->out->length);
	XXH128_hash_t hash = XXH3_128bits(body.at, body.length);

	buffer_text(saver->out, "/ID[");
	for (int i = 0; i < 2; i++)
		buffer_format(saver->out, "<%016llX%016llX>", (unsigned long long)hash.high64,
			      (unsigned long long)hash.low64);
	buffer_byte(saver->out, ']');
}

static void reference_table_write(struct saver *saver)
{
	size_t start = saver->out->length - saver->base;
	size_t number = entry_add(saver, 1, start, 0);
	struct buffer rows = {0};

	rows_write(saver, &rows);
	struct str bytes = writer_packed(saver->writer, buffer_view(&rows));

	buffer_format(saver->out,
		      "%zu 0 obj\n<</Type/XRef/Size %zu/W[1 4 2]/Root %u 0 R/Info %u 0 R", number,
		      saver->count, object_number(saver->writer->doc->catalog),
		      object_number(saver->writer->info));
	identity_write(saver);
	buffer_format(saver->out,
		      "/Filter/FlateDecode/DecodeParms<</Columns 7/Predictor 12>>/Length %zu>>",
		      bytes.length);
	stream_write(saver, bytes);
	buffer_format(saver->out, "startxref\n%zu\n%%%%EOF\n", start);
	buffer_release(&rows);
}

void save_file(struct writer *writer, struct buffer *out)
{
	struct saver saver = {.writer = writer, .out = out, .base = out->length};

	buffer_text(out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
	objects_write(&saver);
	reference_table_write(&saver);
	buffer_release(&saver.heads);
	buffer_release(&saver.bodies);
}
