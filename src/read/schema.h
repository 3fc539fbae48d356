/*
 * The XML schema of the case extract, for those whose systems write it: the vocabulary's table in
 * XML Schema 1.0.
 *
 * It is as strict as the reader on elements, attributes and values. What a schema can't say (dates
 * in order, facts that need each other, households that exist) only the reader finds; and where
 * several children come once each in any order (enquiry) it leaves no room for elements of other
 * namespaces, which the reader passes over.
 */
#ifndef HEARTH_READ_SCHEMA_H
#define HEARTH_READ_SCHEMA_H

#include "read/extract.h"

/* The XML schema of the case extract, generated from the vocabulary. */
void extract_write_schema(struct buffer *out);

#endif
