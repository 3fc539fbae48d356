/* Files that `hearth new` makes, and never writes over. */
#ifndef HEARTH_COMMAND_NEW_FILES_H
#define HEARTH_COMMAND_NEW_FILES_H

#include "command/options.h"

struct making {
	const struct options *options;
	struct arena *arena;
	struct period period; /* the year that begins */
	struct period last;   /* the one it follows */
	struct str folder;    /* input/2025-26 */
	bool failed;	      /* the system did, and it was said */
};

/* Makes the file, and says so; one that is there is left as it is, and that is said. */
void make_file(struct making *making, struct str path, struct str content);
void make_folder(struct making *making, struct str path);

#endif
