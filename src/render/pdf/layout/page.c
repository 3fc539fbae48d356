/* Drawing: marks to operators, marked content, link rectangles. */
#include "render/pdf/layout/page.h"
#include "base/buffer.h"

#include <math.h>

#include "render/pdf/layout/bidi.h"
#include "render/pdf/layout/canvas_pdf.h"

enum page_ink { INK_SHAPES, INK_TEXT };
/* What is there for the eye only. */
enum artifact { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER };

void pages_init(struct pages *pages, struct typesetter *setter, struct inks ink)
{
	*pages = (struct pages){.arena = setter->arena, .setter = setter, .ink = ink};
}

void pages_release(struct pages *pages)
{
	for (size_t i = 0; i < pages->count; i++)
		buffer_release(&pages->pages[i].content);
	buffer_release(&pages->rules);
	buffer_release(&pages->running);
}

void page_begin(struct pages *pages)
{
	pages->pages = arena_grow(pages->arena, pages->pages, &pages->capacity, pages->count + 1,
				  sizeof(*pages->pages));
	pages->page = &pages->pages[pages->count++];
	*pages->page = (struct page){0};
	pen_init(&pages->pen, &pages->page->content, pages->ink);
	pages->current = NULL;
	pages->artifact = false;
	buffer_clear(&pages->rules);
}

/* Ends the marked content that is open. */
static void content_close(struct pages *pages)
{
	pen_pause(&pages->pen);
	if (pages->current || pages->artifact)
		buffer_text(pages->pen.out, "EMC\n");
	pages->current = NULL;
	pages->artifact = false;
}

/* Marked content is within a text object, many in one, or it has no text of the page's. */
static void content_open(struct pages *pages, enum page_ink ink)
{
	content_close(pages);
	if (ink == INK_TEXT)
		pen_begin_text(&pages->pen);
	else
		pen_end_text(&pages->pen);
}

static void content_owner(struct pages *pages, struct tag *element, enum page_ink ink)
{
	struct page *page = pages->page;

	if (pages->current == element)
		return;
	content_open(pages, ink);
	buffer_format(pages->pen.out, "/%s<</MCID %zu>>BDC\n", element->type, page->owner_count);
	element_content(pages->arena, element, pages->count - 1, (unsigned)page->owner_count);
	page->owners = arena_grow(pages->arena, page->owners, &page->owner_capacity,
				  page->owner_count + 1, sizeof(*page->owners));
	page->owners[page->owner_count++] = element;
	pages->current = element;
}

static void content_artifact(struct pages *pages, enum artifact kind, enum page_ink ink)
{
	static const char *const names[] = {
		[ARTIFACT_LAYOUT] = "/Artifact BMC\n",
		[ARTIFACT_HEADER] = "/Artifact/" ARTIFACT_HEADER_NAME " BDC\n",
		[ARTIFACT_FOOTER] = "/Artifact/" ARTIFACT_FOOTER_NAME " BDC\n",
	};

	if (pages->artifact && pages->pen.text == (ink == INK_TEXT))
		return;
	content_open(pages, ink);
	buffer_text(pages->pen.out, names[kind]);
	pages->artifact = true;
}

/* A link's rectangle and the line under it, from x to the end of a piece. */
struct link_span {
	const struct node *link;
	struct tag *element;
	double from, to;
};

static struct annotation *annotation_new(struct pages *pages, struct tag *element)
{
	struct annotation *annotation = ARENA_NEW(pages->arena, struct annotation);

	annotation->element = element;
	annotation->page = pages->count - 1;
	if (pages->page->last)
		pages->page->last->next = annotation;
	else
		pages->page->first = annotation;
	pages->page->last = annotation;
	element_annotation(pages->arena, element, annotation);
	return annotation;
}

static void area_link(struct pages *pages, const struct mark *mark, double y)
{
	struct annotation *annotation = annotation_new(pages, mark->element);

	annotation->target = mark->target;
	annotation->box[0] = mark->x;
	annotation->box[1] = y - mark->height;
	annotation->box[2] = mark->x + mark->width;
	annotation->box[3] = y;
}

static void link_end(struct pages *pages, struct link_span *span, const struct paragraph *paragraph,
		     double y)
{
	const struct face *face = faces_face(pages->setter->faces, FACE_REGULAR);
	double rule = pages->setter->style->link_rule;

	if (!span->link)
		return;
	struct annotation *annotation = annotation_new(pages, span->element);

	annotation->link = span->link;
	annotation->box[0] = span->from;
	annotation->box[1] = y - face->descent * paragraph->size;
	annotation->box[2] = span->to;
	annotation->box[3] = y + face->ascent * paragraph->size;
	pen_operator(
		&pages->rules,
		(double[]){span->from, y - paragraph->size * 0.16, span->to - span->from, rule}, 4,
		"re");
	span->link = NULL;
}

static void link_piece(struct pages *pages, struct link_span *span, const struct mark *mark,
		       const struct piece *piece, double x, double y)
{
	if (span->link && (span->link != piece->run->link || mark->artifact))
		link_end(pages, span, mark->paragraph, y);
	if (!piece->run->link || mark->artifact)
		return;
	if (!span->link) {
		span->link = piece->run->link;
		span->element = piece->run->element;
		span->from = span->to = x;
	}
	if (piece->space) /* the space at a line's end is not underlined */
		return;
	span->from = fmin(span->from, x);
	span->to = fmax(span->to, x + piece->width);
}

static struct tag *piece_owner(const struct mark *mark, const struct piece *piece)
{
	if (mark->element)
		return mark->element;
	return piece->run->element ? piece->run->element : mark->paragraph->element;
}

/*
 * Pieces are drawn in the order in which they are read, as that is the order in which they are
 * spoken; those that run right to left are each put in their place.
 */
static void line_write(struct pages *pages, const struct mark *mark, double x, double y)
{
	const struct paragraph *paragraph = mark->paragraph;
	const struct line *line = &paragraph->lines[mark->line];
	const double *places = line_places(pages->arena, paragraph, line, x);
	struct link_span span = {0};
	double pen = HUGE_VAL; /* where the pen stands; not on this line yet */

	for (size_t i = line->from; i < line->to; i++) {
		const struct piece *piece = &paragraph->pieces[i];

		if (piece->shape->count == 0) /* says but which way the rest runs */
			continue;
		x = places ? places[i - line->from] : x;
		if (!mark->artifact)
			content_owner(pages, piece_owner(mark, piece), INK_TEXT);
		if (!pages->pen.text || x != pen)
			pen_move(&pages->pen, x, y);
		pen_piece(&pages->pen, piece, paragraph->size);
		link_piece(pages, &span, mark, piece, x, y);
		x += piece->width;
		pen = x;
	}
	pen_pause(&pages->pen);
	link_end(pages, &span, paragraph, y);
}

/* The marks that lie behind the text: one artifact for all of a page's. */
static void shapes_write(struct pages *pages, const struct slab *slab, double top, bool first)
{
	for (const struct mark *mark = slab->first; mark; mark = mark->next) {
		double y = top - mark->y;

		if (mark->kind != MARK_RECTANGLE && mark->kind != MARK_DISC)
			continue;
		content_artifact(pages, ARTIFACT_LAYOUT, INK_SHAPES);
		pen_colour(&pages->pen, mark->colour);
		if (mark->kind == MARK_DISC) {
			pen_disc(&pages->pen, mark->x, y, mark->width);
			continue;
		}
		/* what reaches up into the space above has none at the top of a page */
		double cut = first && mark->y < 0 ? -mark->y : 0;

		pen_rectangle(&pages->pen, mark->x, y - mark->height, mark->width,
			      mark->height - cut);
	}
}

static void drawing_write(struct pages *pages, const struct mark *mark, double y)
{
	struct buffer *out = pages->pen.out;

	content_owner(pages, mark->element, INK_SHAPES);
	buffer_text(out, "q 1 0 0 1 ");
	pen_operator(out, (double[]){mark->x, y}, 2, "cm");
	if (mark->drawing->scale != 1)
		pen_operator(out,
			     (double[]){mark->drawing->scale, 0, 0, mark->drawing->scale, 0, 0}, 6,
			     "cm");
	buffer_str(out, buffer_view(&mark->drawing->content));
	buffer_text(out, "Q\n");
	if (mark->element->box[2] != 0)
		return; /* a figure that goes on: its box is on its first page */
	mark->element->box[0] = mark->x;
	mark->element->box[1] = y - mark->height;
	mark->element->box[2] = mark->x + mark->width;
	mark->element->box[3] = y;
}

static void texts_write(struct pages *pages, const struct slab *slab, double top, bool again)
{
	for (const struct mark *mark = slab->first; mark; mark = mark->next) {
		double y = top - mark->y;

		if (mark->kind == MARK_LINE) {
			struct mark copy = *mark;

			copy.artifact |= again;
			if (copy.artifact)
				content_artifact(pages, ARTIFACT_LAYOUT, INK_TEXT);
			line_write(pages, &copy, mark->x, y);
		} else if (mark->kind == MARK_DRAWING && !again) {
			drawing_write(pages, mark, y);
		} else if (mark->kind == MARK_LINK && !again) {
			area_link(pages, mark, y);
		} else if (mark->kind == MARK_TARGET && !again) {
			mark->target->page = pages->count - 1;
			mark->target->y = y;
			mark->target->placed = true;
		}
	}
}

void page_slabs(struct pages *pages, const struct flow *flow, size_t from, size_t to, double top)
{
	const struct slab *head = from < to ? flow->slabs[from]->head : NULL;

	for (int pass = 0; pass < 2; pass++) {
		double y = pages->setter->style->height - top;

		if (head && pass == 0)
			shapes_write(pages, head, y, true);
		else if (head)
			texts_write(pages, head, y, true);
		y -= head ? head->height : 0;
		for (size_t i = from; i < to; i++) {
			const struct slab *slab = flow->slabs[i];

			y -= i > from ? slab_gap(flow->slabs[i - 1], slab) : 0;
			if (pass == 0)
				shapes_write(pages, slab, y, i == from);
			else
				texts_write(pages, slab, y, false);
			y -= slab->height;
		}
		content_close(pages);
	}
}

static void running_line(struct pages *pages, const struct paragraph *paragraph, double x, double y,
			 bool right)
{
	struct mark mark = {.kind = MARK_LINE, .paragraph = paragraph, .artifact = true};

	if (!paragraph || paragraph->line_count == 0)
		return;
	line_write(pages, &mark, right ? x - paragraph->lines[0].width : x, y);
}

void pages_running(struct pages *pages, const struct running *running)
{
	const struct page_style *style = pages->setter->style;
	double right = style->width - style->right, head = style->height - style->head;

	pen_init(&pages->pen, &pages->running, pages->ink);
	content_artifact(pages, ARTIFACT_HEADER, INK_SHAPES);
	pen_colour(&pages->pen, COLOUR_HAIRLINE);
	pen_rectangle(&pages->pen, style->left, head - 8, right - style->left, 0.6);
	content_artifact(pages, ARTIFACT_HEADER, INK_TEXT);
	running_line(pages, running->head_left, style->left, head, false);
	running_line(pages, running->head_right, right, head, true);
	content_close(pages);
	content_artifact(pages, ARTIFACT_FOOTER, INK_TEXT);
	running_line(pages, running->foot_left, style->left, style->foot, false);
	content_close(pages);
	pen_end_text(&pages->pen);
}

void page_end(struct pages *pages, const struct paragraph *number)
{
	const struct page_style *style = pages->setter->style;

	content_close(pages);
	pages->page->running = number;
	if (number) {
		content_artifact(pages, ARTIFACT_FOOTER, INK_TEXT);
		running_line(pages, number, style->width - style->right, style->foot, true);
	}
	if (pages->rules.length > 0) {
		content_artifact(pages, ARTIFACT_LAYOUT, INK_SHAPES);
		pen_colour(&pages->pen, COLOUR_FIRST);
		buffer_str(pages->pen.out, buffer_view(&pages->rules));
		buffer_text(pages->pen.out, "f\n");
	}
	content_close(pages);
	pen_end_text(&pages->pen);
}
