/* How a command ends: what was found on standard error, its result on standard output. */
#ifndef HEARTH_COMMAND_RESULT_H
#define HEARTH_COMMAND_RESULT_H

#include "base/diagnostic.h"
#include "command/options.h"

/* Before anything is opened: results can't go to a file, and a closed pipe is an error to say. */
void results_begin(void);

/*
 * Writes the result to standard output and releases it. Results are whole or not at all: they are
 * made in memory, then written in one go. STATUS_SYSTEM, said, when they can't be written.
 */
enum status print_result(struct buffer *result);

/* Says what was found; the status that follows from it. */
enum status say_diagnostics(struct diagnostics *diagnostics);

/*
 * Ends a command: says what was found, then prints the result when all is `good`; releases it. The
 * status that follows: STATUS_SYSTEM when it isn't good though nothing was found.
 */
enum status finish_command(struct diagnostics *diagnostics, bool good, struct buffer *result);

/* The status of the program; STATUS_SYSTEM when what it said on standard output was lost. */
enum status results_end(enum status status);

#endif
