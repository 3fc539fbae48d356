#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/str.h"

/* Room for `more` bytes and the NUL behind them. */
static void buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t needed;
	if (__builtin_add_overflow(buffer->length, more, &needed) || needed >= SIZE_MAX / 2)
		memory_exhausted();
	if (needed < buffer->capacity)
		return;
	size_t capacity = buffer->capacity ? buffer->capacity : 64;
	while (capacity <= needed)
		capacity *= 2;
	buffer->at = memory_resize(buffer->at, capacity);
	buffer->capacity = capacity;
}

char *buffer_room(struct buffer *buffer, size_t size)
{
	buffer_reserve(buffer, size);
	return buffer->at + buffer->length;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	buffer_reserve(buffer, length);
	if (length)
		memcpy(buffer->at + buffer->length, bytes, length);
	buffer->length += length;
	buffer->at[buffer->length] = '\0';
}

void buffer_str(struct buffer *buffer, struct str s)
{
	buffer_add(buffer, s.at, s.length);
}

void buffer_text(struct buffer *buffer, const char *terminated)
{
	buffer_str(buffer, str_of(terminated));
}

void buffer_byte(struct buffer *buffer, char byte)
{
	buffer_add(buffer, &byte, 1);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
	char *text = NULL;
	va_list list;
	va_start(list, format);
	int length = vasprintf(&text, format, list);
	va_end(list);
	if (length < 0)
		memory_exhausted();
	buffer_add(buffer, text, (size_t)length);
	free(text);
}

struct str buffer_view(const struct buffer *buffer)
{
	return buffer->at ? (struct str){buffer->at, buffer->length} : STR("");
}

void buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
	if (buffer->at)
		buffer->at[0] = '\0';
}

void buffer_release(struct buffer *buffer)
{
	free(buffer->at);
	*buffer = (struct buffer){0};
}
