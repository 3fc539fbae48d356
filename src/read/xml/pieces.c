/* The cutting of files. Looks at bytes only: it may find a tag within a comment. */
#include "read/xml/pieces.h"

#include <string.h>

#include "base/buffer.h"
#include "read/xml/markup.h"

enum { LINES_AT_ONCE = 4096 };

void pieces_init(struct pieces *pieces, struct input *input, size_t size,
		 bool (*may_begin)(struct str name))
{
	*pieces = (struct pieces){
		.input = input, .size = size, .may_begin = may_begin, .next = {.line = 1}};
}

void pieces_release(struct pieces *pieces)
{
	buffer_release(&pieces->rest);
}

/* The name of the tag that begins there, if all of it is at hand; else empty. */
static struct str name_at(struct str bytes, size_t tag)
{
	size_t end = tag + 1;
	while (end < bytes.length && !markup_is_space(bytes.at[end]) && bytes.at[end] != '>' &&
	       bytes.at[end] != '/' && bytes.at[end] != '<')
		end++;
	return end < bytes.length ? str_slice(bytes, tag + 1, end) : STR("");
}

/* Behind the last `>` that such a tag follows; 0 when there is none near the end. */
static size_t find_cut(const struct pieces *pieces, struct str bytes)
{
	size_t least = bytes.length > INPUT_BYTES ? bytes.length - INPUT_BYTES : 0;
	size_t end = bytes.length;
	const char *tag;
	while ((tag = memrchr(bytes.at + least, '<', end - least)) != NULL) {
		end = (size_t)(tag - bytes.at);
		size_t before = end;
		while (before > 0 && markup_is_space(bytes.at[before - 1]))
			before--;
		if (before > 0 && bytes.at[before - 1] == '>' &&
		    pieces->may_begin(name_at(bytes, end)))
			return before;
	}
	return 0;
}

/* Written so that the compiler takes many bytes at a time. */
static uint32_t count_newlines(const char *at, size_t length)
{
	uint32_t lines = 0;
	for (size_t from = 0; from < length; from += LINES_AT_ONCE) {
		size_t end = length - from < LINES_AT_ONCE ? length : from + LINES_AT_ONCE;
		uint16_t found = 0;
		for (size_t i = from; i < end; i++)
			found += at[i] == '\n';
		lines += found;
	}
	return lines;
}

static struct spot_in_file behind(struct spot_in_file from, struct str bytes)
{
	const char *last = bytes.length ? memrchr(bytes.at, '\n', bytes.length) : NULL;
	struct spot_in_file to = from;
	to.offset += bytes.length;
	if (!last)
		return to;
	to.line += count_newlines(bytes.at, bytes.length);
	to.line_start = from.offset + (uint64_t)(last + 1 - bytes.at);
	return to;
}

static void fill(struct pieces *pieces, struct buffer *bytes)
{
	size_t step = pieces->size < INPUT_BYTES ? pieces->size : INPUT_BYTES;
	buffer_clear(bytes);
	buffer_str(bytes, buffer_view(&pieces->rest));
	buffer_clear(&pieces->rest);
	while (!pieces->ended && bytes->length < pieces->size) {
		size_t got = input_read(pieces->input, buffer_room(bytes, step), step);
		bytes->length += got;
		pieces->ended = got == 0;
	}
}

bool pieces_next(struct pieces *pieces, struct file_piece *piece)
{
	fill(pieces, &piece->bytes);
	struct str bytes = buffer_view(&piece->bytes);
	size_t cut = pieces->ended || !bytes.length ? 0 : find_cut(pieces, bytes);
	piece->cut = pieces->next_is_cut;
	pieces->next_is_cut = cut != 0;
	if (cut) {
		buffer_str(&pieces->rest, str_slice(bytes, cut, bytes.length));
		piece->bytes.length = cut;
	}
	piece->from = pieces->next;
	piece->to = pieces->next = behind(piece->from, buffer_view(&piece->bytes));
	return piece->bytes.length != 0;
}
