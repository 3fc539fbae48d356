/*
 * What is wrong with the input, with its place.
 *
 * A diagnostic is one row of diagnostics.def: name, level, text. Everything that finds a fault adds
 * it here; nobody else prints one. They are kept, then printed once, sorted by file name (by byte),
 * line, column; those of one place in the order they were found. The worst level decides the exit
 * status: an error makes it 1.
 */
#ifndef HEARTH_BASE_DIAGNOSTIC_H
#define HEARTH_BASE_DIAGNOSTIC_H

#include <stdio.h>

#include "base/str.h"

enum diagnostic_level { LEVEL_WARNING, LEVEL_ERROR };

enum diagnostic_id {
#define DIAGNOSTIC(id, level, text) DIAGNOSTIC_##id,
#include "base/diagnostics.def"
#undef DIAGNOSTIC
	DIAGNOSTIC_COUNT
};

/*
 * So many are kept; what comes after is only counted, so that a file of nothing but faults doesn't
 * take the machine's memory.
 */
enum { DIAGNOSTICS_KEPT = 100000 };

/* More warnings of a kind than this are printed as one, with the first places and their number. */
enum { DIAGNOSTICS_OF_A_KIND = 20 };

struct place {
	struct str file;
	uint32_t line;	 /* from 1; 0: the whole file */
	uint32_t column; /* from 1, in bytes; 0: the whole line */
};

struct diagnostic {
	enum diagnostic_id id;
	enum diagnostic_level level;
	struct place place;
	struct str text;
	struct str source; /* the line of the file, when it was at hand: shown with a caret */
};

struct diagnostics {
	struct arena *arena;
	struct diagnostic *items;
	size_t count, capacity;
	size_t errors, warnings; /* all there were, kept or not */
	size_t kept_errors;
	bool strict; /* from here on every warning is an error */
	bool all;    /* print every warning, however many there are of a kind */
	/* So many errors at least are kept, the first by place; 0: all of them. */
	size_t max_errors;
	struct place last_kept; /* of the errors, once some were let go */
	bool some_let_go;
};

void diagnostics_init(struct diagnostics *list, struct arena *arena);

/* Adds one; what follows `place` are the arguments of the row's text, a printf format. */
void diagnostic_add(struct diagnostics *list, enum diagnostic_id id, struct place place, ...);
/* The same, with the source line at hand; `source` is copied, cut to 200 bytes. */
void diagnostic_add_source(struct diagnostics *list, enum diagnostic_id id, struct place place,
			   struct str source, ...);

/* The same as was found elsewhere, told at another place. */
void diagnostic_repeat(struct diagnostics *list, const struct diagnostic *found,
		       struct place place);

void diagnostics_sort(struct diagnostics *list);
/*
 * Prints all as `FILE:LINE:COLUMN: level: text`; at most list->max_errors errors, then a line that
 * says how many more there are. Many warnings of a kind are one, unless list->all. With `terminal`
 * the source line and a caret follow each.
 */
void diagnostics_print(struct diagnostics *list, FILE *out, bool terminal);

const char *diagnostic_name(enum diagnostic_id id);
const char *diagnostic_level_name(enum diagnostic_level level);

#endif
