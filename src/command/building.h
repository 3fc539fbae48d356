/* A build of years: every year is made in memory before the first is put in its place. */
#ifndef HEARTH_COMMAND_BUILDING_H
#define HEARTH_COMMAND_BUILDING_H

#include "command/options.h"

enum status build_years(const struct options *options, const struct period *years, size_t count);

#endif
