/* Which years of the input a command is about. */
#ifndef HEARTH_COMMAND_YEARS_H
#define HEARTH_COMMAND_YEARS_H

#include "command/options.h"

/* Whether the folder of a year holds a file that a build would read records from. */
bool year_holds_extract(struct arena *arena, struct str folder);

/*
 * The years of the command line, each of which must have a folder (else STATUS_USAGE); or the
 * newest year of the input that holds an extract (none: STATUS_INPUT). What is wrong was said.
 */
enum status years_chosen(const struct options *options, struct arena *arena,
			 const struct period **years, size_t *count);

#endif
