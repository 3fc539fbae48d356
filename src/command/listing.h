/*
 * A year's figures written out: as JSON, as CSV, as text for a terminal. Every writer adds to
 * `out`, in the order of measures.def.
 */
#ifndef HEARTH_COMMAND_LISTING_H
#define HEARTH_COMMAND_LISTING_H

#include "measure/facts.h"

enum listing_format { LISTING_TEXT, LISTING_JSON, LISTING_CSV };

/* In a format (an enum listing_format); text is as wide as the terminal, else 80 columns. */
void figures_write(struct buffer *out, const struct facts *facts, int format);

void figures_write_json(struct buffer *out, const struct facts *facts);
void figures_write_csv(struct buffer *out, const struct facts *facts);

/*
 * Captions, labels and values in columns; from 100 columns on with the measures' names. Labels are
 * broken where there is no room.
 */
void figures_write_text(struct buffer *out, const struct facts *facts, int columns);

#endif
