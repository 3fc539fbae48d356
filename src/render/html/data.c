#include "render/html/data.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "render/html/page.h"

#define SECONDS_OF_DAY 86400

static json_t *string_of(struct str text)
{
	return json_stringn(text.at ? text.at : "", text.length);
}

/* Adds a property; one without a value is left out. */
static void add_text(json_t *object, const char *name, struct str value)
{
	if (value.length > 0)
		json_object_set_new(object, name, string_of(value));
}

static json_t *typed(const char *type)
{
	return json_pack("{ss}", "@type", type);
}

static json_t *organisation(struct str name, struct str website)
{
	json_t *object = typed("GovernmentOrganization");

	add_text(object, "name", name);
	add_text(object, "url", website);
	return object;
}

/*
 * Writes the object and lets it go. It stands in a script element, which any "</" would end, so
 * what means something to HTML is written as JSON's escapes; it can only stand within strings.
 */
static void write_and_release(json_t *object, struct buffer *out)
{
	char *text = json_dumps(object, JSON_COMPACT);

	if (!text)
		memory_exhausted();
	for (const char *at = text; *at; at++) {
		if (*at == '<' || *at == '>' || *at == '&')
			buffer_format(out, "\\u%04x", (unsigned)*at);
		else
			buffer_byte(out, *at);
	}
	free(text);
	json_decref(object);
}

static struct str day_of_seconds(struct arena *arena, int64_t seconds)
{
	int64_t days = seconds / SECONDS_OF_DAY - (seconds % SECONDS_OF_DAY < 0);

	return day_iso(arena, (int32_t)days);
}

static const char *media_type(struct str href)
{
	if (str_ends(href, STR(".pdf")))
		return "application/pdf";
	if (str_ends(href, STR(".csv")))
		return "text/csv";
	if (str_ends(href, STR(".epub")))
		return "application/epub+zip";
	return "text/html";
}

static json_t *encodings(const struct render_options *options)
{
	json_t *list = json_array();

	for (size_t i = 0; i < options->download_count; i++) {
		const struct download *download = &options->downloads[i];
		json_t *object = typed("MediaObject");

		add_text(object, "contentUrl", download->href);
		add_text(object, "encodingFormat", str_of(media_type(download->href)));
		add_text(object, "contentSize", str_format(options->arena, "%zu", download->size));
		json_array_append_new(list, object);
	}
	return list;
}

static json_t *dataset(const struct web_page *page, struct str title, struct str about,
		       struct str name)
{
	struct arena *arena = page->options->arena;
	json_t *object = typed("Dataset"), *file = typed("DataDownload");

	add_text(file, "encodingFormat", STR("text/csv"));
	add_text(file, "contentUrl", str_format(arena, "data/%.*s.csv", STR_ARG(name)));
	add_text(object, "name", title);
	add_text(object, "description", about);
	json_object_set_new(object, "creator", organisation(page->document->council, STR("")));
	json_object_set_new(object, "distribution", file);
	return object;
}

static json_t *datasets(const struct web_page *page)
{
	const struct document *document = page->document;
	json_t *list = json_array();

	for (size_t i = 0; i < document->chart_count; i++) {
		const struct chart *chart = document->charts[i];
		struct str about = chart->subtitle.length > 0 ? chart->subtitle : chart->title;

		json_array_append_new(list, dataset(page, chart->title, about, chart->name));
	}
	for (size_t i = 0; i < document->table_count; i++) {
		const struct table *table = document->tables[i];

		if (table->published)
			json_array_append_new(
				list, dataset(page, table->caption, table->caption, table->name));
	}
	return list;
}

/* Adds a list of things, unless it is empty. */
static void add_list(json_t *object, const char *name, json_t *list)
{
	if (json_array_size(list) > 0)
		json_object_set(object, name, list);
	json_decref(list);
}

static json_t *thing(const char *type, struct str name)
{
	json_t *object = json_pack("{ssss}", "@context", "https://schema.org", "@type", type);

	add_text(object, "name", name);
	return object;
}

/* Of an index its documents alone: each says of itself what data it has. */
static json_t *documents(const struct index_page *index)
{
	json_t *list = json_array();

	for (size_t i = 0; i < index->section_count; i++) {
		const struct index_section *section = &index->sections[i];

		for (size_t j = 0; section->look == INDEX_CARDS && j < section->item_count; j++) {
			const struct index_item *item = &section->items[j];
			json_t *object = typed("CreativeWork");

			add_text(object, "url", item->files[0].href);
			add_text(object, "name", item->title);
			add_text(object, "description", item->summary);
			json_array_append_new(list, object);
		}
	}
	return list;
}

void html_index_data(const struct index_page *index, struct buffer *out)
{
	json_t *object = thing("CollectionPage", index->title);

	add_text(object, "inLanguage", index->language);
	json_object_set_new(object, "publisher", organisation(index->council, index->website));
	add_list(object, "hasPart", documents(index));
	write_and_release(object, out);
}

void html_linked_data(struct web_page *page, struct buffer *out)
{
	const struct document *document = page->document;
	json_t *object = thing("Report", document->title);

	add_text(object, "alternateName", document->running);
	add_text(object, "description", document_description(page->options->arena, document));
	add_text(object, "inLanguage", document->language);
	add_text(object, "datePublished", day_of_seconds(page->options->arena, document->created));
	if (document->author.length > 0) {
		json_t *author = typed("Organization");

		add_text(author, "name", document->author);
		json_object_set_new(object, "author", author);
	}
	json_object_set_new(object, "publisher",
			    organisation(document->council, document->website));
	add_list(object, "encoding", encodings(page->options));
	add_list(object, "hasPart", datasets(page));
	write_and_release(object, out);
}
