/* The commands about finished packs: seal and verify. */
#ifndef HEARTH_COMMAND_PACKS_H
#define HEARTH_COMMAND_PACKS_H

#include "command/options.h"

enum status seal_packs(const struct options *options, struct arena *arena);
enum status verify_packs(const struct options *options, struct arena *arena);

#endif
