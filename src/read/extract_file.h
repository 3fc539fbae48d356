/*
 * One extract, read in pieces: those that workers have read are taken over where nothing speaks
 * against it, the others are read here. What comes of it does not depend on how many workers there
 * are.
 */
#ifndef HEARTH_READ_EXTRACT_FILE_H
#define HEARTH_READ_EXTRACT_FILE_H

#include "read/crew.h"

enum { PIECE_BYTES = 128 * 1024 };

/* False when it could not be read to its end. */
bool extract_file_read(struct taking *taking, struct crew *crew, struct str path,
		       uint32_t file_index, size_t piece_bytes);

#endif
