/*
 * Cells and rows of CSV with their places, by libcsv, which knows none: it is fed up to each byte
 * that can end a cell.
 */
#ifndef HEARTH_READ_RETURNS_CSV_H
#define HEARTH_READ_RETURNS_CSV_H

#include <csv.h>

#include "base/str.h"

struct csv_reader {
	struct csv_parser parser;
	void *taker;
	/* A cell, without its quotes; the offset of its first byte. The value is gone afterwards.
	 */
	void (*cell)(void *taker, struct str value, size_t offset);
	void (*row)(void *taker); /* ends */
	size_t offset;		  /* bytes that were pushed */
	size_t cell_start;
	bool told; /* something, of the bytes that are being pushed */
};

void csv_begin(struct csv_reader *csv);
void csv_push(struct csv_reader *csv, struct str bytes);
/* False when a quote, that of the cell at cell_start, was never closed. */
bool csv_end(struct csv_reader *csv);

#endif
