/* What a run may do, by what it was asked. */
#ifndef HEARTH_COMMAND_LIMITS_H
#define HEARTH_COMMAND_LIMITS_H

#include "command/options.h"

/*
 * Keeps this process to the folders that the options name (confine.h), for good. Called again, as
 * by a process that builds one of many packs, it is kept to what both allow.
 */
void limit_run(const struct options *options, struct arena *arena);

#endif
