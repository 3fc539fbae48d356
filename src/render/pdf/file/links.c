#include <math.h>

#include "base/buffer.h"
#include "render/pdf/file/links.h"
#include "render/pdf/file/text.h"
#include "render/pdf/file/write.h"
#include "render/pdf/layout/pen.h"

static void destination_write(const struct writer *writer, struct buffer *out,
			      const struct target *target)
{
	buffer_text(out, "/Dest[");
	reference_write(out, writer->pages[target->page]);
	buffer_format(out, "/XYZ null %ld null]", lround(target->y + 10));
}

/* A URI has only ASCII; all other bytes are written %XX. */
static void uri_write(struct buffer *out, struct str target)
{
	size_t from = out->length;

	buffer_text(out, "/A<</S/URI/URI(");
	for (size_t i = 0; i < target.length && out->length - from < 8000; i++) {
		unsigned char byte = (unsigned char)target.at[i];

		if (byte <= ' ' || byte >= 0x7f || byte == '(' || byte == ')' || byte == '\\')
			buffer_format(out, "%%%02X", byte);
		else
			buffer_byte(out, (char)byte);
	}
	buffer_text(out, ")>>");
}

/* Where a link leads: a place in the document, or an address. */
static void goal_write(const struct writer *writer, const struct pdf *pdf, struct buffer *out,
		       const struct annotation *annotation)
{
	const struct target *target = annotation->target;
	struct str goal = annotation->link ? annotation->link->link.target : STR("");

	if (!target && goal.length > 0 && goal.at[0] == '#')
		target = map_lookup(pdf->targets, str_slice(goal, 1, goal.length));
	if (target && target->placed)
		destination_write(writer, out, target);
	else
		uri_write(out, goal);
}

HPDF_Array write_annotations(struct writer *writer, const struct pdf *pdf, const struct page *page)
{
	HPDF_Array list = writer_array(writer);
	struct buffer out = {0};

	for (struct annotation *link = page->first; link; link = link->next) {
		struct str words = link->element->alt;

		link->object = writer_place(writer);
		HPDF_Array_Add(list, link->object);
		buffer_clear(&out);
		buffer_text(&out, "<</Subtype/Link/Border[0 0 0]/F 4/Rect");
		box_write(&out, link->box);
		buffer_text(&out, "/Contents");
		text_write(&out, words.length > 0 ? words : STR("Link"));
		buffer_format(&out, "/StructParent %zu", link->key = writer->next_key++);
		goal_write(writer, pdf, &out, link);
		buffer_text(&out, ">>");
		writer_value(writer, link->object, buffer_view(&out));
	}
	buffer_release(&out);
	return list;
}

struct bookmark {
	void *object;
	struct bookmark *parent, *previous, *next, *first, *last;
	struct bookmark *after; /* in the order of the document */
	size_t count;		/* of those right below it */
	struct str title;
	const struct target *target; /* NULL: the root of all */
};

static struct bookmark *bookmark_add(struct writer *writer, struct bookmark *parent,
				     struct str title, const struct target *target)
{
	struct bookmark *bookmark = ARENA_NEW(writer->arena, struct bookmark);

	*bookmark = (struct bookmark){.object = writer_place(writer),
				      .parent = parent,
				      .previous = parent ? parent->last : NULL,
				      .title = title,
				      .target = target};
	if (!parent)
		return bookmark;
	*(parent->last ? &parent->last->next : &parent->first) = bookmark;
	parent->last = bookmark;
	parent->count++;
	return bookmark;
}

static void bookmark_reference(struct buffer *out, const char *key, const struct bookmark *bookmark)
{
	if (!bookmark)
		return;
	buffer_text(out, key);
	reference_write(out, bookmark->object);
}

/* Those below the first level are shut until the reader opens them: their count is negative. */
static void bookmark_write(const struct writer *writer, struct buffer *out,
			   const struct bookmark *bookmark)
{
	const struct target *target = bookmark->target;

	buffer_text(out, target ? "<</Title" : "<</Type/Outlines");
	if (target) {
		text_write(out, bookmark->title);
		destination_write(writer, out, target);
	}
	if (target && target->element && target->element->object) {
		buffer_text(out, "/SE ");
		reference_write(out, target->element->object);
	}
	bookmark_reference(out, "/Parent ", bookmark->parent);
	bookmark_reference(out, "/Prev ", bookmark->previous);
	bookmark_reference(out, "/Next ", bookmark->next);
	bookmark_reference(out, "/First ", bookmark->first);
	bookmark_reference(out, "/Last ", bookmark->last);
	if (bookmark->first)
		buffer_format(out, "/Count %s%zu", target ? "-" : "", bookmark->count);
	buffer_text(out, ">>");
}

/* The bookmarks, linked by `after` from their root on. */
static struct bookmark *make_bookmarks(struct writer *writer, const struct pdf *pdf)
{
	struct bookmark *root = bookmark_add(writer, NULL, STR(""), NULL), *last = root;
	struct bookmark *open[8] = {root};
	unsigned depth = 0; /* the last one's, 0 is the root's */

	if (pdf->contents && pdf->contents->placed)
		last = last->after = bookmark_add(writer, root, STR("Contents"), pdf->contents);
	for (size_t i = 0; i < pdf->heading_count; i++) {
		const struct heading *heading = &pdf->headings[i];
		unsigned below = heading->level - 2;

		if (!heading->target->placed)
			continue;
		depth = below < depth ? below : depth;
		last = last->after =
			bookmark_add(writer, open[depth], heading->title, heading->target);
		open[++depth] = last;
	}
	return root;
}

void *write_outline(struct writer *writer, const struct pdf *pdf)
{
	struct bookmark *root = make_bookmarks(writer, pdf);
	struct buffer out = {0};

	for (const struct bookmark *bookmark = root; bookmark; bookmark = bookmark->after) {
		buffer_clear(&out);
		bookmark_write(writer, &out, bookmark);
		writer_value(writer, bookmark->object, buffer_view(&out));
	}
	buffer_release(&out);
	return root->object;
}
