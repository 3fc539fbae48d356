/*
 * The growing buffer of str.h. Owns its bytes until buffer_release().
 */
#ifndef HEARTH_BASE_BUFFER_H
#define HEARTH_BASE_BUFFER_H

#include "base/str.h"

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_str(struct buffer *buffer, struct str s);
void buffer_text(struct buffer *buffer, const char *terminated);
void buffer_byte(struct buffer *buffer, char byte);
/* Room for `size` bytes behind what is there, to be written and counted (length) by the caller. */
char *buffer_room(struct buffer *buffer, size_t size);
__attribute__((format(printf, 2, 3))) void buffer_format(struct buffer *buffer, const char *format,
							 ...);
struct str buffer_view(const struct buffer *buffer); /* valid until the next addition */
void buffer_clear(struct buffer *buffer);
void buffer_release(struct buffer *buffer);

#endif
