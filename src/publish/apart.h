/* Whether an output folder is apart from the folders that a run reads. */
#ifndef HEARTH_PUBLISH_APART_H
#define HEARTH_PUBLISH_APART_H

#include "base/str.h"

/*
 * True when `output`, which need not be there yet, neither holds `folder` nor lies within it, by
 * whatever links it is named. A folder that isn't there is apart from everything. An output of
 * which that can't be said, with ".." behind what isn't there, is not apart.
 */
bool folder_is_apart(struct arena *arena, struct str output, struct str folder);

#endif
