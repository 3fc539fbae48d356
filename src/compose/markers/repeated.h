/*
 * Repeated words: a paragraph or point of a narrative that stands word for word in the same file of
 * the year before. Headings, and what has but a few words, are passed over.
 *
 * What is meant to stay says so, for this year alone: a line {{! still so in 2025-26 }} above a
 * paragraph, or with an empty line behind it for the whole file.
 */
#ifndef HEARTH_COMPOSE_MARKERS_REPEATED_H
#define HEARTH_COMPOSE_MARKERS_REPEATED_H

#include "compose/markers/source.h"

/* Warns of each in a source of the narrative's folder. */
void repeated_check(struct composer *composer, const struct source *source);

#endif
