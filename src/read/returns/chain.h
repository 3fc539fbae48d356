/*
 * The chain of carers: which episodes of a child are with the same carer, and where the chain of
 * its episodes doesn't hold together.
 */
#ifndef HEARTH_READ_RETURNS_CHAIN_H
#define HEARTH_READ_RETURNS_CHAIN_H

#include "read/returns/row.h"

bool return_is_temporary(const struct return_episode *episode);
void returns_number_carers(struct return_child *child);
void returns_check_chain(struct returns *returns, const struct return_child *child);

#endif
