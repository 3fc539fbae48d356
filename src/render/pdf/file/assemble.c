#include "render/pdf/file/assemble.h"

#include "base/buffer.h"
#include "render/pdf/file/fonts.h"
#include "render/pdf/file/links.h"
#include "render/pdf/file/metadata.h"
#include "render/pdf/file/save.h"
#include "render/pdf/file/tree.h"

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

bool pdf_assemble(struct writer *writer, const struct pdf *pdf, struct buffer *out, struct str *why)
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
