/*
 * A return's file as UTF-8, whatever it is written in, and the places of the file as it is.
 *
 * A return is read whole: it is small, and what a CSV file is written in shows only at its end.
 */
#ifndef HEARTH_READ_RETURNS_TEXT_H
#define HEARTH_READ_RETURNS_TEXT_H

#include "base/diagnostic.h"

enum return_encoding { ENCODING_UTF8, ENCODING_UTF16_LITTLE, ENCODING_UTF16_BIG, ENCODING_1252 };

struct return_text {
	struct str file;
	struct str text; /* UTF-8; a byte order mark of UTF-8 is part of it */
	enum return_encoding encoding;
	/* How far places were asked for: an offset in `text`, and where that is in the file. */
	size_t offset, line_start;
	uint32_t line, column;
	struct buffer raw, decoded;
};

/* Whether the file is XML whose root is EXPSSDA903. */
bool return_text_is_xml_return(struct str path);

/* Reads and decodes; false when the diagnostics say why not. To be released in either case. */
bool return_text_read(struct return_text *text, struct str path, bool is_xml,
		      struct diagnostics *diagnostics);
void return_text_release(struct return_text *text);

/* The place of an offset of `text`, in bytes of the file; quick when it isn't before the last. */
struct place return_text_place(struct return_text *text, size_t offset);
/* A place in `text` as one in the file. */
struct place return_text_mapped(struct return_text *text, struct place place);

#endif
