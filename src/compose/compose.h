/*
 * Composing: templates and this year's words in, documents out. Every marker, chart and include is
 * looked up before anything is rendered; what isn't known is an error at its place.
 */
#ifndef HEARTH_COMPOSE_COMPOSE_H
#define HEARTH_COMPOSE_COMPOSE_H

#include "compose/names/composer.h"
#include "compose/names/documents.h"
#include "document/document.h"

/* Composes the document `name` ("annual-report"); NULL when there were errors. */
struct document *compose_document(const char *name, const struct facts *facts,
				  const struct compose_options *options);

/* Every chart and table that templates declare, drawn from the facts: for charts/ and data/. */
bool compose_data(const struct facts *facts, const struct compose_options *options,
		  struct chart ***charts, size_t *chart_count, struct table ***tables,
		  size_t *table_count);

#endif
