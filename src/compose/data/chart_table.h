/*
 * The table behind a chart.
 */
#ifndef HEARTH_COMPOSE_DATA_CHART_TABLE_H
#define HEARTH_COMPOSE_DATA_CHART_TABLE_H

#include "compose/data/chart_draft.h"

/* Whether the parts are the whole, so that a row may say so. */
bool draft_is_whole(const struct chart_draft *draft);

/* The table: a row for each category, those left out of the picture too; `whole` adds their sum. */
struct table *draft_table(struct chart_draft *draft, bool whole);

#endif
