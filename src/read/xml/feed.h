/*
 * Reading a file's bytes into the parser: all of them, or a file's pieces, of which some may be
 * passed over because another parser has read them.
 */
#ifndef HEARTH_READ_XML_FEED_H
#define HEARTH_READ_XML_FEED_H

#include "read/xml/input.h"
#include "read/xml/parser.h"
#include "read/xml/window.h"

/*
 * Reads the file to its end, or to where `events` stop it. False when it could not be read to its
 * end, which the diagnostics then say. One that is held is opened once a run, however often it is
 * read; any other may be larger than memory.
 */
bool xml_read(struct str path, bool hold, const struct xml_events *events, void *context,
	      struct diagnostics *diagnostics);

/* The same of text that is at hand in UTF-8; `path` is what messages call it. */
bool xml_read_text(struct str path, struct str text, const struct xml_events *events, void *context,
		   struct diagnostics *diagnostics);

/* A parser that is handed the file's bytes; given back by one of the two below. */
struct xml *xml_begin(struct str path, const struct xml_events *events, void *context,
		      struct diagnostics *diagnostics);
/* Opens the file for whoever hands on its bytes; input->why may be set. */
struct input *xml_open(struct xml *xml);
/* Takes note of the input, says what was wrong with it; false as xml_read()'s. */
bool xml_finish(struct xml *xml);
void xml_release(struct xml *xml);

/* The next bytes of the file. */
void xml_push(struct xml *xml, struct str bytes);
/* There are no more. */
void xml_push_end(struct xml *xml);
bool xml_has_stopped(const struct xml *xml);

/*
 * Whether the root is open and nothing else, no text was told since the last tag, and nothing is
 * left over: from here on another parser in the same state tells the same.
 */
bool xml_is_between(const struct xml *xml);
/* Goes on from there. Only where xml_is_between(). */
void xml_skip(struct xml *xml, struct spot_in_file to);
/* How many names the parser knows. */
size_t xml_names(const struct xml *xml);
/* During `start`: the offset of the tag's end, its `>` or `/>`. */
uint64_t xml_tag_end(const struct xml *xml);

#endif
