/*
 * Plain files by read(), packed ones by zlib. gzip allows one member after another and zeros behind
 * the last; anything else behind it, a member cut short or a wrong checksum make the file broken.
 */
#include "read/xml/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { GZIP_ONLY = 16 };

static bool refuse(struct input *input, const char *why)
{
	input->why = why;
	return false;
}

static bool start_unzipping(struct input *input)
{
	if (inflateInit2(&input->stream, MAX_WBITS + GZIP_ONLY) != Z_OK)
		memory_exhausted();
	input->packed = memory_resize(NULL, INPUT_BYTES);
	return true;
}

bool input_open(struct input *input, const char *path)
{
	struct stat about;
	*input = (struct input){.zipped = str_ends(str_of(path), STR(".gz"))};
	/* Without waiting: the name may be that of a pipe to which nobody writes. */
	input->descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (input->descriptor < 0 || fstat(input->descriptor, &about) != 0)
		return refuse(input, strerror(errno));
	if (!S_ISREG(about.st_mode))
		return refuse(input, "it is no regular file");
	input->size = (uint64_t)about.st_size;
	return !input->zipped || start_unzipping(input);
}

void input_close(struct input *input)
{
	if (input->packed)
		inflateEnd(&input->stream);
	free(input->packed);
	if (input->descriptor >= 0)
		close(input->descriptor);
	*input = (struct input){.descriptor = -1};
}

static size_t read_raw(struct input *input, void *into, size_t room)
{
	ssize_t got;
	do {
		got = read(input->descriptor, into, room);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		input->why = strerror(errno);
	if (got <= 0) {
		input->at_end = true;
		return 0;
	}
	input->taken += (uint64_t)got;
	return (size_t)got;
}

static size_t break_off(struct input *input, const char *why)
{
	if (!input->why) {
		input->why = why;
		input->broken_gzip = true;
	}
	return 0;
}

/* Between members: passes over padding. False when no member follows, or none may. */
static bool next_member(struct input *input)
{
	z_stream *stream = &input->stream;
	while (stream->avail_in && *stream->next_in == 0) {
		input->padded = true;
		stream->next_in++;
		stream->avail_in--;
	}
	if (!stream->avail_in)
		return !input->at_end;
	if (input->padded || *stream->next_in != 0x1f) {
		break_off(input, "other bytes follow its end");
		return false;
	}
	inflateReset(stream);
	input->member_ended = false;
	return true;
}

/* One turn of inflate(); false when there is nothing more, or input->why says what is wrong. */
static bool unzip_some(struct input *input)
{
	z_stream *stream = &input->stream;
	if (!stream->avail_in && !input->at_end) {
		stream->next_in = input->packed;
		stream->avail_in = (uInt)read_raw(input, input->packed, INPUT_BYTES);
		if (input->why)
			return false;
	}
	if (input->member_ended)
		return next_member(input);
	if (!stream->avail_in)
		return break_off(input, "it ends too early");
	int result = inflate(stream, Z_NO_FLUSH);
	if (result == Z_MEM_ERROR)
		memory_exhausted();
	input->member_ended = result == Z_STREAM_END;
	if (result != Z_STREAM_END && result != Z_OK && result != Z_BUF_ERROR)
		return break_off(input, stream->msg ? stream->msg : "its data are damaged");
	return true;
}

size_t input_read(struct input *input, char *into, size_t room)
{
	if (input->why)
		return 0;
	if (!input->zipped)
		return read_raw(input, into, room);
	input->stream.next_out = (unsigned char *)into;
	input->stream.avail_out = (uInt)room;
	/* What was unpacked before a fault is given first; the fault comes with the next call. */
	while (input->stream.avail_out && unzip_some(input))
		;
	return room - input->stream.avail_out;
}
