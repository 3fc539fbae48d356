/*
 * The one door to ctemplate, which is C++: texts in, their expansion out. Every run has a cache of
 * its own; nothing is loaded from disk here.
 */
#ifndef HEARTH_COMPOSE_MARKERS_TEMPLATE_H
#define HEARTH_COMPOSE_MARKERS_TEMPLATE_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/str.h"

/* Where expansion is: which row of which section, within which other. The outermost has no name. */
struct template_scope {
	const struct template_scope *outer;
	struct str section;
	size_t row, rows;
};

/* Asked while expanding. Names are those of the texts' markers. */
struct template_host {
	void *context;
	/* What a marker prints; borrowed until the next call. */
	struct str (*value)(void *context, const struct template_scope *scope, struct str name);
	/* How often a section is shown; 0: not at all. */
	size_t (*rows)(void *context, const struct template_scope *scope, struct str name);
	/* The key of the text that an include takes in; NULL: none. */
	const char *(*include)(void *context, struct str name);
};

struct template_text {
	const char *key;
	struct str text;
};

/* Expands the first of the texts, which may include the others; false when ctemplate refused. */
bool template_expand(const struct template_text *texts, size_t count,
		     const struct template_host *host, struct buffer *out);

#ifdef __cplusplus
}
#endif

#endif
