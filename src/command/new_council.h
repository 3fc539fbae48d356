/* The input of a council that starts. */
#ifndef HEARTH_COMMAND_NEW_COUNCIL_H
#define HEARTH_COMMAND_NEW_COUNCIL_H

#include "command/new_files.h"
#include "compose/needs.h"

/* All that the templates ask for, empty. */
void make_council(struct making *making, const struct needs *needs);

#endif
