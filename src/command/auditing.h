/* `hearth audit`: finished packs attacked. */
#ifndef HEARTH_COMMAND_AUDITING_H
#define HEARTH_COMMAND_AUDITING_H

#include "command/options.h"

enum status audit_folders(const struct options *options, struct arena *arena);

#endif
