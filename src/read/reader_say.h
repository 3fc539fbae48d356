/*
 * What the reader says of tags and attributes, and where: places, quotations, advice.
 */
#ifndef HEARTH_READ_READER_SAY_H
#define HEARTH_READ_READER_SAY_H

#include "read/reader.h"

/* reader_say.c. During `element`: whether the attribute is there, right or wrong; its place. */
bool reader_is_written(const struct reader *reader, enum attribute_id attribute);
struct place reader_attribute_place(struct reader *reader, enum attribute_id attribute);
struct place reader_tag_place(struct reader *reader);
struct str reader_source(const struct reader *reader, struct place place);

/* What a message shows of a text from a file: NUL-terminated, cut when it is long. */
const char *reader_quote(struct reader *reader, struct str text);
/* "did you mean internet?", or the nearest all the same, or what is allowed. */
const char *reader_advice(struct reader *reader, struct str word, const char *const *candidates,
			  size_t count);

/* Of the tag that is being read: what it is, where it belongs, what would be right instead. */
void reader_say_about_tag(struct reader *reader, enum diagnostic_id id, const char *first,
			  const char *second);
void reader_say_unknown(struct reader *reader, enum element_id parent, const unsigned char *name);
/* Once for each element and name, however many records have it. */
void reader_say_unknown_attribute(struct reader *reader, const struct element *about,
				  enum element_id element, const struct xml_attribute *attribute);

#endif
