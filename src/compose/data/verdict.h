/*
 * What a figure's comparisons say of it: for readers who have a minute. A verdict is a sign and a
 * word, never a colour alone.
 */
#ifndef HEARTH_COMPOSE_DATA_VERDICT_H
#define HEARTH_COMPOSE_DATA_VERDICT_H

#include "compose/names/words.h"

/* How a verdict is come to, for the note of a table that has them. */
extern const char verdict_note[];

/*
 * "+ better": better than last year or than England, and worse than neither; "− worse" the other
 * way round; "! watch": the two disagree; "= steady": no difference. `lower` says that a lower
 * figure is the better one. Not known when there is nothing to compare with.
 */
struct printed verdict_words(const struct facts *facts, enum measure_id id, bool lower);

#endif
