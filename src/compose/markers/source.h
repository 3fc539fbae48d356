/*
 * The Markdown sources of a document: read, and every marker in them checked, before anything is
 * expanded. Only files reachable from the document are read, all of them from the templates and
 * narrative folders.
 *
 * What comes out is the same text for ctemplate, with two changes. Each marker's name is its number
 * (M17), under which `markers` says what it is and where it was written. Each line that isn't blank
 * begins with a place mark (U+E002 file:line U+E003), so that what was printed can be traced back.
 */
#ifndef HEARTH_COMPOSE_MARKERS_SOURCE_H
#define HEARTH_COMPOSE_MARKERS_SOURCE_H

#include "compose/names/choice.h"

enum marker_kind {
	MARKER_FIGURE,	    /* `measure`, `variant` */
	MARKER_CHOICE,	    /* `measure`, `choice` */
	MARKER_TEXT,	    /* `symbol` */
	MARKER_FACT,	    /* `symbol`: of the row of an element */
	MARKER_NUMBER,	    /* of the row */
	MARKER_LABEL,	    /* of the row's measure */
	MARKER_LOWER_LABEL, /* the same in lower case */
	MARKER_ROW_FIGURE,  /* of the row's measure, as `variant` */
	MARKER_SECTION,	    /* `section` */
	MARKER_INCLUDE,	    /* `source` */
};

struct marker {
	enum marker_kind kind;
	enum figure_variant variant;
	enum measure_id measure;
	const struct choice *choice;
	const struct symbol *symbol;
	struct section section;
	struct str name; /* SECTION: as written */
	struct source *source;
	struct place place;
};

struct source {
	struct str path;
	struct str text;     /* as written, with line feeds alone */
	struct str expanded; /* for ctemplate */
	uint32_t index;
	bool is_top;		 /* the document itself: its head and cover count */
	bool is_text;		 /* a text of report.xml: its markers print, and it is one line */
	struct place origin;	 /* of such a text */
	size_t head_end;	 /* bytes of the head block */
	size_t cover, cover_end; /* bytes of the cover, when it isn't the top; else 0, 0 */
	size_t *lines;		 /* where each line begins */
	size_t line_count;
	size_t *includes; /* numbers of its markers that include */
	size_t include_count, include_capacity;
};

struct sources {
	struct composer *composer;
	struct map by_path;
	struct source **items;
	size_t count, capacity;
	struct map texts; /* of report.xml, by their words: struct source */
	struct source **text_items;
	size_t text_count, text_capacity;
	struct marker *markers;
	size_t marker_count, marker_capacity;
};

/* The source's line as written, without its end. */
struct str source_line(const struct source *source, uint32_t line);
/* The place of a byte of the source. */
struct place source_place(const struct source *source, size_t at);

/* Adds a text of report.xml, which was written at `origin`, unless it is known. */
void sources_add_text(struct sources *sources, struct str text, struct place origin);
/* The source of that path, read when it is new; NULL after an error. */
struct source *sources_find(struct sources *sources, struct str path, bool is_top);

#endif
