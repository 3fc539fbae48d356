/*
 * Descriptions: what a chart shows, in sentences made from its values alone, so that they are true
 * whatever the figures are. Ties are said as ties, one as one, and nothing as nothing.
 */
#ifndef HEARTH_COMPOSE_DATA_DESCRIBE_H
#define HEARTH_COMPOSE_DATA_DESCRIBE_H

#include "compose/data/sketch.h"

/* What the chart shows, in sentences made from its values alone. */
struct str chart_describe(struct arena *arena, const struct chart *chart,
			  const struct chart_context *context);

#endif
