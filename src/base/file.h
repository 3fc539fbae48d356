/*
 * Files and folders: read whole, write whole, list in order. What can't be done is said in words:
 * functions give false and set *why to a message that names the file and the cause.
 */
#ifndef HEARTH_BASE_FILE_H
#define HEARTH_BASE_FILE_H

#include "base/str.h"

struct str path_join(struct arena *arena, struct str folder, struct str name);
struct str path_name(struct str path); /* what follows the last '/' */
/* Whether the path is that of the folder or of something in it, as both are written. */
bool path_is_inside(struct str path, struct str folder);

bool file_exists(struct str path);
bool folder_exists(struct str path);

/*
 * Writes a new file or replaces one; flushed to disk; every error of write and close is caught. Its
 * mode is 0644 whatever the umask, and 0600 as long as it is not whole.
 */
bool file_write(struct arena *arena, struct str path, struct str content, struct str *why);
bool folder_make(struct arena *arena, struct str path,
		 struct str *why); /* parents too; mode 0755 */
/* Removes a folder and all that it holds; symbolic links are removed, not followed. */
bool folder_remove(struct arena *arena, struct str path, struct str *why);

struct folder_entry {
	struct str name;
	bool is_folder;
};
/* The entries without "." and "..", sorted by byte. When it gives false errno says why, too. */
bool folder_list(struct arena *arena, struct str path, struct folder_entry **entries, size_t *count,
		 struct str *why);

/* SHA-256 as 64 hexadecimal digits. */
struct str sha256_text(struct arena *arena, struct str content);

#endif
