/*
 * Several returns as one: of rows that speak of the same, the one that counts.
 */
#ifndef HEARTH_READ_RETURNS_MERGE_H
#define HEARTH_READ_RETURNS_MERGE_H

#include "read/returns/row.h"

/* Sets each child's header, chain and leaver. */
void returns_merge(struct returns *returns);

#endif
