/* Fonts come through the door that all inputs come through; no library opens one by its name. */
#include "render/type/font_file.h"

#include "base/file.h"
#include "base/files.h"

bool font_file_read(struct arena *arena, struct str folder, const char *name, struct str *bytes,
		    struct str *why)
{
	struct str path = path_join(arena, folder, str_of(name));

	if (files_read(arena, path, bytes, why))
		return true;
	*why = str_format(arena, "%.*s: %.*s", STR_ARG(path), STR_ARG(*why));
	return false;
}

hb_blob_t *font_file_blob(struct arena *arena, struct str folder, const char *name, struct str *why)
{
	struct str bytes;

	if (!font_file_read(arena, folder, name, &bytes, why))
		return NULL;
	return hb_blob_create(bytes.at, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY, NULL,
			      NULL);
}
