/* Web pages and books' chapters: figures by the measure that their markup names; charts' words. */
#ifndef HEARTH_AUDIT_PAGE_H
#define HEARTH_AUDIT_PAGE_H

#include "audit/sheet.h"

void page_read(struct told *told, const struct sheet *sheets, size_t sheet_count, struct str text,
	       struct str file);

#endif
