/*
 * A file cut into pieces, each of which but the first begins, if it can be, before a tag that may
 * stand below the root. Whether it does stand there is for those who read what comes before.
 */
#ifndef HEARTH_READ_XML_PIECES_H
#define HEARTH_READ_XML_PIECES_H

#include "read/xml/input.h"
#include "read/xml/window.h"

struct file_piece {
	struct buffer bytes;
	struct spot_in_file from, to;
	bool cut; /* begins at such a tag, or at the white space before it */
};

struct pieces {
	struct input *input;
	size_t size;			    /* of a piece, about */
	bool (*may_begin)(struct str name); /* of a tag, prefix and all */
	struct buffer rest;		    /* what was read beyond the piece before */
	struct spot_in_file next;
	bool next_is_cut, ended;
};

void pieces_init(struct pieces *pieces, struct input *input, size_t size,
		 bool (*may_begin)(struct str name));
/* False when there are no more, or, with input->why, when the rest can't be read. */
bool pieces_next(struct pieces *pieces, struct file_piece *piece);
void pieces_release(struct pieces *pieces);

#endif
