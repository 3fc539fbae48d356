/* The command `build --councils`: a process for each pack, as many at once as there are cores. */
#ifndef HEARTH_COMMAND_POOL_H
#define HEARTH_COMMAND_POOL_H

#include "command/options.h"

/*
 * Builds what plan_make() lists. Each pack has a process of its own, kept to its council's folders:
 * the program's notes of what it read are of one run, and what goes wrong with one council, be it
 * memory, stops no other. What it said is kept beside its place
 * (packs/E06000016/2024-25.messages.txt). At the end a table; STATUS_INPUT when a council's input
 * was wrong, STATUS_SYSTEM when more was.
 */
enum status build_councils(const struct options *options, struct arena *arena);

#endif
