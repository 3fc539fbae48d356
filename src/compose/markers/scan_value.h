/*
 * The markers that print: figures, facts of authority.xml and report.xml, the words of a row.
 */
#ifndef HEARTH_COMPOSE_MARKERS_SCAN_VALUE_H
#define HEARTH_COMPOSE_MARKERS_SCAN_VALUE_H

#include "compose/markers/scanner.h"

/* {{NAME}} and {{NAME:modifier}}: what it prints; complains of what nothing is called. */
void scan_value(struct scanner *scanner, const struct marker_tag *tag);

#endif
