/* Where a measure is printed: for `explain`. */
#ifndef HEARTH_COMPOSE_PRINTED_H
#define HEARTH_COMPOSE_PRINTED_H

#include "document/document.h"

/*
 * The sections of the document in which the measure's figure stands, one a line: "Fostering
 * annual report, 7.4 Enquiries: text, figure 7". Tables of definitions, which have every
 * figure, are left out. Empty when it stands nowhere.
 */
struct str printed_where(struct arena *arena, const struct document *document, const char *measure);

#endif
