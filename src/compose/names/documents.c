#include "compose/names/documents.h"

#include <stddef.h>

const char *const document_names[] = {"annual-report",
				      "statement-of-purpose",
				      "scrutiny-report",
				      "members-briefing",
				      "how-figures-were-made",
				      "accessibility-statement",
				      NULL};

_Static_assert(sizeof document_names / sizeof *document_names == DOCUMENT_COUNT + 1,
	       "DOCUMENT_COUNT is not how many names there are");
