/*
 * Strings and UTF-8. Owns nothing: what a function makes belongs to the arena it was given.
 */
#include "base/str.h"

#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

struct str str_of(const char *terminated)
{
	return terminated ? (struct str){terminated, strlen(terminated)} : STR("");
}

bool str_equal(struct str a, struct str b)
{
	return a.length == b.length && (!a.length || memcmp(a.at, b.at, a.length) == 0);
}

bool str_is(struct str a, const char *terminated)
{
	return str_equal(a, str_of(terminated));
}

int str_compare(struct str a, struct str b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
	return order ? order : (a.length > b.length) - (a.length < b.length);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.length >= prefix.length && str_equal(str_slice(s, 0, prefix.length), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.length >= suffix.length &&
	       str_equal(str_slice(s, s.length - suffix.length, s.length), suffix);
}

bool str_ends_any_case(struct str s, struct str suffix)
{
	return s.length >= suffix.length &&
	       strncasecmp(s.at + s.length - suffix.length, suffix.at, suffix.length) == 0;
}

struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.length)
		to = s.length;
	if (from > to)
		from = to;
	return from ? (struct str){s.at + from, to - from} : (struct str){s.at, to};
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct str str_trim(struct str s)
{
	size_t from = 0, to = s.length;
	while (from < to && is_space(s.at[from]))
		from++;
	while (to > from && is_space(s.at[to - 1]))
		to--;
	return str_slice(s, from, to);
}

size_t str_find(struct str s, char byte, size_t from)
{
	if (from >= s.length)
		return s.length;
	const char *found = memchr(s.at + from, byte, s.length - from);
	return found ? (size_t)(found - s.at) : s.length;
}

struct str str_copy(struct arena *arena, struct str s)
{
	char *copy = arena_bytes(arena, s.length + 1);
	if (s.length)
		memcpy(copy, s.at, s.length);
	return (struct str){copy, s.length};
}

const char *str_terminated(struct arena *arena, struct str s)
{
	return str_copy(arena, s).at;
}

struct str str_format(struct arena *arena, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	struct str made = str_vformat(arena, format, list);
	va_end(list);
	return made;
}

struct str str_vformat(struct arena *arena, const char *format, va_list list)
{
	char *text = NULL;
	int length = vasprintf(&text, format, list);
	if (length < 0)
		memory_exhausted();
	struct str copy = str_copy(arena, (struct str){text, (size_t)length});
	free(text);
	return copy;
}

/* The letter without its marks: the first character of its full canonical decomposition. */
static uint32_t base_letter(uint32_t character)
{
	hb_codepoint_t first, second;
	while (hb_unicode_decompose(hb_unicode_funcs_get_default(), character, &first, &second))
		character = first;
	return character;
}

struct str str_slug(struct arena *arena, struct str s)
{
	char *slug = arena_bytes(arena, s.length + 1);
	size_t length = 0, position = 0;
	bool gap = false;
	for (uint32_t c; (c = str_next(s, &position)) != 0;) {
		c = base_letter(c);
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (!kept) {
			/* "council's" is one word; marks that stand alone part none either. */
			gap = gap || !(c == '\'' || c == 0x2019 || (c >= 0x300 && c < 0x370));
			continue;
		}
		if (gap && length)
			slug[length++] = '-';
		gap = false;
		slug[length++] = (char)c;
	}
	return (struct str){slug, length};
}

/* How many bytes the character's first byte announces, and its own bits; 0 for no first byte. */
static size_t utf8_first(unsigned char byte, uint32_t *bits, uint32_t *least)
{
	if (byte >= 0xc2 && byte < 0xe0) {
		*bits = byte & 0x1f;
		*least = 0x80;
		return 2;
	}
	if (byte >= 0xe0 && byte < 0xf0) {
		*bits = byte & 0x0f;
		*least = 0x800;
		return 3;
	}
	if (byte >= 0xf0 && byte < 0xf5) {
		*bits = byte & 0x07;
		*least = 0x10000;
		return 4;
	}
	return 0;
}

/* Decodes one character that isn't ASCII; gives its bytes, or 0 when they aren't UTF-8. */
static size_t utf8_decode(const unsigned char *at, size_t left, uint32_t *character)
{
	uint32_t c, least;
	size_t bytes = utf8_first(at[0], &c, &least);
	if (!bytes || bytes > left)
		return 0;
	for (size_t i = 1; i < bytes; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (at[i] & 0x3f);
	}
	if (c < least || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	*character = c;
	return bytes;
}

uint32_t str_next(struct str s, size_t *position)
{
	if (*position >= s.length)
		return 0;
	const unsigned char *at = (const unsigned char *)s.at + *position;
	if (*at < 0x80) {
		++*position;
		return *at ? *at : 0xfffd; /* 0 means the end */
	}
	uint32_t character = 0xfffd;
	size_t bytes = utf8_decode(at, s.length - *position, &character);
	*position += bytes ? bytes : 1;
	return character;
}

size_t str_encode(uint32_t character, char out[4])
{
	if (character < 0x80) {
		out[0] = (char)character;
		return 1;
	}
	if (character < 0x800) {
		out[0] = (char)(0xc0 | character >> 6);
		out[1] = (char)(0x80 | (character & 0x3f));
		return 2;
	}
	if (character < 0x10000) {
		out[0] = (char)(0xe0 | character >> 12);
		out[1] = (char)(0x80 | (character >> 6 & 0x3f));
		out[2] = (char)(0x80 | (character & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | character >> 18);
	out[1] = (char)(0x80 | (character >> 12 & 0x3f));
	out[2] = (char)(0x80 | (character >> 6 & 0x3f));
	out[3] = (char)(0x80 | (character & 0x3f));
	return 4;
}

bool str_is_utf8(struct str s, size_t *bad)
{
	size_t position = 0;
	while (position < s.length) {
		const unsigned char *at = (const unsigned char *)s.at + position;
		uint32_t character;
		size_t bytes = *at < 0x80 ? 1 : utf8_decode(at, s.length - position, &character);
		if (!bytes) {
			if (bad)
				*bad = position;
			return false;
		}
		position += bytes;
	}
	return true;
}

struct str str_composed(struct arena *arena, struct str s)
{
	utf8proc_uint8_t *composed = NULL;
	bool marked = false;

	/* Combining marks begin at U+0300: no byte below 0xcc is part of one. */
	for (size_t i = 0; i < s.length && !marked; i++)
		marked = (unsigned char)s.at[i] >= 0xcc;
	if (!marked)
		return s;
	utf8proc_ssize_t length =
		utf8proc_map((const utf8proc_uint8_t *)s.at, (utf8proc_ssize_t)s.length, &composed,
			     UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	if (length >= 0)
		s = str_copy(arena, (struct str){(const char *)composed, (size_t)length});
	free(composed);
	return s;
}
