#include "render/pdf/file/tree.h"
#include "base/buffer.h"
#include "render/pdf/file/text.h"
#include "render/pdf/file/write.h"

static void attributes_write(struct buffer *out, const struct tag *element)
{
	if (element->scope) {
		buffer_format(out, "/A<</O/Table/Scope/%s>>", element->scope);
	} else if (element->numbering) {
		buffer_format(out, "/A<</O/List/ListNumbering/%s>>", element->numbering);
	} else if (element->box[2] != 0) {
		buffer_text(out, "/A<</O/Layout/Placement/Block/BBox");
		box_write(out, element->box);
		buffer_text(out, ">>");
	}
}

/* The page that most of an element's content is said to be on: that of its first. */
static size_t element_page(const struct tag *element)
{
	for (const struct kid *kid = element->first; kid; kid = kid->next)
		if (kid->kind == KID_CONTENT)
			return kid->page;
	return SIZE_MAX;
}

static bool kid_written(const struct kid *kid)
{
	return kid->kind != KID_ELEMENT || kid->element->inked;
}

/* What an element holds, on `page` where nothing else is said. */
static void kid_write(const struct writer *writer, struct buffer *out, const struct kid *kid,
		      size_t page)
{
	size_t own = kid->kind == KID_ANNOTATION ? kid->annotation->page : kid->page;

	if (kid->kind == KID_ELEMENT) {
		reference_write(out, kid->element->object);
		return;
	}
	if (kid->kind == KID_CONTENT && own == page) {
		buffer_format(out, "%u", kid->content);
		return;
	}
	if (kid->kind == KID_ANNOTATION) {
		buffer_text(out, "<</Type/OBJR/Obj ");
		reference_write(out, kid->annotation->object);
	} else {
		buffer_format(out, "<</Type/MCR/MCID %u", kid->content);
	}
	if (own != page) {
		buffer_text(out, "/Pg ");
		reference_write(out, writer->pages[own]);
	}
	buffer_text(out, ">>");
}

static void kids_write(const struct writer *writer, struct buffer *out, const struct tag *element)
{
	size_t page = element_page(element), count = 0;

	if (page != SIZE_MAX) {
		buffer_text(out, "/Pg ");
		reference_write(out, writer->pages[page]);
	}
	for (const struct kid *kid = element->first; kid; kid = kid->next)
		count += kid_written(kid);
	if (count == 0)
		return;
	buffer_text(out, count > 1 ? "/K[" : "/K ");
	for (const struct kid *kid = element->first; kid; kid = kid->next)
		if (kid_written(kid)) {
			kid_write(writer, out, kid, page);
			buffer_byte(out, ' ');
		}
	if (count > 1)
		out->at[out->length - 1] = ']';
	else
		out->length--;
}

/* What differs from one element to the next comes last, so that the rest repeats at a stretch. */
static void element_write(const struct writer *writer, struct buffer *out,
			  const struct tag *element)
{
	buffer_format(out, "<</S/%s/P ", element->type);
	reference_write(out, element->parent ? element->parent->object : writer->tree);
	attributes_write(out, element);
	if (element->alt.length > 0 && element->box[2] != 0) { /* a link's goes to its annotation */
		buffer_text(out, "/Alt");
		text_write(out, element->alt);
	}
	if (element->id.length > 0) {
		buffer_text(out, "/ID");
		text_write(out, element->id);
	}
	if (element->language.length > 0) {
		buffer_text(out, "/Lang");
		text_write(out, element->language);
	}
	kids_write(writer, out, element);
	buffer_text(out, ">>");
}

/* The parent tree: pages to the elements of their content, then links to theirs. */
static void parents_write(const struct pdf *pdf, struct buffer *out)
{
	buffer_text(out, "<</Nums[");
	for (size_t i = 0; i < pdf->pages->count; i++) {
		const struct page *page = &pdf->pages->pages[i];

		buffer_format(out, "%zu[", i);
		for (size_t n = 0; n < page->owner_count; n++) {
			if (n > 0)
				buffer_byte(out, ' ');
			reference_write(out, page->owners[n]->object);
		}
		buffer_text(out, "]\n");
	}
	for (size_t i = 0; i < pdf->pages->count; i++)
		for (const struct annotation *link = pdf->pages->pages[i].first; link;
		     link = link->next) {
			buffer_format(out, "%zu ", link->key);
			reference_write(out, link->element->object);
			buffer_byte(out, '\n');
		}
	buffer_text(out, "]>>");
}

void write_tree(struct writer *writer, const struct pdf *pdf)
{
	struct tag *top = pdf->root;
	struct buffer out = {0};
	void *parents = writer_place(writer);

	writer->tree = writer_place(writer);
	for (struct tag *e = top; e; e = element_after(e, top))
		e->object = writer_place(writer);
	for (struct tag *e = top; e; e = element_after(e, top)) {
		buffer_clear(&out);
		element_write(writer, &out, e);
		writer_value(writer, e->object, buffer_view(&out));
	}
	buffer_clear(&out);
	parents_write(pdf, &out);
	writer_value(writer, parents, buffer_view(&out));
	buffer_clear(&out);
	buffer_text(&out, "<</Type/StructTreeRoot/K ");
	reference_write(&out, top->object);
	buffer_text(&out, "/ParentTree ");
	reference_write(&out, parents);
	buffer_format(&out, "/ParentTreeNextKey %zu>>", writer->next_key);
	writer_value(writer, writer->tree, buffer_view(&out));
	buffer_release(&out);
}
