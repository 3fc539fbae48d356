/* The page that lists what a pack holds: documents, charts, data, each with its format and size. */
#include "base/file.h"
#include "render/html_escape.h"
#include "render/html_page.h"

/* "Enquiries by source (CSV)" is a name and a format; "PDF" is a format alone. */
static struct str name_of(struct str label)
{
	size_t at = label.length;

	if (!str_ends(label, STR(")")))
		return STR("");
	while (at > 0 && label.at[at - 1] != '(')
		at--;
	return at > 1 ? str_slice(label, 0, at - 1) : STR("");
}

static struct str format_of(struct arena *arena, struct str label)
{
	struct str name = name_of(label), format = label;

	if (name.length > 0)
		return str_slice(label, name.length + 1, label.length - 1);
	format = str_copy(arena, label);
	if (format.length > 0 && format.at[0] >= 'a' && format.at[0] <= 'z')
		format = str_format(arena, "%c%.*s", format.at[0] - 'a' + 'A',
				    STR_ARG(str_slice(format, 1, format.length)));
	return format;
}

/* The link says what it leads to also when it is read without what stands around it. */
static void add_link(struct page *page, const struct index_file *file, struct str name)
{
	struct html *html = &page->html;
	struct arena *arena = page->options->arena;

	html_open(html, "span");
	html_class(html, "file");
	html_open(html, "a");
	html_attribute(html, "href", file->href);
	html_text(html, format_of(arena, file->label));
	html_element(html, "span", "unseen", str_format(arena, ": %.*s", STR_ARG(name)));
	html_close(html, "a");
	if (file->size > 0) {
		html_text(html, STR(" "));
		html_element(html, "span", "size", html_file_size(arena, file->size));
	}
	html_close(html, "span");
	html_text(html, STR(" "));
}

/* One item for all formats of one thing, which follow each other; gives the next file's index. */
static size_t add_item(struct page *page, const struct index_group *group, size_t first)
{
	struct html *html = &page->html;
	struct str name = name_of(group->files[first].label);
	size_t i = first;

	html_open(html, "li");
	if (name.length > 0) {
		html_element(html, "span", "name", str_trim(name));
		html_text(html, STR(" "));
	}
	do {
		add_link(page, &group->files[i], name.length > 0 ? str_trim(name) : group->title);
		i++;
	} while (i < group->file_count && name.length > 0 &&
		 str_equal(name_of(group->files[i].label), name));
	html_close(html, "li");
	return i;
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
	html_class(html, name_of(group->files[0].label).length > 0 ? "files named" : "files");
	for (size_t i = 0; i < group->file_count;)
		i = add_item(page, group, i);
	html_close(html, "ul");
	html_close(html, "section");
}

/* How the documents can be used, in the words of templates/about.html, and whom to tell. */
static void add_about(struct page *page, const struct index_page *index, struct str about)
{
	struct html *html = &page->html;

	html_open(html, "section");
	html_class(html, "group");
	html_raw(html, str_terminated(page->options->arena, about));
	if (html_link_is_safe(index->website)) {
		html_open(html, "p");
		html_open(html, "a");
		html_attribute(html, "href", index->website);
		html_text(html, STR("The service\xe2\x80\x99s pages"));
		html_close(html, "a");
		html_close(html, "p");
	}
	html_close(html, "section");
}

static void add_body(struct page *page, const struct index_page *index, struct str about)
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
	add_about(page, index, about);
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

	struct str path = path_join(options->arena, options->templates, STR("about.html"));
	struct str about, why = STR("");

	if (!file_read(options->arena, path, &about, &why))
		return html_unreadable(options, path, why);
	html_init(&page.html, &body, options->arena);
	add_body(&page, index, about);

	bool good = html_head(&page, &head, buffer_view(&body), out);

	buffer_str(out, buffer_view(&body));
	html_foot(out);
	buffer_release(&body);
	return good;
}
