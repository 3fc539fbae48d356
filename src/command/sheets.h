/* Spreadsheets on the command line: the empty workbook, and filled ones made an extract. */
#ifndef HEARTH_COMMAND_SHEETS_H
#define HEARTH_COMMAND_SHEETS_H

#include "command/options.h"

/* `hearth template`: an empty workbook on standard output. */
enum status empty_workbook(const struct options *options, struct arena *arena);
/* `hearth import [--mapping FILE] [--suggest] FILE...`: an extract, or a mapping's draft. */
enum status import_files(const struct options *options, struct arena *arena);

#endif
