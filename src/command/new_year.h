/* What a year's input has from the year before. */
#ifndef HEARTH_COMMAND_NEW_YEAR_H
#define HEARTH_COMMAND_NEW_YEAR_H

#include "command/new_files.h"
#include "read/record.h"

/* report.xml of the year from that of the year before. */
void make_front_page(struct making *making, const struct record *report);
/* The narratives of the year before, each with a mark that nobody has looked at it. */
void carry_narratives(struct making *making);
/* history.xml with the figures of last year's pack, when it has none of that year. */
void make_history(struct making *making);

#endif
