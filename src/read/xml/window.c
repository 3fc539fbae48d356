/*
 * Raw bytes, their soundness, their lines. Knows nothing of XML beyond which bytes it may have.
 */
#include "read/xml/window.h"
#include "base/buffer.h"

#include <endian.h>
#include <string.h>

void window_init(struct window *window)
{
	*window = (struct window){.line = 1};
}

void window_release(struct window *window)
{
	buffer_release(&window->bytes);
}

void window_move(struct window *window, struct spot_in_file to)
{
	window->from = window->sound = window->counted = to.offset;
	window->line_start = to.line_start;
	window->line = to.line;
}

char *window_room(struct window *window, size_t size)
{
	return buffer_room(&window->bytes, size);
}

void window_filled(struct window *window, size_t size)
{
	window->bytes.length += size;
}

uint64_t window_end(const struct window *window)
{
	return window->from + window->bytes.length;
}

struct str window_rest(const struct window *window, uint64_t offset)
{
	if (offset < window->from)
		offset = window->from;
	return str_slice(buffer_view(&window->bytes), (size_t)(offset - window->from),
			 window->bytes.length);
}

static void count_lines(struct window *window, uint64_t offset)
{
	if (offset > window_end(window))
		offset = window_end(window);
	if (offset <= window->counted)
		return;
	const char *at = window->bytes.at + (window->counted - window->from);
	const char *end = window->bytes.at + (offset - window->from);
	while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		at++;
		window->line++;
		window->line_start = window->from + (uint64_t)(at - window->bytes.at);
	}
	window->counted = offset;
}

void window_trim(struct window *window, uint64_t offset)
{
	if (offset > window_end(window))
		offset = window_end(window);
	if (offset <= window->from)
		return;
	count_lines(window, offset);
	size_t gone = (size_t)(offset - window->from);
	window->bytes.length -= gone;
	memmove(window->bytes.at, window->bytes.at + gone, window->bytes.length);
	window->from = offset;
}

struct place window_place(struct window *window, uint64_t offset)
{
	count_lines(window, offset);
	uint64_t column = offset - window->line_start + 1;
	return (struct place){
		.line = window->line,
		.column = column < UINT32_MAX ? (uint32_t)column : UINT32_MAX,
	};
}

/*
 * How many of eight bytes come before the first that has its high bit or is below a space. (What is
 * borrowed in the subtraction only reaches bytes behind the first.)
 */
static size_t plain_bytes(const char *at)
{
	uint64_t eight;
	memcpy(&eight, at, sizeof(eight));
	eight = htole64(eight);
	uint64_t odd = (eight | (eight - 0x2020202020202020u)) & 0x8080808080808080u;
	return odd ? (size_t)__builtin_ctzll(odd) / 8 : 8;
}

enum { STRIDE = 64 };

typedef signed char vector __attribute__((vector_size(16)));

/* Whether so many bytes are ASCII and no control characters. */
static bool is_plain_stride(const char *at)
{
	vector odd = {0};
	for (size_t i = 0; i < STRIDE; i += sizeof(vector)) {
		vector bytes; /* below a space is what is not ASCII, too */
		memcpy(&bytes, at + i, sizeof(bytes));
		odd |= (bytes < 0x20) & (bytes != '\t') & (bytes != '\n') & (bytes != '\r');
	}
	uint64_t halves[2];
	memcpy(halves, &odd, sizeof(halves));
	return !(halves[0] | halves[1]);
}

static bool is_control(unsigned char byte)
{
	return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/* A character that is not ASCII: its bytes; 0 when they are wrong, or cut off by the end. */
static size_t character_bytes(struct str rest)
{
	size_t position = 0;
	uint32_t c = str_next(rest, &position);
	return c == 0xfffd && position == 1 ? 0 : position;
}

/* Whether the bytes could be the beginning of a character that the next chunk completes. */
static bool is_cut(struct str rest)
{
	unsigned char first = (unsigned char)rest.at[0];
	size_t announced = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
	return first >= 0xc2 && first < 0xf5 && rest.length < announced;
}

enum window_fault window_examine(struct window *window, bool at_end)
{
	struct str rest = window_rest(window, window->sound);
	enum window_fault fault = WINDOW_SOUND;
	size_t at = 0;
	while (at < rest.length && !fault) {
		if (at + STRIDE <= rest.length && is_plain_stride(rest.at + at)) {
			at += STRIDE;
			continue;
		}
		if (at + 8 <= rest.length) {
			size_t plain = plain_bytes(rest.at + at);
			at += plain;
			if (plain == 8)
				continue;
		}
		unsigned char byte = (unsigned char)rest.at[at];
		if (byte < 0x80) {
			if (is_control(byte))
				fault = WINDOW_CONTROL;
			at += !fault;
			continue;
		}
		struct str left = str_slice(rest, at, rest.length);
		size_t bytes = character_bytes(left);
		if (!bytes && !at_end && is_cut(left))
			break;
		if (!bytes)
			fault = WINDOW_NOT_UTF8;
		at += bytes;
	}
	window->sound += at;
	return fault;
}
