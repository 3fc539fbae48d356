/* Charts as drawings (SVG): the length of a bar is a number, whatever is written beside it. */
#ifndef HEARTH_AUDIT_DRAWING_H
#define HEARTH_AUDIT_DRAWING_H

#include "audit/sheet.h"

/*
 * Measures the bars by those whose number is written beside them, and tells the length of each
 * hidden one. A stub in another pattern than the series' is of one size, and says nothing; stubs of
 * several sizes are measured, too.
 */
void drawing_read(struct told *told, const struct sheet *sheet, struct str text, struct str file);

#endif
