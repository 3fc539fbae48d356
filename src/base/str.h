/*
 * Strings: a pointer and a length, never owned, not NUL-terminated unless said; and a buffer that
 * grows. All text is UTF-8.
 */
#ifndef HEARTH_BASE_STR_H
#define HEARTH_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct str {
	const char *at;
	size_t length;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).length, (s).at

struct str str_of(const char *terminated); /* NULL gives the empty string */
bool str_equal(struct str a, struct str b);
bool str_is(struct str a, const char *terminated);
int str_compare(struct str a, struct str b); /* by byte, as strcmp */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_ends_any_case(struct str s, struct str suffix);    /* ASCII's letters alike */
struct str str_slice(struct str s, size_t from, size_t to); /* both clamped to the length */
struct str str_trim(struct str s);			    /* white space of XML at both ends */
/* Position of the first `byte` at or after `from`; s.length when there is none. */
size_t str_find(struct str s, char byte, size_t from);

/* Copies in the arena; the bytes are followed by a NUL that is not counted. */
struct str str_copy(struct arena *arena, struct str s);
const char *str_terminated(struct arena *arena, struct str s);
__attribute__((format(printf, 2, 3))) struct str str_format(struct arena *arena, const char *format,
							    ...);
struct str str_vformat(struct arena *arena, const char *format, va_list list);
/* "Leicester City Council" -> "leicester-city-council"; letters with marks lose them. */
struct str str_slug(struct arena *arena, struct str s);

/*
 * In Unicode's Normalization Form C, as the web's pages are: a letter and its combining mark become
 * one character where there is one. The text itself when it is so already.
 */
struct str str_composed(struct arena *arena, struct str s);

/*
 * The next character of UTF-8 text at *position, which moves behind it. Bytes that are not UTF-8
 * give U+FFFD, one byte each. At the end 0 is given and *position stays.
 */
uint32_t str_next(struct str s, size_t *position);
size_t str_encode(uint32_t character, char out[4]); /* the number of bytes, 1 to 4 */
bool str_is_utf8(struct str s, size_t *bad);	    /* *bad: the first wrong byte's position */

/*
 * A buffer of bytes that grows, on the heap: {0} is an empty one. Always followed by a NUL that is
 * not counted, once anything was added.
 */
struct buffer {
	char *at;
	size_t length;
	size_t capacity;
};

#endif
