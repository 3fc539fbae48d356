/* The parts of a workbook that its sheets refer to: what sheets there are, shared texts, date
 * forms. */
#ifndef HEARTH_READ_SHEETS_WORKBOOK_PARTS_H
#define HEARTH_READ_SHEETS_WORKBOOK_PARTS_H

#include <libxml/xmlreader.h>
#include <zip.h>

#include "base/str.h"

struct workbook_sheet {
	struct str name, relation;
	struct str part; /* "xl/worksheets/sheet1.xml" */
	bool hidden;
};

struct workbook {
	struct arena *arena;
	zip_t *zip;
	struct workbook_sheet *sheets;
	size_t sheet_count, sheet_capacity;
	bool since_1904;
	struct str *texts; /* shared strings */
	size_t text_count, text_capacity;
	bool *dates; /* by style: the form of a date */
	size_t style_count, style_capacity;
};

/* A part to be read element by element; NULL when there is none. Closed by workbook_close_part. */
xmlTextReaderPtr workbook_open_part(struct workbook *workbook, const char *name);
void workbook_close_part(xmlTextReaderPtr reader);

/* Steps to the next start or end of an element, or text; false at the end, or after a fault. */
bool workbook_next(xmlTextReaderPtr reader);
bool is_element(xmlTextReaderPtr reader, const char *name);
bool is_end(xmlTextReaderPtr reader, const char *name);
/* The attribute's value; empty without it. */
struct str attribute_of(struct arena *arena, xmlTextReaderPtr reader, const char *name);

/* Reads what the sheets refer to. False when the file is no workbook, or broken. */
bool workbook_read_parts(struct workbook *workbook);

#endif
