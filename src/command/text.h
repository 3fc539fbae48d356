/*
 * Plain text for a terminal: columns, and words broken to a width. Widths are in characters.
 */
#ifndef HEARTH_COMMAND_TEXT_H
#define HEARTH_COMMAND_TEXT_H

#include "base/str.h"

int text_width(struct str text);
int terminal_columns(void); /* of standard output; 80 when it is no terminal */

void text_spaces(struct buffer *out, int count);

/* Spaces, then the text, `width` columns together. A longer text stays whole. */
void text_right(struct buffer *out, struct str text, int width);

/*
 * Words in lines of at most `width` behind an indent: the first is where the line stands already.
 * The last line is not ended; its width without the indent is given.
 */
int text_wrapped(struct buffer *out, struct str text, int indent, int width);

#endif
