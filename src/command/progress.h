/*
 * Progress, on a terminal only, and only once work has taken half a second: one line on standard
 * error that is written over and at last wiped.
 */
#ifndef HEARTH_COMMAND_PROGRESS_H
#define HEARTH_COMMAND_PROGRESS_H

#include "base/str.h"

/* As struct extract_options has it: reading `file`, so many bytes of so many (0: not known). */
void progress_show(void *context, struct str file, size_t bytes_done, size_t bytes_all);
/* "Rendering scrutiny-report.pdf". */
void progress_step(const char *doing, struct str what);
void progress_end(void);

#endif
