/*
 * One measure explained to an officer: what it is, what it comes to and from what, what it has to
 * agree with, earlier years, what others publish; with the ids of the records counted, which are
 * personal data and belong on the officer's screen alone.
 */
#ifndef HEARTH_COMMAND_EXPLAIN_H
#define HEARTH_COMMAND_EXPLAIN_H

#include "measure/facts.h"

/* `printed`: where documents print it, a line each ("Annual report: …"); may be empty. */
void explain_write(struct buffer *out, struct arena *arena, const struct facts *facts,
		   const struct extract *extract, enum measure_id measure, struct str printed,
		   bool records);

#endif
