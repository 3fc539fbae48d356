/*
 * PDF objects by libharu's object layer: the one place that holds libharu's handles. Their errors
 * are sticky; pdf_assemble says whether there was any.
 *
 * libharu makes and writes the objects; streams are packed here (base/deflate) and written by
 * the saver (save.c), as libharu knows only its own compression.
 */
#ifndef HEARTH_RENDER_PDF_FILE_WRITE_H
#define HEARTH_RENDER_PDF_FILE_WRITE_H

#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/page.h"

#include <hpdf.h>
#include <hpdf_conf.h>
#include <hpdf_utils.h>

#include <hpdf_pages.h>

#include <hpdf_catalog.h>
#include <hpdf_objects.h>

struct deflater;

/* A stream's bytes as they will stand in the file, by the number of its object. */
struct stream {
	HPDF_UINT32 object;
	struct str bytes;
};

struct writer {
	struct arena *arena;
	HPDF_Doc doc;
	HPDF_MMgr mmgr;
	struct deflater *deflater;
	struct str *values; /* by object number: of those made by writer_place */
	size_t value_capacity;
	struct stream *streams;
	size_t stream_count, stream_capacity;
	HPDF_Dict *pages;
	size_t page_count;
	HPDF_Dict info;
	void *tree;	 /* StructTreeRoot */
	size_t next_key; /* of the parent tree: pages have the first ones, then links */
};

/* What the file is made of. */
struct pdf {
	const struct document *document;
	const struct page_style *style;
	struct faces *faces;
	const struct font_set *fonts;
	struct pages *pages;
	struct tag *root;
	const struct heading *headings;
	size_t heading_count;
	const struct map *targets;
	struct str icc; /* the profile of the colours */
	struct target *contents;
};

bool writer_open(struct writer *writer, struct arena *arena);
void writer_release(struct writer *writer);
/* For the files that share the work: */
HPDF_Dict writer_dict(struct writer *writer); /* a new indirect one */
HPDF_Array writer_array(struct writer *writer);
/*
 * An indirect object whose value we write ourselves, in PDF's words: there are thousands of
 * elements, and libharu takes as many allocations for each. The value may come later.
 */
void *writer_place(struct writer *writer);
void writer_value(struct writer *writer, const void *object, struct str value);
unsigned object_number(const void *object);
void reference_write(struct buffer *out, const void *object); /* "12 0 R" */
void box_write(struct buffer *out, const double box[4]);
/* The content packed, for a stream with /FlateDecode. */
struct str writer_packed(struct writer *writer, struct str content);
/* Gives an indirect dictionary its stream. */
void writer_stream(struct writer *writer, HPDF_Dict dict, struct str content, bool compress);
HPDF_Array writer_numbers(struct writer *writer, const double *values, size_t count);

#endif
