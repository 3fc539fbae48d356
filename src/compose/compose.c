/*
 * The composing of a document, step by step: sources are read and checked, expanded, parsed.
 */
#include "compose/compose.h"
#include "compose/markers/sources.h"

#include "base/file.h"
#include "compose/data/data.h"
#include "compose/markdown/markdown.h"
#include "compose/markers/head.h"
#include "compose/names/typeset.h"

static struct str authority_text(struct composer *composer, const char *marker)
{
	const struct symbol *symbol = symbol_lookup(composer->symbols, str_of(marker));

	return symbol ? symbol->text : STR("");
}

static struct document *document_new(struct composer *composer, const char *name)
{
	struct document *document = ARENA_NEW(composer->arena, struct document);

	document->name = str_of(name);
	document->council = authority_text(composer, "AUTHORITY_NAME");
	document->language = authority_text(composer, "AUTHORITY_LANGUAGE");
	document->website = str_format(composer->arena, "https://%.*s",
				       STR_ARG(authority_text(composer, "AUTHORITY_WEBSITE")));
	document->created = composer->options->created;
	return document;
}

/* On the cover, and in what machines are told of the document: that its records are invented. */
static void mark_sample(struct composer *composer, struct document *document)
{
	struct arena *arena = composer->arena;
	struct str notice = typeset_plain(arena, composer->facts->sample);
	struct cover_line *cover = ARENA_ARRAY(arena, document->cover_count + 1, struct cover_line);

	if (!notice.length)
		return;
	cover[0] = (struct cover_line){STR("Sample"),
				       typeset_plain(arena, composer->facts->sample_in_short)};
	for (size_t i = 0; i < document->cover_count; i++)
		cover[i + 1] = document->cover[i];
	document->cover = cover;
	document->cover_count++;
	document->notice = notice;
}

static struct str template_path(const struct composer *composer, const char *name)
{
	return path_join(composer->arena, composer->options->templates,
			 str_format(composer->arena, "%s.md", name));
}

struct document *compose_document(const char *name, const struct facts *facts,
				  const struct compose_options *options)
{
	struct composer composer;
	struct sources sources;
	struct expansion expansion;
	struct data data;
	size_t words;

	composer_init(&composer, facts, options);
	struct document *document = document_new(&composer, name);
	bool declared = data_read(&composer, &data);
	bool checked = sources_read(&sources, &composer, template_path(&composer, name));

	/* A fault in the data must not hide those of the words, which are another writer's. */
	if (!checked || !sources_expand(&sources, &expansion))
		return NULL;
	bool headed = head_read(&expansion, document, &words);

	mark_sample(&composer, document);

	if (!markdown_read(&expansion, words, &data, document) || !headed || !declared)
		return NULL;
	return document;
}

bool compose_data(const struct facts *facts, const struct compose_options *options,
		  struct chart ***charts, size_t *chart_count, struct table ***tables,
		  size_t *table_count)
{
	struct composer composer;
	struct data data;

	composer_init(&composer, facts, options);
	if (!data_read(&composer, &data))
		return false;
	*charts = data.charts;
	*chart_count = data.chart_count;
	*tables = data.tables;
	*table_count = data.table_count;
	return true;
}
