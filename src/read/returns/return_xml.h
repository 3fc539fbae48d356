/*
 * A return as XML: EXPSSDA903, a CHILD for each child, with its HEADER, EPISODEs and OC3.
 */
#ifndef HEARTH_READ_RETURNS_RETURN_XML_H
#define HEARTH_READ_RETURNS_RETURN_XML_H

#include "read/returns/row.h"
#include "read/returns/text.h"

void returns_take_xml(struct returns *returns, uint32_t file, struct return_text *text);

#endif
