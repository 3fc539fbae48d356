/*
 * What the kernel keeps the program to, once it knows what it was asked: no file but those of its
 * folders, read-only but for where it writes (Landlock); no socket and no other program (seccomp);
 * no core file, which would hold records. Input is hostile, and the libraries that read it are
 * large.
 */
#ifndef HEARTH_COMMAND_CONFINE_H
#define HEARTH_COMMAND_CONFINE_H

#include "base/str.h"

struct confinement {
	const struct str *read,
		*written; /* folders and files; those that are missing are passed over */
	size_t read_count, written_count;
};

/*
 * Confines this process, and all that it starts, for good. False with *why, in words, when the
 * kernel lacks a part of it; what it has then holds all the same.
 */
bool confine(struct arena *arena, const struct confinement *to, struct str *why);

#endif
