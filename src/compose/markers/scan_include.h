/*
 * Includes: {{>PART_X}}, {{>NARRATIVE_X}} and {{>DOCUMENT_X}} name files.
 */
#ifndef HEARTH_COMPOSE_MARKERS_SCAN_INCLUDE_H
#define HEARTH_COMPOSE_MARKERS_SCAN_INCLUDE_H

#include "compose/markers/scanner.h"

/* {{>NAME}} */
void scan_include(struct scanner *scanner, const struct marker_tag *tag);

/* {{#HAS_NARRATIVE_X}}: whether the year has the file; false when the name is no such section. */
bool scan_narrative_section(struct scanner *scanner, struct str name, struct section *section);

#endif
