/*
 * What scanning a source shares. Private to scanner.c (its tools), scan.c (tags, sections, lines),
 * scan_value.c (markers that print) and scan_include.c (files).
 */
#ifndef HEARTH_COMPOSE_MARKERS_SCANNER_H
#define HEARTH_COMPOSE_MARKERS_SCANNER_H

#include "compose/markers/source.h"

enum { DEEPEST_SECTION = 64 };

struct open_section {
	size_t marker;
	size_t at; /* where its opening tag stands */
};

struct scanner {
	struct sources *sources;
	struct composer *composer;
	struct source *source;
	struct buffer out;
	size_t at;	   /* where scanning is */
	size_t last_close; /* where the last }} stands; 0 without one */
	struct open_section open[DEEPEST_SECTION];
	size_t depth;
};

/* A tag as written: {{#NAME}}, {{NAME:modifier}}. */
struct marker_tag {
	size_t at;	 /* of its first brace */
	size_t end;	 /* behind its last */
	char sign;	 /* '#', '/', '>', '!' or 0 */
	struct str name; /* without sign and modifier */
	struct str modifier;
};

struct place scanner_place(const struct scanner *scanner, size_t at);
struct str scanner_line(const struct scanner *scanner, size_t at);

#define COMPLAIN(scanner, tag, ...)                                                                \
	composer_complain_text((scanner)->composer, scanner_place((scanner), (tag)->at),           \
			       scanner_line((scanner), (tag)->at), __VA_ARGS__)

/* What an included document leaves out: its head and its cover. */
bool scanner_leaves_out(const struct source *source, size_t at);

/* Adds a marker of the tag's name and place; the caller says what it is. */
struct marker *scanner_add(struct scanner *scanner, const struct marker_tag *tag,
			   enum marker_kind kind);
size_t scanner_last(const struct scanner *scanner);
/* The tag for ctemplate, under its marker's number. */
void scanner_print(struct scanner *scanner, const struct marker_tag *tag, const char *sign,
		   size_t marker);

/* Whether the tag stands within a section of that name. */
bool scanner_is_within(const struct scanner *scanner, struct str name);
/* The innermost open section of that kind; NULL when there is none. */
const struct marker *scanner_enclosing(const struct scanner *scanner, enum section_kind kind);

void scanner_complain_unknown(struct scanner *scanner, const struct marker_tag *tag,
			      const char *near);
/* Whether there was a modifier, which is an error at what is no figure. */
bool scanner_refuse_modifier(struct scanner *scanner, const struct marker_tag *tag);

#endif
