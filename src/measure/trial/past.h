/*
 * Years as they were published: how they are kept in the facts, for history.c and sealed.c.
 */
#ifndef HEARTH_MEASURE_TRIAL_PAST_H
#define HEARTH_MEASURE_TRIAL_PAST_H

#include "measure/facts.h"

/* A year without figures; `source` is borrowed. */
struct past_year past_year_new(struct arena *arena, const struct period *period, struct str source);

/*
 * Parses a figure as it was printed: "157", "36%", "61.4", "-3". A percentage's value is given in
 * tenths, a decimal's in thousandths. False when it is no such number.
 */
bool value_parse(struct str text, enum measure_unit unit, int64_t *value);

/* The text to print for what was published: "55" percent as "55%", 83750 as "83,750". */
const char *written_text(struct arena *arena, struct str text, enum measure_unit unit,
			 int64_t value);

/* Keeps a figure as published, with written_text of what was written. */
void past_year_set(struct past_year *year, struct arena *arena, enum measure_id id, int64_t value,
		   struct str written, struct place place);

/* Gives the rates the parts that were published with them; after the last past_year_set. */
void past_year_close(struct past_year *year);

/*
 * Keeps the year where it belongs: earlier ones oldest first, in place of one of the same label;
 * the facts' own year in `published`; later ones nowhere.
 */
void facts_keep_year(struct facts *facts, struct arena *arena, const struct past_year *year);

/* The year before, when it was published; or NULL. */
const struct past_year *facts_last_year(const struct facts *facts);

#endif
