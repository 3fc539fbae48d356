/*
 * Another council's name in a council's words: what was copied and not looked at.
 */
#ifndef HEARTH_READ_COUNCILS_H
#define HEARTH_READ_COUNCILS_H

#include "base/str.h"

/* Whose words they are. */
struct own_names {
	struct str code;     /* "E06000016" */
	struct str names[3]; /* its name, short name and place: parts of these are its own */
};

/*
 * The first name of another council in the text from *at on, as it is written; empty when there is
 * none. *at: behind it. Whole words only; the longest name that fits counts.
 */
struct str councils_other(struct str text, size_t *at, const struct own_names *own);
/*
 * The website of another council that the text names: "leicester.gov.uk" of www.leicester.gov.uk;
 * empty when there is none.
 */
struct str councils_other_host(struct str text, const struct own_names *own);

#endif
