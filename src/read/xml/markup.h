/*
 * Reading XML as it is written: for places that libxml2 doesn't tell. What is looked at is known to
 * be well-formed as far as the parser has come.
 */
#ifndef HEARTH_READ_XML_MARKUP_H
#define HEARTH_READ_XML_MARKUP_H

#include "base/str.h"

/* Here, as it is asked of each byte between two tags. */
static inline bool markup_is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/*
 * Where in a start tag, which begins at its `<`, the attribute's name stands, prefix and all; 0
 * when it isn't there. `prefix` is empty for none.
 */
size_t markup_attribute(struct str tag, struct str prefix, struct str name);

/* How a run of text between two tags begins. */
struct markup_run {
	bool in_tag;   /* before the `>` of the start tag that it follows */
	bool in_cdata; /* within a CDATA section */
};

/* The first character of the run that is not white space, be it in CDATA or a reference. */
size_t markup_text(struct str run, struct markup_run begins);

#endif
