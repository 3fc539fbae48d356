/*
 * Markers that choose their words by a figure:
 *
 *   {{X:child|children}}              by its number: 1, or any other
 *   {{X:one child|# children|none}}   a third form is for 0
 *   {{X:x-change:rose|fell|did not change}}          beside last year's
 *   {{X:x-england:above|below|the same as}}          beside England's
 *   {{X:at least 80%:met|not met}}    beside a target, also "at most"; the target may be a fact of
 *                                     authority.xml or report.xml: at least STANDARD_REVIEWS
 *
 * Within a form, # is the figure, and x-words, x-Words, x-whole and x-share are the figure so.
 */
#ifndef HEARTH_COMPOSE_NAMES_CHOICE_H
#define HEARTH_COMPOSE_NAMES_CHOICE_H

#include "compose/names/symbols.h"

enum { MOST_FORMS = 3 };

enum choice_test { CHOICE_NUMBER, CHOICE_CHANGE, CHOICE_ENGLAND, CHOICE_AT_LEAST, CHOICE_AT_MOST };

struct choice {
	enum choice_test test;
	int64_t target; /* AT_LEAST, AT_MOST: in the measure's unit */
	struct str forms[MOST_FORMS];
	size_t count;
};

/* Where the forms of what stands between the braces begin; its length when it is no choice. */
size_t choice_forms_at(struct str inner);
/* Reads a modifier that holds forms; false, and why, when it is wrong. */
bool choice_read(const struct composer *composer, enum measure_id id, struct str modifier,
		 struct choice *choice, struct str *why);
/* The form that the year's figure asks for; what it is compared with is known. */
struct str choice_form(const struct facts *facts, enum measure_id id, const struct choice *choice);
/* The next piece of a form: plain words in *plain and false, or a figure as *variant. */
bool choice_piece(struct str form, size_t *at, struct str *plain, enum figure_variant *variant);
/* Whether a form prints its figure. */
bool choice_prints(struct str form);

#endif
