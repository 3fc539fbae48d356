/*
 * A paragraph as words and the figures that markers put between them, for what looks at both. Words
 * that a marker chooses from are left out, as is what stands within <as-written>.
 */
#ifndef HEARTH_COMPOSE_MARKERS_PROSE_H
#define HEARTH_COMPOSE_MARKERS_PROSE_H

#include "compose/markers/source.h"

enum { MOST_WORDS = 2000 }; /* of a paragraph: what comes after is not looked at */

enum piece_kind { PIECE_WORD, PIECE_FIGURE, PIECE_LAST_YEAR, PIECE_STOP };

struct saying {
	enum piece_kind kind;
	size_t at, length; /* in the source */
	enum measure_id measure;
};

struct prose {
	struct composer *composer;
	const struct source *source;
	struct saying pieces[MOST_WORDS];
	size_t count;
};

/* A sentence: pieces from one to another. */
struct prose_part {
	size_t from, to;
};

/* Reads these bytes of prose->source. */
void prose_read(struct prose *prose, size_t from, size_t to);
/* Letters of either case are alike; LAST_YEAR is the marker of that name, and "last", too. */
bool prose_is(const struct prose *prose, size_t at, struct str word);
/* Where one of the phrases begins within the span; span.to when none does. *end is behind it. */
size_t prose_find(const struct prose *prose, struct prose_part span, const char *const *phrases,
		  size_t count, size_t *end);

#endif
