/* The workbook of a pack (XLSX): each sheet as a table, its title in words. */
#ifndef HEARTH_AUDIT_WORKSHEET_H
#define HEARTH_AUDIT_WORKSHEET_H

#include "audit/claim.h"

void worksheets_read(struct told *told, struct str content, struct str file);

#endif
