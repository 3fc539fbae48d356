/*
 * Language tags, as BCP 47 (RFC 5646) has them: a language, perhaps a script, perhaps a region,
 * each a subtag that is registered; variants and private use are taken as they are.
 */
#ifndef HEARTH_BASE_LANGUAGE_H
#define HEARTH_BASE_LANGUAGE_H

#include "base/str.h"

/* Whether the text is such a tag: "en", "en-GB", "pa-Guru-IN"; not "English", not "en_GB". */
bool language_is_registered(struct str tag);

#endif
