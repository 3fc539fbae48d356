#include "render/html/data.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/html_escape.h"
#include "render/html/page.h"

#define SECONDS_OF_DAY 86400

static void add_pair(struct buffer *out, const char *name, struct str value)
{
	if (value.length == 0)
		return;
	buffer_format(out, ",\n \"%s\":", name);
	html_escape_json(out, value);
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

static void add_encodings(const struct render_options *options, struct buffer *out)
{
	for (size_t i = 0; i < options->download_count; i++) {
		const struct download *download = &options->downloads[i];

		buffer_text(out, i == 0 ? ",\n \"encoding\":[" : ",\n  ");
		buffer_text(out, "{\"@type\":\"MediaObject\",\"contentUrl\":");
		html_escape_json(out, download->href);
		buffer_format(out, ",\"encodingFormat\":\"%s\",\"contentSize\":\"%zu\"}",
			      media_type(download->href), download->size);
	}
	if (options->download_count > 0)
		buffer_byte(out, ']');
}

static void add_dataset(struct buffer *out, bool first, struct str council, struct str title,
			struct str about, struct str name)
{
	buffer_text(out, first ? ",\n \"hasPart\":[" : ",\n  ");
	buffer_text(out, "{\"@type\":\"Dataset\",\"name\":");
	html_escape_json(out, title);
	buffer_text(out, ",\"description\":");
	html_escape_json(out, about);
	buffer_text(out, ",\"creator\":{\"@type\":\"GovernmentOrganization\",\"name\":");
	html_escape_json(out, council);
	buffer_text(out, "},\"distribution\":{\"@type\":\"DataDownload\",\"encodingFormat\":"
			 "\"text/csv\",\"contentUrl\":\"data/");
	/* A name is a slug; what isn't would be escaped by the quotes it can't have. */
	for (size_t i = 0; i < name.length; i++)
		if (name.at[i] != '"' && name.at[i] != '\\' && name.at[i] != '<')
			buffer_byte(out, name.at[i]);
	buffer_text(out, ".csv\"}}");
}

static void add_datasets(const struct document *document, struct buffer *out)
{
	bool first = true;

	for (size_t i = 0; i < document->chart_count; i++) {
		const struct chart *chart = document->charts[i];

		add_dataset(out, first, document->council, chart->title,
			    chart->subtitle.length > 0 ? chart->subtitle : chart->title,
			    chart->name);
		first = false;
	}
	for (size_t i = 0; i < document->table_count; i++) {
		const struct table *table = document->tables[i];

		if (!table->published)
			continue;
		add_dataset(out, first, document->council, table->caption, table->caption,
			    table->name);
		first = false;
	}
	if (!first)
		buffer_byte(out, ']');
}

static void add_publisher(struct buffer *out, struct str council, struct str website)
{
	buffer_text(out, ",\n \"publisher\":{\"@type\":\"GovernmentOrganization\",\"name\":");
	html_escape_json(out, council);
	if (website.length > 0) {
		buffer_text(out, ",\"url\":");
		html_escape_json(out, website);
	}
	buffer_byte(out, '}');
}

/* Of an index its documents alone: each says of itself what data it has. */
static void add_documents(struct buffer *out, const struct index_section *section)
{
	for (size_t i = 0; i < section->item_count; i++) {
		const struct index_item *item = &section->items[i];

		buffer_text(out, i == 0 ? ",\n \"hasPart\":[" : ",\n  ");
		buffer_text(out, "{\"@type\":\"CreativeWork\",\"url\":");
		html_escape_json(out, item->files[0].href);
		add_pair(out, "name", item->title);
		add_pair(out, "description", item->summary);
		buffer_byte(out, '}');
	}
	if (section->item_count > 0)
		buffer_byte(out, ']');
}

void html_index_data(const struct index_page *index, struct buffer *out)
{
	buffer_text(out, "{\"@context\":\"https://schema.org\",\n \"@type\":\"CollectionPage\"");
	add_pair(out, "name", index->title);
	add_pair(out, "inLanguage", index->language);
	add_publisher(out, index->council, index->website);
	for (size_t i = 0; i < index->section_count; i++)
		if (index->sections[i].look == INDEX_CARDS)
			add_documents(out, &index->sections[i]);
	buffer_byte(out, '}');
}

void html_linked_data(struct web_page *page, struct buffer *out)
{
	const struct document *document = page->document;

	buffer_text(out, "{\"@context\":\"https://schema.org\",\n \"@type\":\"Report\"");
	add_pair(out, "name", document->title);
	add_pair(out, "alternateName", document->running);
	add_pair(out, "description", document->summary);
	add_pair(out, "inLanguage", document->language);
	add_pair(out, "datePublished", day_of_seconds(page->options->arena, document->created));
	if (document->author.length > 0) {
		buffer_text(out, ",\n \"author\":{\"@type\":\"Organization\",\"name\":");
		html_escape_json(out, document->author);
		buffer_byte(out, '}');
	}
	add_publisher(out, document->council, document->website);
	add_encodings(page->options, out);
	add_datasets(document, out);
	buffer_byte(out, '}');
}
