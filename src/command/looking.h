/* The commands that look and change nothing: check, measures, explain, schema. */
#ifndef HEARTH_COMMAND_LOOKING_H
#define HEARTH_COMMAND_LOOKING_H

#include "command/options.h"

enum status check_years(const struct options *options, const struct period *years, size_t count);
/* Of one year, however many there are. */
enum status list_measures(const struct options *options, const struct period *year, size_t count);
enum status explain_measure(const struct options *options, const struct period *year, size_t count);

/* The XML schema of the case extract. */
enum status print_schema(const struct options *options, struct arena *arena);

#endif
