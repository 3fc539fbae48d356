/*
 * Files and folders: read whole, write whole, list in order. What can't be done is said in words:
 * functions give false and set *why to a message that names the file and the cause.
 */
#ifndef HEARTH_BASE_FILE_H
#define HEARTH_BASE_FILE_H

#include "base/str.h"

struct str path_join(struct arena *arena, struct str folder, struct str name);
struct str path_name(struct str path); /* what follows the last '/' */

bool file_exists(struct str path);
bool folder_exists(struct str path);

bool file_read(struct arena *arena, struct str path, struct str *content, struct str *why);
/* Writes a new file or replaces one; flushed to disk; every error of write and close is caught. */
bool file_write(struct arena *arena, struct str path, struct str content, struct str *why);
bool folder_make(struct arena *arena, struct str path, struct str *why); /* parents too */
/* Removes a folder and all that it holds; symbolic links are removed, not followed. */
bool folder_remove(struct arena *arena, struct str path, struct str *why);

struct folder_entry {
	struct str name;
	bool is_folder;
};
/* The entries without "." and "..", sorted by byte. */
bool folder_list(struct arena *arena, struct str path, struct folder_entry **entries, size_t *count,
		 struct str *why);

/* SHA-256 as 64 hexadecimal digits. */
struct str sha256_text(struct arena *arena, struct str content);
/* The same of a file of any size, and its size in bytes. */
bool sha256_file(struct arena *arena, struct str path, struct str *digits, int64_t *size,
		 struct str *why);

#endif
