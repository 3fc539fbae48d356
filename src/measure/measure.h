/*
 * The measures: what a year's records come to.
 *
 * A measure is one row of measures.def. From the row come its number here, its name on the command
 * line ("enquiries.source.internet"), its marker in templates (ENQUIRIES_SOURCE_INTERNET), its
 * label in tables, its definition for the public, its place in the JSON.
 */
#ifndef HEARTH_MEASURE_MEASURE_H
#define HEARTH_MEASURE_MEASURE_H

#include "measure/group.h"

#include "base/date.h"
#include "read/extract.h"

enum measure_unit { UNIT_COUNT, UNIT_PERCENT, UNIT_DECIMAL };

enum measure_id {
	MEASURE_NONE = -1,
#define MEASURE(id, name, unit, label, how, definition) MEASURE_##id,
#include "measure/measures.def"
	MEASURE_COUNT
};

struct measure {
	const char *name;	/* "enquiries.source.internet" */
	const char *marker;	/* "ENQUIRIES_SOURCE_INTERNET" */
	const char *label;	/* "Internet": as a row of a table under its family's caption */
	const char *definition; /* in words, for a reader of the report */
	enum measure_unit unit;
	enum measure_id
		whole; /* the measure that this is a part of ("of enquiries.total"); or NONE */
	enum measure_id numerator, denominator; /* of a rate that names both; or NONE */
};

/* Why there is no figure. */
enum reason {
	REASON_NONE,	   /* there is one; or it is a rate with nothing to divide by */
	REASON_NO_RECORDS, /* no file holds what it counts, and none says that there was none */
	REASON_HIDDEN,	   /* it is kept back to protect people */
};

/*
 * One figure. A count's value is a number, a percentage's in tenths, a decimal's in thousandths. A
 * rate with nothing to divide by is not known and keeps its numerator and denominator (0); what is
 * not known for a reason has nothing but the reason.
 */
struct figure {
	bool known;
	bool is_rate;
	enum reason reason;
	int64_t value;
	int64_t numerator, denominator;
};

struct figures {
	struct period period;
	struct figure of[MEASURE_COUNT];
};

/* The records that one measure counted, for `explain --records`. */
struct counted {
	enum measure_id measure;
	const struct record **records;
	size_t count, capacity;
	struct arena *arena;
};

const struct measure *measure_at(enum measure_id id);
enum measure_id measure_find(struct str name);		/* "enquiries.total"; or MEASURE_NONE */
enum measure_id measure_find_marker(struct str marker); /* "ENQUIRIES_TOTAL"; or MEASURE_NONE */
/*
 * The measure whose name is nearest to what was written, for "did you mean": by its letters, else
 * by a part of the name ("occupancy"), else the first of all; never NULL.
 */
const char *measure_nearest(struct str name);

/* The value as JSON and CSV write it: 57, 61.4, 7.3; empty when it isn't known. */
struct str figure_plain(struct arena *arena, enum measure_id id, const struct figure *figure);
/* As a document prints it: 1,234, 61.4%, 7.3; the mark of its reason when it isn't known. */
struct str figure_printed(struct arena *arena, enum measure_id id, const struct figure *figure);

const char *reason_name(enum reason reason); /* as JSON has it: "no-records"; "" for NONE */
/* What stands for the figure in a table: an en dash, "[x]", "[c]". */
struct str reason_mark(enum reason reason);

const char *measure_unit_name(enum measure_unit unit); /* count, percent, decimal */

/* The caption of the measure's group: measures of one group follow one another. */
const char *measure_group(enum measure_id id);

/* The caption of the family that the measure belongs to, "By source"; NULL when it is in none. */
const char *measure_family(enum measure_id id);

#endif
