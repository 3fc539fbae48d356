/*
 * Charts and tables as data. Made by compose from the figures, drawn and written by render; a
 * renderer adds nothing to what these say.
 */
#ifndef HEARTH_DOCUMENT_CHART_H
#define HEARTH_DOCUMENT_CHART_H

#include "base/str.h"

enum chart_kind {
	CHART_BARS,    /* parts of a whole, one bar each, largest first unless `ordered` */
	CHART_STACKED, /* each category a bar, its series the parts, counts printed in them */
	CHART_COLUMNS, /* years or ages along the foot; series side by side */
	CHART_DOTS,    /* one row a category, one dot a series (ours, England), values as labels */
	CHART_LINES,   /* years along the foot, one line a series, labelled at its end */
};

struct chart_value {
	bool known;
	double amount;	     /* what the mark's length shows */
	struct str text;     /* as printed beside the mark: "30", "61.4%", an en dash */
	struct str share;    /* "53%" printed quietly behind it; may be empty */
	const char *measure; /* "enquiries.source.internet"; NULL when no measure gave it */
};

struct chart_category {
	struct str label;
	struct chart_value *values; /* one for each series */
	bool rest;		    /* the title speaks of others: drawn in grey */
};

struct chart {
	struct str name; /* "enquiries-by-source": file name and anchor */
	enum chart_kind kind;
	unsigned number;	/* "Figure 3", counted through the document */
	struct str title;	/* says the finding, at most some ten words */
	struct str subtitle;	/* what, where, when, how many */
	struct str description; /* written from the data: largest, smallest, change; always true */
	struct str source;	/* where the figures come from */
	struct str note;	/* may be empty */
	struct str *series;	/* names; one empty name when there is one series */
	size_t series_count;
	struct chart_category *categories;
	size_t category_count;
	struct table *table; /* the data behind it; never NULL */
	bool absent;	     /* none of its figures is available: it is not drawn */
};

struct cell {
	struct str text;
	struct str plain;    /* as CSV writes it: 61.4 for "61.4%", empty for a dash */
	const char *measure; /* NULL when the cell is no figure */
	bool number;	     /* set right-aligned, in tabular figures */
};

struct table {
	struct str name; /* "outcomes": file name and anchor */
	unsigned number; /* "Table 2"; 0 for the table behind a chart, which needs no number */
	struct str caption;
	struct str note;     /* shorthand explained, above the table; may be empty */
	struct str source;   /* may be empty */
	struct str *columns; /* head of each column; the first is the head of the row headers */
	size_t column_count;
	struct cell *cells; /* row_count x column_count; the first of each row is its row header */
	size_t row_count;
	bool total_row; /* the last row is the total: bold */
	bool published; /* declared in data.xml: the pack has it as data/NAME.csv */
};

#endif
