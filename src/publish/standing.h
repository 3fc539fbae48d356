/* What stands in the place to which a pack is to go. */
#ifndef HEARTH_PUBLISH_STANDING_H
#define HEARTH_PUBLISH_STANDING_H

#include <sys/types.h>

#include "base/diagnostic.h"

enum standing_kind {
	STANDING_NOTHING,
	STANDING_DRAFT,	  /* whole, and nothing but what its manifest lists: free to be replaced */
	STANDING_SEALED,  /* or its manifest says so, though it changed since */
	STANDING_UNKNOWN, /* a folder that can't be shown to be a draft: kept as a sealed pack is */
	STANDING_OTHER,	  /* no folder: nothing that a build may touch */
};

struct standing {
	enum standing_kind kind;
	int64_t sealed;	  /* seconds since 1970; 0: not known to be */
	mode_t mode;	  /* of the folder */
	const char *what; /* OTHER: "a file", "a symbolic link" */
};

/* Looks, without following a link. Why a folder is no draft comes as errors in `diagnostics`. */
struct standing standing_look(struct arena *arena, struct str folder,
			      struct diagnostics *diagnostics);

#endif
