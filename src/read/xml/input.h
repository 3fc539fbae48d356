/*
 * The bytes of one file, unpacked when its name ends in .gz; constant memory however large it is.
 */
#ifndef HEARTH_READ_XML_INPUT_H
#define HEARTH_READ_XML_INPUT_H

#include <zlib.h>

#include "base/str.h"

enum { INPUT_BYTES = 64 * 1024 };

struct input {
	int descriptor;
	uint64_t size;	  /* of the file as it lies on the disk */
	uint64_t taken;	  /* so much of it was read */
	const char *why;  /* what is wrong, once something is; constant text */
	bool broken_gzip; /* `why` speaks of the packing, not of the system */
	bool zipped, at_end, member_ended, padded;
	z_stream stream;
	unsigned char *packed; /* INPUT_BYTES of a zipped file */
};

/* False with input->why set when there is no such regular file. Never waits (for a pipe). */
bool input_open(struct input *input, const char *path);
/* Up to `room` bytes; 0 at the end, or, with input->why set, where the file is broken. */
size_t input_read(struct input *input, char *into, size_t room);
void input_close(struct input *input);

#endif
