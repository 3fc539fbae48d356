/*
 * What in a council's words is another's: names of councils and places, telephone codes.
 */
#ifndef HEARTH_COMPOSE_NAMES_FOREIGN_H
#define HEARTH_COMPOSE_NAMES_FOREIGN_H

#include "compose/names/composer.h"

/*
 * The next of these in the line from *at on: another council's name, or a telephone number of an
 * area that no contact of authority.xml has. Empty when there is none. *begin: where it stands;
 * *at: behind it.
 */
struct str foreign_in(const struct composer *composer, struct str line, size_t *at, size_t *begin);

#endif
