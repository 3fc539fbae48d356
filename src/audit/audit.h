/*
 * The proof: finished packs, attacked from their bytes alone.
 *
 * Read are figures.json, the tables (CSV and XLSX) and their metadata, web pages and books (figures
 * by the measure that their markup names; titles, descriptions and labels of charts), and the
 * lengths of bars (SVG). Not read are the PDFs and pictures, which are made of the same documents.
 */
#ifndef HEARTH_AUDIT_AUDIT_H
#define HEARTH_AUDIT_AUDIT_H

#include "audit/attack.h"

struct audit_file {
	struct str name, content; /* "data/places.csv" */
};

struct audit_pack {
	struct str folder; /* for messages */
	const struct audit_file *files;
	size_t file_count;
};

/* Attacks the packs together. False with *why when one can't be read. */
bool audit_packs(struct attack *attack, struct arena *arena, const struct audit_pack *packs,
		 size_t count, struct str *why);

/* How many of the intervals are narrower than promised. */
size_t audit_narrow(const struct attack *attack, int64_t threshold);

/* A line for each hidden figure, and how many are narrower than promised. */
void audit_describe(struct buffer *out, const struct attack *attack, int64_t threshold);

#endif
