/* The catalog, the pages, their links; helpers for objects. */
#include "render/pdf/write.h"

#include <libdeflate.h>
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
	writer->streams[writer->stream_count++] =
		(struct stream){dict->header.obj_id & 0x00ffffff, bytes};
}

/* UTF-16, its byte order mark first; cut at what a string of libharu can hold. */
void writer_text(struct writer *writer, HPDF_Dict dict, const char *key, struct str text)
{
	struct buffer out = {0};

	buffer_add(&out, "\xfe\xff", 2);
	for (size_t at = 0; at < text.length && out.length < 60000;) {
		uint32_t character = str_next(text, &at);

		if (character >= 0x10000) {
			uint32_t high = 0xd800 + ((character - 0x10000) >> 10);

			buffer_byte(&out, (char)(high >> 8));
			buffer_byte(&out, (char)high);
			character = 0xdc00 + ((character - 0x10000) & 0x3ff);
		}
		buffer_byte(&out, (char)(character >> 8));
		buffer_byte(&out, (char)character);
	}
	HPDF_Dict_Add(dict, key,
		      HPDF_Binary_New(writer->mmgr, (HPDF_BYTE *)out.at, (HPDF_UINT)out.length));
	buffer_release(&out);
}

HPDF_Array writer_numbers(struct writer *writer, const double *values, size_t count)
{
	HPDF_Array array = writer_array(writer);

	for (size_t i = 0; i < count; i++)
		HPDF_Array_AddReal(array, (HPDF_REAL)values[i]);
	return array;
}

HPDF_Array writer_destination(struct writer *writer, const struct target *target)
{
	HPDF_Array array = writer_array(writer);

	HPDF_Array_Add(array, writer->pages[target->page]);
	HPDF_Array_AddName(array, "XYZ");
	HPDF_Array_Add(array, HPDF_Null_New(writer->mmgr));
	HPDF_Array_AddReal(array, (HPDF_REAL)(target->y + 10));
	HPDF_Array_Add(array, HPDF_Null_New(writer->mmgr));
	return array;
}

/* A URI has only ASCII; all other bytes are written %XX. */
static HPDF_String uri_string(struct writer *writer, struct str target)
{
	struct buffer out = {0};

	for (size_t i = 0; i < target.length && out.length < 8000; i++) {
		unsigned char byte = (unsigned char)target.at[i];

		if (byte <= ' ' || byte >= 0x7f)
			buffer_format(&out, "%%%02X", byte);
		else
			buffer_byte(&out, (char)byte);
	}
	HPDF_String string = HPDF_String_New(writer->mmgr, out.at ? out.at : "", NULL);

	buffer_release(&out);
	return string;
}

/* Where a link leads: a place in the document, or an address. */
static void link_goal(struct writer *writer, const struct pdf *pdf, HPDF_Dict dict,
		      const struct annotation *annotation)
{
	const struct target *target = annotation->target;
	struct str goal = annotation->link ? annotation->link->target : STR("");

	if (!target && goal.length > 0 && goal.at[0] == '#')
		target = map_lookup(pdf->targets, str_slice(goal, 1, goal.length));
	if (target && target->placed) {
		HPDF_Dict_Add(dict, "Dest", writer_destination(writer, target));
		return;
	}
	HPDF_Dict action = HPDF_Dict_New(writer->mmgr);

	HPDF_Dict_Add(dict, "A", action);
	HPDF_Dict_AddName(action, "S", "URI");
	HPDF_Dict_Add(action, "URI", uri_string(writer, goal));
}

static void write_annotations(struct writer *writer, const struct pdf *pdf, struct page *page,
			      HPDF_Dict dict)
{
	HPDF_Array list;

	if (!page->first)
		return;
	list = writer_array(writer);
	HPDF_Dict_Add(dict, "Annots", list);
	for (struct annotation *link = page->first; link; link = link->next) {
		HPDF_Dict object = writer_dict(writer);

		link->object = object;
		HPDF_Dict_AddName(object, "Type", "Annot");
		HPDF_Dict_AddName(object, "Subtype", "Link");
		HPDF_Dict_Add(object, "Rect", writer_numbers(writer, link->box, 4));
		HPDF_Dict_Add(object, "Border", writer_numbers(writer, (double[]){0, 0, 0}, 3));
		HPDF_Dict_AddNumber(object, "F", 4);
		writer_text(writer, object, "Contents",
			    link->element->alt.length > 0 ? link->element->alt : STR("Link"));
		link_goal(writer, pdf, object, link);
		HPDF_Array_Add(list, object);
	}
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

static void write_pages(struct writer *writer, const struct pdf *pdf)
{
	HPDF_Dict resources = writer_dict(writer);

	write_fonts(writer, pdf, resources);
	for (size_t i = 0; i < writer->page_count; i++) {
		struct page *page = &pdf->pages->pages[i];
		HPDF_Dict dict = writer->pages[i], content = writer_dict(writer);

		HPDF_Dict_AddName(dict, "Type", "Page");
		HPDF_Dict_Add(dict, "Parent", writer->doc->root_pages);
		HPDF_Dict_Add(
			dict, "MediaBox",
			writer_numbers(writer,
				       (double[]){0, 0, pdf->style->width, pdf->style->height}, 4));
		HPDF_Dict_Add(dict, "Resources", resources);
		HPDF_Dict_Add(dict, "Contents", content);
		HPDF_Dict_AddNumber(dict, "StructParents", (HPDF_INT32)i);
		HPDF_Dict_AddName(dict, "Tabs", "S");
		writer_stream(writer, content, buffer_view(&page->content), true);
		write_annotations(writer, pdf, page, dict);
	}
}

bool writer_save(struct writer *writer, const struct pdf *pdf, struct buffer *out, struct str *why)
{
	make_pages(writer, pdf);
	write_pages(writer, pdf);
	write_tree(writer, pdf);
	write_outline(writer, pdf);
	write_metadata(writer, pdf);
	if (writer->doc->error.error_no == HPDF_OK)
		save_file(writer, out);
	if (writer->doc->error.error_no == HPDF_OK)
		return true;
	*why = str_format(writer->arena, "libharu's error 0x%04lX",
			  (unsigned long)writer->doc->error.error_no);
	return false;
}
