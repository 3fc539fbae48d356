/*
 * SSDA903 returns, XML and CSV: from files to one child per id, with its chain of episodes.
 *
 * What a field and a code mean is fixed by the Department for Education; row.h says what is kept.
 */
#ifndef HEARTH_READ_RETURNS_RETURNS_H
#define HEARTH_READ_RETURNS_RETURNS_H

#include "read/returns/row.h"

/* `file_count`: of the run, returns or not; files are numbered by their names. */
void returns_init(struct returns *returns, struct arena *arena, struct diagnostics *diagnostics,
		  size_t file_count);
/* Whether the file is a return's, or a CSV file, which is read as one. */
bool returns_claim(struct str path);
/* False when it could not be read to its end. */
bool returns_read(struct returns *returns, struct str path, uint32_t file);
/* After all files: puts them together, tells of faults. `postcodes`: a file that may be missing. */
void returns_settle(struct returns *returns, struct str postcodes);

#endif
