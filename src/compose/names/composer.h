/*
 * What all parts of composing share while one document is made. Only compose/ uses it, beside the
 * options, which a run gives.
 */
#ifndef HEARTH_COMPOSE_NAMES_COMPOSER_H
#define HEARTH_COMPOSE_NAMES_COMPOSER_H

#include "base/map.h"
#include "measure/facts.h"

struct symbols;

/* What composing is told of a run. */
struct compose_options {
	struct arena *arena;
	struct str templates;	   /* folder */
	struct str narrative;	   /* folder input/YEAR/narrative */
	struct str last_narrative; /* the same of the year before; empty: not to be compared */
	int64_t created;	   /* seconds since 1970 */
	struct diagnostics *diagnostics;
	struct map *named; /* gets the path of each narrative that is named; or NULL */
};

struct composer {
	struct arena *arena;
	const struct facts *facts;
	const struct compose_options *options;
	struct symbols *symbols; /* the markers that there are */
	struct map said;	 /* every diagnostic given so far, those of former documents too */
	size_t errors;		 /* this document's, given before or not */
};

void composer_init(struct composer *composer, const struct facts *facts,
		   const struct compose_options *options);

/*
 * Adds a diagnostic once: documents share their parts, and a fault in a shared part is one fault.
 * `first` and `second` are the arguments of the row's text; `source` is the line at fault or empty.
 */
void composer_complain(struct composer *composer, enum diagnostic_id id, struct place place,
		       struct str source, struct str first, struct str second);
/* The same for TEMPLATE_ERROR, whose text is made here. */
__attribute__((format(printf, 4, 5))) void composer_complain_text(struct composer *composer,
								  struct place place,
								  struct str source,
								  const char *format, ...);

#endif
