/*
 * What the templates ask of a council's input: the narratives that they include, and the contacts,
 * standards and local names that they print without asking first whether there are any.
 */
#ifndef HEARTH_COMPOSE_NEEDS_H
#define HEARTH_COMPOSE_NEEDS_H

#include "base/map.h"
#include "read/vocabulary.h"

struct narrative_need {
	struct str file;    /* "ar-overview.md" */
	struct str heading; /* of the section that it stands in, as written in the template */
	struct str source;  /* "annual-report.md" */
};

/* An element of authority.xml with this id; `asked` are its attributes, in their order. */
struct setting_need {
	enum element_id element;
	struct str id;
	bool *asked;
};

struct needs {
	struct arena *arena;
	struct map known; /* those found before */
	struct narrative_need *narratives;
	size_t narrative_count, narrative_capacity;
	struct setting_need **settings;
	size_t setting_count, setting_capacity;
};

/* Reads every template of the folder. False with *why when one can't be read. */
bool needs_read(struct needs *needs, struct arena *arena, struct str templates, struct str *why);

#endif
