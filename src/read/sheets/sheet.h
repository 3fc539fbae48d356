/*
 * The rows of spreadsheets, whatever the file: CSV in any of the encodings that Excel writes, or an
 * .xlsx workbook. A cell is its text: a date is YYYY-MM-DD, a number as short as it can be written,
 * a formula what it came to when the file was saved. Spaces around it, no-break ones too, are cut.
 */
#ifndef HEARTH_READ_SHEETS_SHEET_H
#define HEARTH_READ_SHEETS_SHEET_H

#include "base/diagnostic.h"

struct sheet_cell {
	struct str text;   /* empty: nothing there */
	bool number;	   /* it was a number without the form of a date: perhaps a date's serial */
	bool trimmed;	   /* spaces were cut */
	const char *fault; /* why it has no value: an error cell, a day that never was; or NULL */
};

struct sheet_row {
	uint32_t number; /* from 1, as the spreadsheet counts */
	const struct sheet_cell *cells;
	size_t count;
};

struct sheet_events {
	/* Whether the sheet is to be read; of CSV its name is empty. */
	bool (*begin)(void *context, struct str name, bool hidden);
	/* A row that holds something; its memory is good until the next. */
	void (*row)(void *context, const struct sheet_row *row);
};

/*
 * Reads every sheet of a file, by what it is. False when it can't be read, which the diagnostics
 * then say; rows told before that were there.
 */
bool sheets_read(struct arena *arena, struct str path, const struct sheet_events *events,
		 void *context, struct diagnostics *diagnostics);

#endif
