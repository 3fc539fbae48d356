/*
 * Outdated words: a year or a date that someone typed in a narrative, and that lies outside the
 * period: 2023-24, "September 2023", 2019. A quotation says what was said, and a law keeps its year
 * ("the Care Standards Act 2000"). What is meant stands within <as-written> … </as-written>.
 */
#ifndef HEARTH_COMPOSE_MARKERS_OUTDATED_H
#define HEARTH_COMPOSE_MARKERS_OUTDATED_H

#include "compose/markers/source.h"

/* Warns of each in a source of the narrative's folder. */
void outdated_check(struct composer *composer, const struct source *source);

#endif
