/* The command `build`. */
#ifndef HEARTH_COMMAND_BUILD_H
#define HEARTH_COMMAND_BUILD_H

#include "command/options.h"

/* One council's years, or with --councils the packs of many. */
enum status build_packs(const struct options *options, struct arena *arena);

#endif
