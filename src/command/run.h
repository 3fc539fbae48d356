/*
 * The pipeline on one screen: extracts in, records, figures, documents, pages, pack.
 *
 * A run is one year. Each step needs the one before; a step that finds an error says so in the
 * run's diagnostics and gives false, and nothing is written.
 */
#ifndef HEARTH_COMMAND_RUN_H
#define HEARTH_COMMAND_RUN_H

#include "command/options.h"
#include "compose/compose.h"
#include "measure/facts.h"
#include "measure/trial/records_check.h"
#include "publish/pack.h"
#include "read/extract.h"
#include "render/format.h"

struct run {
	const struct options *options;
	struct arena arena;
	struct diagnostics diagnostics;
	struct period period;
	struct str folder; /* input/2024-25 */
	struct extract extract;
	struct facts facts;
	struct record_quality quality; /* what records say of each other, counted by kind */
	struct document
		*documents[DOCUMENT_COUNT]; /* in the order of document_names, once composed */
	size_t document_count;
	struct map narratives; /* the paths of those that documents name */
	struct faces *faces;   /* what its documents are set in */
	struct pack pack;
};

void run_init(struct run *run, const struct options *options, const struct period *period);
void run_release(struct run *run);

/* Authority and extracts to figures: all that `measures` needs. */
bool run_measure(struct run *run);
/* What the figures are compared with: earlier years, benchmarks. Either may be missing. */
bool run_compare(struct run *run);
/* The year's front page, report.xml, against the year. */
bool run_front(struct run *run);
/* All of these, reconciled. */
bool run_read(struct run *run);
/* The same, and every document composed, so that what is wrong in the words shows, too. */
bool run_check(struct run *run);
/* The document of that name alone, composed. */
struct document *run_compose(struct run *run, const char *name);
/* A document in a format; the bytes are added to `out`. */
bool run_render(struct run *run, const struct document *document, const struct format *format,
		struct buffer *out);
/* What composing and rendering are told of the run; a file of the input's folder. */
struct compose_options run_words(struct run *run);
struct render_options run_look(struct run *run);
struct str run_input(struct run *run, const char *name);

#endif
