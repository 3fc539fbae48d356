/*
 * Expansion: from checked sources to one Markdown text, in which every printed value is a mark
 * (U+E000 number U+E001), so that no value is ever read as Markdown.
 */
#ifndef HEARTH_COMPOSE_MARKERS_EXPAND_H
#define HEARTH_COMPOSE_MARKERS_EXPAND_H

#include "compose/markers/source.h"

/* What one marker printed, once. */
struct print {
	bool is_figure;
	bool is_address; /* its "; " part lines */
	struct str text;
	struct str value;    /* figure */
	const char *measure; /* figure */
	struct place place;
};

struct expansion {
	struct composer *composer;
	struct str text;
	struct place *lines; /* where each line of `text` was written */
	size_t line_count;
	struct print *prints;
	size_t print_count, print_capacity;
};

/* False (after an error) when there is more of it than any report could be. */
bool sources_expand(const struct sources *sources, struct expansion *expansion);

/* Where a line of the text, from 1, was written. */
struct place expansion_place(const struct expansion *expansion, int line);
/*
 * The next piece of `text` from *at on: a run of plain text in *plain and NULL, or what a marker
 * printed. *plain is empty and NULL given at the end.
 */
const struct print *expansion_next(const struct expansion *expansion, struct str text, size_t *at,
				   struct str *plain);
/* The text with the values in it: for titles and addresses, where nothing is marked up. */
struct str expansion_plain(const struct expansion *expansion, struct str text);

#endif
