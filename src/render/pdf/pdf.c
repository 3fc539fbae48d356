#include "render/pdf/pdf.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "render/pdf/file/assemble.h"
#include "render/pdf/layout/blocks.h"
#include "render/pdf/layout/contents.h"
#include "render/pdf/layout/cover.h"
#include "render/pdf/layout/cut.h"
#include "render/pdf/layout/linebreak.h"

/* All that one rendering holds; released together. */
struct rendering {
	struct arena *arena;
	const struct document *document;
	const struct page_style *style;
	struct typesetter setter;
	struct font_set fonts;
	struct inks inks;
	struct layout layout;
	struct pages pages;
	struct writer writer;
	struct tag *contents; /* the section that holds them */
	struct flow cover, front, body;
	struct cuts front_cuts, body_cuts;
	struct str icc;
};

static bool rendering_open(struct rendering *r, const struct render_options *options,
			   struct str *why)
{
	struct str path = path_join(options->arena, options->faces->folder, STR("sRGB.icc"));

	if (!files_read(options->arena, path, &r->icc, why)) {
		*why = str_format(options->arena, "%.*s: %.*s", STR_ARG(path), STR_ARG(*why));
		return false;
	}
	if (!faces_ready(options->faces, FACE_FALLBACK, why))
		return false;
	if (!writer_open(&r->writer, options->arena)) {
		*why = STR("libharu could not be started");
		return false;
	}
	return true;
}

static void rendering_release(struct rendering *r)
{
	drawings_release(r->layout.drawings);
	pages_release(&r->pages);
	writer_release(&r->writer);
	font_set_release(&r->fonts);
	typesetter_release(&r->setter);
}

/* The widest number of a paragraph decides how far numbers stand out; they never leave the page. */
static double numbers_hang(struct layout *layout)
{
	const struct node *top = layout->document->root;
	double widest = MILLIMETRES(8);

	for (const struct node *node = node_after(top, top); node; node = node_after(node, top)) {
		if (node->kind != NODE_PARAGRAPH || node->paragraph.number.length == 0)
			continue;
		double width = paragraph_natural(
			text_plain(layout->setter, ROLE_NUMBER, node->paragraph.number, NULL));

		widest = width > widest ? width : widest;
	}
	double most = layout->style->left - MILLIMETRES(6);

	return widest + 10 < most ? widest + 10 : most;
}

/* The contents, with the number of the body's first page; into `parent`. */
static void contents_attempt(struct rendering *r, struct tag *parent, size_t first)
{
	struct tag *toc = element_inline(r->arena, parent, "TOC");

	r->front = (struct flow){.arena = r->arena};
	layout_contents(&r->layout, &r->front, toc, &r->body_cuts, first);
	r->front_cuts = flow_cut(&r->front, page_style_height(r->style));
}

/*
 * The contents are laid out twice: to know how many pages they take, then with the numbers of the
 * pages that follow.
 */
static void lay_out_contents(struct rendering *r)
{
	struct tag *attempt = element_inline(r->arena, NULL, "Sect");

	if (r->layout.heading_count < 3 || r->document->coverless)
		return;
	contents_attempt(r, attempt, 1);
	contents_attempt(r, r->contents, 2 + r->front_cuts.count);
}

static void lay_out(struct rendering *r)
{
	struct layout *layout = &r->layout;
	struct tag *cover;

	layout->arena = r->arena;
	layout->setter = &r->setter;
	layout->inks = r->inks;
	layout->style = r->style;
	layout->document = r->document;
	map_init(&layout->targets, r->arena);
	r->cover.arena = r->front.arena = r->body.arena = r->arena;
	struct tag *top = element_inline(r->arena, NULL, "Document");

	cover = element_new(r->arena, top, "Sect");
	r->contents = element_new(r->arena, top, "Sect");
	layout->root = cover;
	if (!r->document->coverless)
		layout_cover(layout, &r->cover);
	layout->root = top;
	if (r->document->coverless)
		layout_band(layout, &r->body);
	layout->hang = numbers_hang(layout);
	layout_blocks(layout, &r->body);
	r->body_cuts = flow_cut(&r->body, page_style_height(r->style));
	lay_out_contents(r);
}

static struct paragraph *running_text(struct rendering *r, struct str text)
{
	struct paragraph *paragraph = text_plain(&r->setter, ROLE_RUNNING, text, NULL);

	paragraph_break(&r->setter, paragraph, page_style_width(r->style));
	return paragraph;
}

static void draw_pages(struct rendering *r, const struct flow *flow, const struct cuts *cuts)
{
	for (size_t i = 0; i < cuts->count; i++) {
		size_t to = i + 1 < cuts->count ? cuts->starts[i + 1] : flow->count;

		page_begin(&r->pages);
		page_slabs(&r->pages, flow, cuts->starts[i], to, r->style->top);
		page_end(&r->pages, running_text(r, str_format(r->arena, "%zu", r->pages.count)));
	}
}

static void draw(struct rendering *r)
{
	struct running running = {
		.head_left = running_text(r, r->document->council),
		.head_right = running_text(r, r->document->running),
		.foot_left = running_text(r, r->document->subtitle),
	};

	/* when both don't fit side by side, the document's name is the one that is needed */
	if (running.head_left->width + running.head_right->width + 24 > page_style_width(r->style))
		running.head_left = NULL;
	pages_init(&r->pages, &r->setter, r->inks);
	if (!r->document->coverless) {
		page_begin(&r->pages);
		page_slabs(&r->pages, &r->cover, 0, r->cover.count, 0);
		page_end(&r->pages, NULL);
	}
	draw_pages(r, &r->front, &r->front_cuts);
	draw_pages(r, &r->body, &r->body_cuts);
	pages_running(&r->pages, &running);
}

static bool save(struct rendering *r, struct buffer *out, struct str *why)
{
	struct pdf pdf = {
		.document = r->document,
		.style = r->style,
		.faces = r->setter.faces,
		.fonts = &r->fonts,
		.pages = &r->pages,
		.root = r->layout.root,
		.headings = r->layout.headings,
		.heading_count = r->layout.heading_count,
		.targets = &r->layout.targets,
		.icc = r->icc,
		.contents = r->layout.contents,
	};

	return pdf_assemble(&r->writer, &pdf, out, why);
}

bool render_pdf(const struct document *document, const struct render_options *options,
		struct buffer *out)
{
	struct rendering r = {.arena = options->arena, .document = document};
	struct str why = {0};
	size_t before = out->length;

	r.style = page_style_of(options->edition);
	r.inks = (struct inks){&r.fonts, options->edition == EDITION_PLAIN};
	bool done = rendering_open(&r, options, &why);

	if (done) {
		typesetter_init(&r.setter, options->arena, options->faces, r.style);
		font_set_init(&r.fonts, options->arena);
		r.setter.diagnostics = options->diagnostics;
		lay_out(&r);
		draw(&r);
		why = faces_fault(options->faces);
		done = !r.setter.failed && !why.length && save(&r, out, &why);
		rendering_release(&r);
	}
	if (!done && why.length > 0 && options->diagnostics)
		diagnostic_add(options->diagnostics, DIAGNOSTIC_PDF_FAILED,
			       (struct place){.file = document->name}, STR_ARG(why));
	if (!done && out->length > before)
		out->length = before;
	return done;
}
