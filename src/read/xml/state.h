/*
 * One file as it is parsed: shared by those who push its bytes (feed.c) and those who hear of what
 * they hold (parser.c), and by nobody else.
 */
#ifndef HEARTH_READ_XML_STATE_H
#define HEARTH_READ_XML_STATE_H

#include <libxml/parser.h>

#include "read/xml/input.h"
#include "read/xml/markup.h"
#include "read/xml/parser.h"
#include "read/xml/window.h"

struct xml {
	const struct xml_events *events;
	void *context;
	struct diagnostics *diagnostics;
	struct str file;
	xmlParserCtxt *parser;
	uint64_t skipped; /* bytes that were never pushed */
	struct input input;
	struct window window;
	bool stopped;			/* nothing more is told */
	bool failed;			/* because of a fault */
	bool passing_over;		/* text is not told */
	bool text_told;			/* since the last tag */
	size_t open;			/* elements that have not ended */
	uint64_t tag;			/* the offset of the current start tag's `<` */
	const unsigned char *tag_start; /* the same in the parser's buffer, during its event */
	uint64_t run; /* where the text since the last tag begins, or what of it is left */
	struct markup_run run_begins;
	uint64_t pending; /* the tag whose `>` has not come yet, */
	uint64_t scanned; /* how far its attributes are counted, */
	size_t equals;	  /* their number */
	char quote;	  /* and the quotation mark that `scanned` lies within; or 0 */
};

#endif
