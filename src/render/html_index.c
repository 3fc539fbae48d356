/* The page that lists what a pack holds: documents, charts, data, each with its format and size. */
#include "render/html_page.h"

static void add_file(struct page *page, const struct index_file *file)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;

	html_open(html, "li");
	html_open(html, "a");
	html_attribute(html, "href", file->href);
	html_text(html, file->label);
	html_close(html, "a");
	if (file->size > 0) {
		html_text(html, STR(" "));
		html_element(html, "span", "size", html_file_size(arena, file->size));
	}
	html_close(html, "li");
}

static void add_group(struct page *page, const struct index_group *group)
{
	struct html *html = &page->html;

	html_open(html, "section");
	html_class(html, "group");
	html_element(html, "h2", NULL, group->title);
	if (group->summary.length > 0)
		html_element(html, "p", NULL, group->summary);
	html_open(html, "ul");
	html_class(html, group->file_count > 6 ? "files many" : "files");
	for (size_t i = 0; i < group->file_count; i++)
		add_file(page, &group->files[i]);
	html_close(html, "ul");
	html_close(html, "section");
}

static void add_body(struct page *page, const struct index_page *index)
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
	for (size_t i = 0; i < index->group_count; i++)
		if (index->groups[i].file_count > 0)
			add_group(page, &index->groups[i]);
	html_close(html, "main");
	html_close(html, "div");
	html_finish(html);
}

bool render_index(const struct index_page *index, const struct render_options *options,
		  struct buffer *out)
{
	struct buffer body = {0};
	struct page page = {.options = options, .level = 1};
	struct page_head head = {
		.language = index->language,
		.title = index->title,
		.council = index->council,
		.description = str_format(options->arena,
					  "%.*s: every document, with its charts and data.",
					  STR_ARG(index->title)),
		.website = index->website,
		.file = STR("index.html"),
	};

	html_init(&page.html, &body, options->arena);
	add_body(&page, index);

	bool good = html_head(&page, &head, buffer_view(&body), out);

	buffer_str(out, buffer_view(&body));
	html_foot(out);
	buffer_release(&body);
	return good;
}
