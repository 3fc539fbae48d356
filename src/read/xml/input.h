/*
 * The bytes of one file, unpacked when they are gzip's, whatever the file is called; constant
 * memory however large it is.
 */
#ifndef HEARTH_READ_XML_INPUT_H
#define HEARTH_READ_XML_INPUT_H

#include <zlib.h>

#include "base/files.h"

enum { INPUT_BYTES = 64 * 1024 };

struct input {
	struct file_stream file;
	struct str held;  /* the whole file, when it is read so; what of it was not given yet */
	const char *why;  /* what is wrong, once something is; as long-lived as file_stream.why */
	bool broken_gzip; /* `why` speaks of the packing, not of the file */
	bool is_held, begun, zipped, member_ended, padded;
	z_stream stream;
	unsigned char *packed; /* INPUT_BYTES of a zipped file */
};

/*
 * False with input->why set when it can't be read. A file that is held is read whole, once a run,
 * into the arena or the run's; any other goes by in pieces.
 */
bool input_open(struct input *input, struct arena *arena, struct str path, bool hold);
/* Of bytes that are at hand already, and live as long. */
void input_open_memory(struct input *input, struct str bytes);
/* Up to `room` bytes; 0 at the end, or, with input->why set, where the file is broken. */
size_t input_read(struct input *input, char *into, size_t room);
uint64_t input_taken(const struct input *input); /* bytes of the file itself, so far */
/* Takes note of a file that went by, to its end. False with input->why. */
bool input_finish(struct input *input);
void input_close(struct input *input);

#endif
