/*
 * The word that was probably meant: by edit distance, where a letter put in, left out, changed, or
 * two letters swapped count one each.
 */
#ifndef HEARTH_BASE_NEAREST_H
#define HEARTH_BASE_NEAREST_H

#include "base/diagnostic.h"

/* The candidate nearest to `word` by edit distance, when it is near enough to be meant; else NULL.
 */
const char *nearest_word(struct str word, const char *const *candidates, size_t count);

#endif
