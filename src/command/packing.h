/* What a pack holds: documents in every format, charts, data, index, manifest. */
#ifndef HEARTH_COMMAND_PACKING_H
#define HEARTH_COMMAND_PACKING_H

#include "command/run.h"

/* Every file of the pack, in memory; after run_check. In packing.c. */
bool run_pack(struct run *run);

#endif
