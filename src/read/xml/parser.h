/*
 * Events of one XML file with their exact places, by libxml2's SAX2 push parser.
 *
 * It tells of elements and of text between them, and finds what no file may hold: what is not
 * well-formed, a DOCTYPE, entities of one's own, bytes that are not UTF-8. Those go to the
 * diagnostics and end the file. It knows no vocabulary. Memory is constant (but for a single tag,
 * which may have 10 MB).
 */
#ifndef HEARTH_READ_XML_PARSER_H
#define HEARTH_READ_XML_PARSER_H

#include "base/diagnostic.h"

/* Laid out as libxml2 hands attributes over. Names are unique pointers within one file. */
struct xml_attribute {
	const unsigned char *name, *prefix, *namespace, *value, *end;
};

struct xml_tag {
	const unsigned char *name, *prefix, *namespace; /* prefix and namespace may be NULL */
	const struct xml_attribute *attributes;
	size_t attribute_count;
};

struct xml;

struct xml_events {
	void (*begin)(void *context, struct xml *xml); /* before the first: ask for names */
	void (*start)(void *context, struct xml *xml, const struct xml_tag *tag);
	void (*end)(void *context, struct xml *xml);
	/* Text other than white space, once between two tags, with its first character's place;
	   may be NULL. */
	void (*text)(void *context, struct xml *xml, struct place place);
	/* All text, piece by piece; may be NULL. */
	void (*words)(void *context, struct str words);
	/* About every 64 KiB, with the file's bytes on disk read so far; may be NULL. */
	void (*progress)(void *context, uint64_t taken);
};

/* What xml_tag and xml_attribute will point to when they hold this name (or namespace). */
const unsigned char *xml_name(struct xml *xml, const char *name);

/* Nothing more is told after this; the file counts as read to its end. */
void xml_stop(struct xml *xml);
/* While passed over, text is not told. */
void xml_pass_over_text(struct xml *xml, bool pass_over);

/* During `start`: the place of the tag's `<`, and of an attribute's name. */
struct place xml_tag_place(struct xml *xml);
struct place xml_attribute_place(struct xml *xml, const struct xml_attribute *attribute);
/* The line that a place just asked for lies on, as far as it is at hand; else empty. */
struct str xml_source(const struct xml *xml, struct place place);

/* For feed.c alone. */
void xml_make_parser(struct xml *xml);
uint64_t xml_offset_now(const struct xml *xml); /* up to here the parser has told all */
/* The first fault is told, and stops the file. */
void xml_fail_with(struct xml *xml, enum diagnostic_id id, struct place place, const char *what);
void xml_fail_at(struct xml *xml, enum diagnostic_id id, uint64_t offset, const char *what);

#endif
