/*
 * Escaping for HTML, XHTML and SVG: the only place where text becomes markup.
 * Bytes that are not UTF-8, and control characters that XML has no place for, become U+FFFD.
 */
#ifndef HEARTH_BASE_HTML_ESCAPE_H
#define HEARTH_BASE_HTML_ESCAPE_H

#include "base/str.h"

void html_escape_text(struct buffer *out, struct str text);	 /* & < > */
void html_escape_attribute(struct buffer *out, struct str text); /* & < > " and white space */

#endif
