/*
 * Plain files as they are, packed ones by zlib. gzip allows one member after another and zeros
 * behind the last; anything else behind it, a member cut short or a wrong checksum make the file
 * broken.
 */
#include "read/xml/input.h"

#include <stdlib.h>
#include <string.h>

enum { GZIP_ONLY = 16 };

static void start_unzipping(struct input *input, const char *head, size_t length)
{
	if (inflateInit2(&input->stream, MAX_WBITS + GZIP_ONLY) != Z_OK)
		memory_exhausted();
	input->zipped = true;
	input->packed = memory_resize(NULL, INPUT_BYTES);
	memcpy(input->packed, head, length);
	input->stream.next_in = input->packed;
	input->stream.avail_in = (uInt)length;
}

bool input_open(struct input *input, struct arena *arena, struct str path, bool hold)
{
	struct str why;

	*input = (struct input){.is_held = hold, .file.descriptor = -1};
	if (hold) {
		if (!files_read(arena, path, &input->held, &why))
			input->why = why.at;
	} else if (!file_stream_open(&input->file, path)) {
		input->why = input->file.why;
	}
	return !input->why;
}

void input_open_memory(struct input *input, struct str bytes)
{
	*input = (struct input){.is_held = true, .held = bytes, .file.descriptor = -1};
}

void input_close(struct input *input)
{
	if (input->packed)
		inflateEnd(&input->stream);
	free(input->packed);
	file_stream_close(&input->file);
	*input = (struct input){.file.descriptor = -1};
}

bool input_finish(struct input *input)
{
	if (!input->is_held && !file_stream_finish(&input->file))
		input->why = input->file.why;
	return !input->why;
}

uint64_t input_taken(const struct input *input)
{
	return input->file.taken;
}

static bool at_end(const struct input *input)
{
	return input->is_held ? !input->held.length : input->file.at_end;
}

static size_t read_raw(struct input *input, void *into, size_t room)
{
	if (!input->is_held) {
		size_t got = file_stream_read(&input->file, into, room);
		input->why = input->file.why;
		return got;
	}
	size_t length = room < input->held.length ? room : input->held.length;
	if (length)
		memcpy(into, input->held.at, length);
	input->held = str_slice(input->held, length, input->held.length);
	return length;
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
		return !at_end(input);
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
	if (!stream->avail_in && !at_end(input)) {
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

static bool is_gzip(const char *head, size_t length)
{
	return length >= 2 && head[0] == '\x1f' && head[1] == '\x8b';
}

size_t input_read(struct input *input, char *into, size_t room)
{
	if (input->why)
		return 0;
	if (!input->zipped) {
		size_t got = read_raw(input, into, room < INPUT_BYTES ? room : INPUT_BYTES);
		bool is_first = !input->begun;
		input->begun = true;
		if (!is_first || !is_gzip(into, got))
			return got;
		start_unzipping(input, into, got);
	}
	input->stream.next_out = (unsigned char *)into;
	input->stream.avail_out = (uInt)room;
	/* What was unpacked before a fault is given first; the fault comes with the next call. */
	while (input->stream.avail_out && unzip_some(input))
		;
	return room - input->stream.avail_out;
}
