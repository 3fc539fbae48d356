/* The catalog, the pages, their links; helpers for objects. */
#include "render/pdf/write.h"

#include "render/pdf/pen.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

bool writer_open(struct writer *writer, struct arena *arena)
{
	*writer = (struct writer){.arena = arena};
	/* without libharu's memory pool, which gives misaligned objects */
	writer->doc = HPDF_NewEx(NULL, NULL, NULL, 0, NULL);
	writer->compressor = libdeflate_alloc_compressor(6);
	if (!writer->doc || !writer->compressor) {
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
	libdeflate_free_compressor(writer->compressor);
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

void writer_stream(struct writer *writer, HPDF_Dict dict, struct str content, bool compress)
{
	struct str bytes = content;

	if (compress) {
		size_t most = libdeflate_zlib_compress_bound(writer->compressor, content.length);
		char *room = arena_alloc(writer->arena, most);

		bytes.length = libdeflate_zlib_compress(writer->compressor, content.at,
							content.length, room, most);
		bytes.at = room;
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

/* All page objects, so that others may refer to them; what they hold comes in write_pages. */
static void make_pages(struct writer *writer, const struct pdf *pdf)
{
	HPDF_Array kids = HPDF_Dict_GetItem(writer->doc->root_pages, "Kids", HPDF_OCLASS_ARRAY);

	writer->page_count = pdf->pages->count;
	writer->pages = ARENA_ARRAY(writer->arena, writer->page_count, HPDF_Dict);
	for (size_t i = 0; i < writer->page_count; i++) {
		HPDF_Dict page = writer_dict(writer);

		/* libharu counts the pages by their class when it writes their parent */
		page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
		writer->pages[i] = page;
		HPDF_Array_Add(kids, page);
	}
}

/* What the page's content refers to by name; the same for all pages. */
static HPDF_Dict write_resources(struct writer *writer, const struct pdf *pdf)
{
	static const char *const names[] = {ARTIFACT_HEADER_NAME, ARTIFACT_FOOTER_NAME};
	static const char *const kinds[] = {"Header", "Footer"};
	HPDF_Dict resources = writer_dict(writer), properties = HPDF_Dict_New(writer->mmgr);

	write_fonts(writer, pdf, resources);
	HPDF_Dict_Add(resources, "Properties", properties);
	for (size_t i = 0; i < 2; i++) {
		HPDF_Dict artifact = HPDF_Dict_New(writer->mmgr);

		HPDF_Dict_Add(properties, names[i], artifact);
		HPDF_Dict_AddName(artifact, "Type", "Pagination");
		HPDF_Dict_AddName(artifact, "Subtype", kinds[i]);
	}
	return resources;
}

static HPDF_Dict write_content(struct writer *writer, struct str content)
{
	HPDF_Dict dict = writer_dict(writer);

	writer_stream(writer, dict, content, true);
	return dict;
}

static void write_contents(struct writer *writer, HPDF_Dict page, HPDF_Dict own, HPDF_Dict running)
{
	HPDF_Array both = running ? writer_array(writer) : NULL;

	if (!both) {
		HPDF_Dict_Add(page, "Contents", own);
		return;
	}
	HPDF_Array_Add(both, own);
	HPDF_Array_Add(both, running);
	HPDF_Dict_Add(page, "Contents", both);
}

static void write_pages(struct writer *writer, const struct pdf *pdf)
{
	HPDF_Dict resources = write_resources(writer, pdf);
	HPDF_Dict running = write_content(writer, buffer_view(&pdf->pages->running));

	for (size_t i = 0; i < writer->page_count; i++) {
		struct page *page = &pdf->pages->pages[i];
		HPDF_Dict dict = writer->pages[i];
		HPDF_Dict content = write_content(writer, buffer_view(&page->content));

		HPDF_Dict_AddName(dict, "Type", "Page");
		HPDF_Dict_Add(dict, "Parent", writer->doc->root_pages);
		HPDF_Dict_Add(
			dict, "MediaBox",
			writer_numbers(writer,
				       (double[]){0, 0, pdf->style->width, pdf->style->height}, 4));
		HPDF_Dict_Add(dict, "Resources", resources);
		write_contents(writer, dict, content, page->running ? running : NULL);
		HPDF_Dict_AddNumber(dict, "StructParents", (HPDF_INT32)i);
		HPDF_Dict_AddName(dict, "Tabs", "S");
		if (page->first)
			HPDF_Dict_Add(dict, "Annots", write_annotations(writer, pdf, page));
	}
}

bool writer_save(struct writer *writer, const struct pdf *pdf, struct buffer *out, struct str *why)
{
	make_pages(writer, pdf);
	writer->next_key = writer->page_count;
	write_pages(writer, pdf);
	write_tree(writer, pdf);
	HPDF_Dict_Add(writer->doc->catalog, "Outlines", write_outline(writer, pdf));
	write_metadata(writer, pdf);
	if (writer->doc->error.error_no == HPDF_OK)
		save_file(writer, out);
	if (writer->doc->error.error_no == HPDF_OK)
		return true;
	*why = str_format(writer->arena, "libharu's error 0x%04lX",
			  (unsigned long)writer->doc->error.error_no);
	return false;
}
