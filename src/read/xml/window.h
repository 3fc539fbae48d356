/*
 * The part of a file that the parser has in hand, and where its lines begin.
 *
 * libxml2's own line numbers end at 65535 in places and it has no columns of attributes, so the
 * raw bytes are kept from the parser's position on, and newlines are counted as it moves.
 */
#ifndef HEARTH_READ_XML_WINDOW_H
#define HEARTH_READ_XML_WINDOW_H

#include "base/diagnostic.h"

/* Why bytes can't be XML in UTF-8, whatever they say. */
enum window_fault { WINDOW_SOUND, WINDOW_NOT_UTF8, WINDOW_CONTROL };

struct window {
	struct buffer bytes;
	uint64_t from;	     /* the offset in the file of the first byte */
	uint64_t sound;	     /* up to here the bytes are UTF-8 without control characters */
	uint64_t counted;    /* up to here lines are counted */
	uint64_t line_start; /* the offset where the line of `counted` begins */
	uint32_t line;	     /* its number */
};

void window_init(struct window *window);
void window_release(struct window *window);

/* Where in a file something is, and on which line. */
struct spot_in_file {
	uint64_t offset;
	uint64_t line_start; /* the offset where its line begins */
	uint32_t line;
};

/* Passes over all up to there, unseen; nothing may be left in the window. */
void window_move(struct window *window, struct spot_in_file to);

/* Room for `size` bytes behind what is there; then says how many were put there. */
char *window_room(struct window *window, size_t size);
void window_filled(struct window *window, size_t size);
/* Forgets what lies before `offset`, whose lines are counted first. */
void window_trim(struct window *window, uint64_t offset);

/* The bytes of the window from `offset` to its end. */
struct str window_rest(const struct window *window, uint64_t offset);
uint64_t window_end(const struct window *window);

/* Moves `sound` on over the bytes that may be pushed; at the end of the file nothing may be left.
 */
enum window_fault window_examine(struct window *window, bool at_end);

/* The line and column of an offset that isn't before the last one asked for, or a trim. */
struct place window_place(struct window *window, uint64_t offset);

#endif
