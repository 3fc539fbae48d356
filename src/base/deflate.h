/*
 * Packing by libdeflate: the one place that holds its handles, for all files that hold packed bytes
 * but EPUB (PDF, PNG, WOFF), which libzip packs. The same bytes come out on every machine.
 */
#ifndef HEARTH_BASE_DEFLATE_H
#define HEARTH_BASE_DEFLATE_H

#include "base/str.h"

struct deflater; /* one at work at a time */

/* `level` is libdeflate's: 1 is fast, 12 is small. Given back by deflater_close(), which takes
 * NULL. */
struct deflater *deflater_open(int level);
void deflater_close(struct deflater *deflater);

/* Adds the content packed, as a zlib stream (RFC 1950). */
void deflate_zlib(struct deflater *deflater, struct str content, struct buffer *out);

/* The checksum of PNG, carried on from that of what came before; of nothing it is 0. */
uint32_t deflate_checksum(uint32_t before, struct str content);

#endif
