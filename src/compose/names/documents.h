/* The documents that a pack has. */
#ifndef HEARTH_COMPOSE_NAMES_DOCUMENTS_H
#define HEARTH_COMPOSE_NAMES_DOCUMENTS_H

enum { DOCUMENT_COUNT = 6 };

/* The names of the documents, in the order they are published; NULL-terminated. */
extern const char *const document_names[];

#endif
