#include <string.h>

#include "base/buffer.h"
#include "base/html_escape.h"
#include "render/epub/chapters.h"
#include "render/epub/epub.h"
#include "render/epub/package.h"
#include "render/epub/pages.h"
#include "render/html/contents.h"
#include "render/html/head.h"
#include "render/html/html.h"
#include "render/html/nodes.h"

#define CONTENTS_DEEPEST 4

static void add_head(const struct book *book, struct str title, struct buffer *out)
{
	struct buffer language = {0};

	html_escape_attribute(&language, book->document->language);
	buffer_format(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
		      "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
		      "xmlns:epub=\"http://www.idpf.org/2007/ops\" "
		      "lang=\"%.*s\" xml:lang=\"%.*s\">\n<head>\n<title>",
		      STR_ARG(buffer_view(&language)), STR_ARG(buffer_view(&language)));
	html_escape_text(out, title);
	buffer_text(out, "</title>\n<link rel=\"stylesheet\" type=\"text/css\" "
			 "href=\"style.css\"/>\n</head>\n<body>\n");
	buffer_release(&language);
}

/* Adds the file whose body was written into page->html.out, and clears that. */
static struct book_file *finish(struct book *book, struct web_page *page, const char *id,
				struct str title)
{
	struct buffer *body = page->html.out, whole = {0};
	const char *name = str_format(book->arena, "%s.xhtml", id).at;

	html_finish(&page->html);
	add_head(book, title, &whole);
	buffer_str(&whole, buffer_view(body));
	html_foot(&whole);
	buffer_str(&book->text, buffer_view(body));
	buffer_clear(body);

	struct book_file *file = book_add(book, id, name, "application/xhtml+xml",
					  str_copy(book->arena, buffer_view(&whole)));

	file->read = true;
	buffer_release(&whole);
	return file;
}

static void add_title_page(struct book *book, struct web_page *page)
{
	const struct document *document = book->document;
	struct html *html = &page->html;

	html_open(html, "section");
	html_class(html, "title-page");
	html_attribute(html, "epub:type", STR("titlepage"));
	html_open(html, "header");
	html_masthead(html, document->council, document->title, document->subtitle);
	html_close(html, "header");
	html_front(page);
}

static struct str begin_chapter(struct web_page *page, const struct chapter *chapter)
{
	struct html *html = &page->html;
	const struct node *heading = chapter->first;

	html_open(html, "section");
	if (heading->heading.level <= 2) {
		html_attribute(html, "epub:type", STR("chapter"));
		html_attribute(html, "role", STR("doc-chapter"));
	}
	if (heading->heading.id.length > 0)
		html_attribute(html, "aria-labelledby", heading->heading.id);
	return node_text(page->options->arena, heading);
}

static void add_chapter(struct book *book, struct web_page *page, const struct chapter *chapter)
{
	struct str title = book->document->title;

	book->current = chapter;
	if (chapter == book->chapters)
		add_title_page(book, page);
	else
		title = begin_chapter(page, chapter);
	for (const struct node *node = chapter->first; node && node != chapter->end;
	     node = node->next)
		html_nodes(page, node);
	html_close(&page->html, "section");

	bool drawn = strstr(page->html.out->at, "<svg ") != NULL;

	finish(book, page, chapter->id, title)->properties = drawn ? "svg" : NULL;
	book->current = NULL;
}

static void add_landmark(struct html *html, const char *type, const char *target, const char *text)
{
	html_open(html, "li");
	html_open(html, "a");
	html_attribute(html, "epub:type", str_of(type));
	html_attribute(html, "href", str_of(target));
	html_text(html, str_of(text));
	html_close(html, "a");
	html_close(html, "li");
}

/* For the programs that read: where to begin, and where the contents are. */
static void add_landmarks(struct book *book, struct html *html)
{
	html_open(html, "nav");
	html_attribute(html, "epub:type", STR("landmarks"));
	html_attribute(html, "hidden", STR("hidden"));
	html_element(html, "h2", NULL, STR("Landmarks"));
	html_open(html, "ol");
	add_landmark(html, "titlepage", "title.xhtml", "Title page");
	add_landmark(html, "toc", "nav.xhtml#contents", "Contents");
	if (book->chapter_count > 1)
		add_landmark(html, "bodymatter", "chapter-1.xhtml", "Beginning of the text");
	html_close(html, "ol");
	html_close(html, "nav");
}

static void add_contents(struct book *book, struct web_page *page)
{
	html_contents(page, CONTENTS_DEEPEST);
	add_landmarks(book, &page->html);
	finish(book, page, "nav", STR("Contents"))->properties = "nav";
}

void book_write(struct book *book, const struct render_options *options)
{
	struct buffer body = {0};
	struct web_page page = {.document = book->document,
				.options = options,
				.level = 1,
				.book = book,
				.book_target = epub_target};

	html_init(&page.html, &body, options->arena);
	page.html.xml = true;
	for (size_t i = 0; i < book->chapter_count; i++) {
		add_chapter(book, &page, &book->chapters[i]);
		if (i == 0)
			add_contents(book, &page);
	}
	buffer_release(&body);
}
