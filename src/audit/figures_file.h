/* figures.json, as an attacker reads it. */
#ifndef HEARTH_AUDIT_FIGURES_FILE_H
#define HEARTH_AUDIT_FIGURES_FILE_H

#include "audit/claim.h"

/* The pack's year and each measure. False with *why when it is not such a file. */
bool figures_file_read(struct told *told, struct str text, struct str file, struct str *why);

#endif
