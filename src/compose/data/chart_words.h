/*
 * A chart's title, which says the finding, and its other words.
 */
#ifndef HEARTH_COMPOSE_DATA_CHART_WORDS_H
#define HEARTH_COMPOSE_DATA_CHART_WORDS_H

#include "compose/data/chart_draft.h"

/* Whether a series is an area's published figures. */
bool draft_has_areas(const struct chart_draft *draft);

/* The words of the largest and the smallest of the first series. */
struct chart_words draft_words(const struct chart_draft *draft);
/* Title, subtitle, note, source. */
void draft_finish_words(struct chart_draft *draft, const struct chart_words *words);

#endif
