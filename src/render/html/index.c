#include "render/html/index.h"
#include "base/address.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/files.h"
#include "base/html_escape.h"
#include "render/html/chart.h"
#include "render/html/data.h"
#include "render/html/head.h"
#include "render/html/heading.h"
#include "render/html/html.h"
#include "render/html/nodes.h"
#include "render/html/page.h"
#include "render/type/web_font.h"

/* "Web page": as a label begins a line. */
static struct str as_label(struct arena *arena, struct str label)
{
	if (label.length == 0 || label.at[0] < 'a' || label.at[0] > 'z')
		return label;
	return str_format(arena, "%c%.*s", label.at[0] - 'a' + 'A',
			  STR_ARG(str_slice(label, 1, label.length)));
}

/* The link says what it leads to also when it is read without what stands around it. */
static void add_file(struct web_page *page, const struct index_file *file, struct str title)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;

	html_open(html, "li");
	html_open(html, "a");
	html_attribute(html, "href", file->href);
	html_text(html, as_label(arena, file->label));
	html_element(html, "span", "unseen", str_format(arena, ": %.*s", STR_ARG(title)));
	html_close(html, "a");
	if (file->size > 0) {
		html_text(html, STR(" "));
		html_element(html, "span", "size", html_file_size(arena, file->size));
	}
	html_close(html, "li");
}

static void add_files(struct web_page *page, const struct index_item *item)
{
	html_open(&page->html, "ul");
	html_class(&page->html, "files");
	for (size_t i = 0; i < item->file_count; i++)
		add_file(page, &item->files[i], item->title);
	html_close(&page->html, "ul");
}

static void add_card(struct web_page *page, const struct index_item *item)
{
	struct html *html = &page->html;

	html_element(html, "h3", NULL, item->title);
	if (item->summary.length > 0)
		html_element(html, "p", NULL, item->summary);
	add_files(page, item);
}

/* The title says what the picture shows, and the CSV has all that it shows. */
static void add_picture(struct web_page *page, const struct index_item *item)
{
	struct html *html = &page->html;

	html_element(html, "h3", NULL, item->title);
	if (item->summary.length > 0)
		html_element(html, "p", "subtitle", item->summary);
	if (item->chart)
		html_chart_picture(page, item->chart);
	add_files(page, item);
}

static void add_line(struct web_page *page, const struct index_item *item)
{
	html_element(&page->html, "span", "name", item->title);
	add_files(page, item);
}

static void add_title_link(struct web_page *page, const struct index_item *item)
{
	struct html *html = &page->html;

	html_open(html, "a");
	html_attribute(html, "href", item->files[0].href);
	html_text(html, item->title);
	html_close(html, "a");
}

static const struct {
	const char *class;
	void (*add)(struct web_page *, const struct index_item *);
} looks[] = {
	[INDEX_CARDS] = {"cards", add_card},
	[INDEX_GALLERY] = {"gallery", add_picture},
	[INDEX_LIST] = {"lines", add_line},
	[INDEX_LINKS] = {"links", add_title_link},
};

static void add_section(struct web_page *page, const struct index_section *section)
{
	struct html *html = &page->html;

	html_open(html, "section");
	html_class(html, "section");
	html_heading(page, 2, str_slug(page->options->arena, section->title), section->title);
	if (section->summary.length > 0)
		html_element(html, "p", NULL, section->summary);
	html_open(html, "ul");
	html_class(html, looks[section->look].class);
	for (size_t i = 0; i < section->item_count; i++) {
		html_open(html, "li");
		looks[section->look].add(page, &section->items[i]);
		html_close(html, "li");
	}
	html_close(html, "ul");
	html_close(html, "section");
}

/* How the documents can be used, in the words of templates/about.html, and whom to tell. */
static void add_about(struct web_page *page, const struct index_page *index, struct str about)
{
	struct html *html = &page->html;

	html_open(html, "section");
	html_class(html, "section about");
	html_raw(html, str_terminated(page->options->arena, about));
	if (link_is_safe(index->website)) {
		html_open(html, "p");
		html_open(html, "a");
		html_attribute(html, "href", index->website);
		html_text(html, STR("The service\xe2\x80\x99s pages"));
		html_close(html, "a");
		html_close(html, "p");
	}
	html_close(html, "section");
}

static void add_body(struct web_page *page, const struct index_page *index, struct str about)
{
	struct html *html = &page->html;

	html_skip_link(html);
	html_open(html, "header");
	html_class(html, "masthead");
	html_open(html, "div");
	html_class(html, "width");
	html_masthead(html, index->council, index->title, index->subtitle);
	html_close(html, "div");
	html_close(html, "header");
	html_open(html, "div");
	html_class(html, "width index");
	html_open(html, "main");
	html_attribute(html, "id", STR("main"));
	html_attribute(html, "tabindex", STR("-1"));
	if (index->notice.length) {
		html_open(html, "p");
		html_class(html, "notice");
		html_text(html, index->notice);
		html_close(html, "p");
	}
	if (index->headlines)
		html_nodes(page, index->headlines);
	for (size_t i = 0; i < index->section_count; i++)
		if (index->sections[i].item_count > 0)
			add_section(page, &index->sections[i]);
	add_about(page, index, about);
	html_close(html, "main");
	html_close(html, "div");
	html_finish(html);
}

static struct page_head head_of(const struct index_page *index, struct arena *arena)
{
	return (struct page_head){
		.language = index->language,
		.title = index->title,
		.council = index->council,
		.description =
			str_format(arena, "%.*s: every document, with its charts and data.%s%.*s",
				   STR_ARG(index->title), index->notice.length ? " " : "",
				   STR_ARG(index->notice)),
		.website = index->website,
		.file = STR("index.html"),
	};
}

bool render_index(const struct index_page *index, const struct render_options *options,
		  struct buffer *out)
{
	struct str path = path_join(options->arena, options->templates, STR("about.html"));
	struct page_head head = head_of(index, options->arena);
	struct web_page page = {.options = options, .level = 1};
	struct buffer body = {0}, data = {0};
	struct str about, why = STR("");

	if (!files_read(options->arena, path, &about, &why))
		return html_unreadable(options, path, why);
	if (!faces_ready(options->faces, WEB_FACES, &why))
		return html_unreadable(options, options->faces->folder, why);
	html_init(&page.html, &body, options->arena);
	add_body(&page, index, about);

	html_index_data(index, &data);
	head.data = buffer_view(&data);

	bool good = html_head(&page, &head, buffer_view(&body), out);

	buffer_str(out, buffer_view(&body));
	html_foot(out);
	buffer_release(&body);
	buffer_release(&data);
	return good;
}
