/*
 * What returns say, as records: a child with its episodes, its leavings and its permanence, and a
 * Staying Put for each care leaver who lives with former foster carers.
 */
#ifndef HEARTH_READ_RETURN_RECORDS_H
#define HEARTH_READ_RETURN_RECORDS_H

#include "read/record.h"
#include "read/returns/row.h"

struct record *return_child_record(struct arena *arena, const struct return_child *child);
/* NULL when there is none. */
struct record *return_staying_put_record(struct arena *arena, const struct return_child *child);

#endif
