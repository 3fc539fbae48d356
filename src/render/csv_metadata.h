/*
 * What a CSV file's columns are, as the W3C's "Metadata Vocabulary for Tabular Data" has it (CSV on
 * the Web): data/NAME.csv-metadata.json, which programs look for beside data/NAME.csv.
 */
#ifndef HEARTH_RENDER_CSV_METADATA_H
#define HEARTH_RENDER_CSV_METADATA_H

#include "document/chart.h"

struct csv_about {
	struct str file;     /* "outcomes.csv" */
	struct str language; /* "en-GB" */
	struct str publisher;
};

/* Adds the metadata of what render_table_csv writes of the table. */
void render_table_metadata(struct arena *arena, const struct table *table,
			   const struct csv_about *about, struct buffer *out);

#endif
