/* What a pack's folder holds, seen as it is: no link is followed, nothing but a file is opened. */
#ifndef HEARTH_PUBLISH_CONTENTS_H
#define HEARTH_PUBLISH_CONTENTS_H

#include "base/str.h"

struct content {
	struct str name; /* relative to the pack */
	int64_t size;
	bool is_folder, is_file; /* neither: a link, a pipe, a device */
};

struct pack_contents {
	struct content *items; /* by name */
	size_t count, capacity;
};

/* Everything in the pack and in its folders. False with *why. */
bool contents_list(struct arena *arena, struct str pack, struct pack_contents *contents,
		   struct str *why);

/* A file whole; nothing else is opened, and no link followed. False with *why. */
bool content_read(struct arena *arena, struct str path, struct str *content, struct str *why);

#endif
