/* What `check` found, as a line for people or as JSON for programs. */
#ifndef HEARTH_COMMAND_FINDINGS_H
#define HEARTH_COMMAND_FINDINGS_H

#include "command/run.h"

/*
 * "2024-25: 13 files, 4,021 records; no errors, 3 warnings", and under it the table of the data's
 * quality: what was looked for across records, and how often it was found.
 */
void findings_summary(struct buffer *out, struct run *run);

/* {"years":[…]}: call begin, then one of each year, then end. */
void findings_json_begin(struct buffer *out);
void findings_json_year(struct buffer *out, struct run *run, bool first);
void findings_json_end(struct buffer *out);

#endif
