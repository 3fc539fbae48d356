/* The input of a year that begins, or of a council that does. */
#ifndef HEARTH_COMMAND_NEW_H
#define HEARTH_COMMAND_NEW_H

#include "command/options.h"

/*
 * `hearth new YEAR`: the front page with all that is to be filled in, last year's narratives with a
 * mark on each, last year's figures in history.xml. `hearth new --council CODE NAME [YEAR]`: the
 * whole input of a council, for the YEAR or the last that has ended. Prints each file made; never
 * writes over one.
 */
enum status new_input(const struct options *options, struct arena *arena);

#endif
