/* The command `render`: one document, a part of a page, or the style of parts. */
#ifndef HEARTH_COMMAND_RENDERING_H
#define HEARTH_COMMAND_RENDERING_H

#include "command/options.h"

enum status render_subject(const struct options *options, struct arena *arena);

#endif
