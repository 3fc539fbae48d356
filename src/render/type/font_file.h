/* The files of the typefaces, as they are handed to HarfBuzz and FreeType. */
#ifndef HEARTH_RENDER_TYPE_FONT_FILE_H
#define HEARTH_RENDER_TYPE_FONT_FILE_H

#include <hb.h>

#include "base/str.h"

/* The bytes live as long as the run. False with *why, which names the file. */
bool font_file_read(struct arena *arena, struct str folder, const char *name, struct str *bytes,
		    struct str *why);
/* The same for HarfBuzz, to be destroyed; NULL with *why. */
hb_blob_t *font_file_blob(struct arena *arena, struct str folder, const char *name,
			  struct str *why);

#endif
