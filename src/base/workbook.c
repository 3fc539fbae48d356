#include "base/workbook.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"

/* -- the library's own files --------------------------------------------------------------------
 */

struct memory_file {
	struct buffer content;
	size_t at;
};

static ssize_t read_file(void *cookie, char *into, size_t room)
{
	struct memory_file *file = cookie;
	size_t left = file->content.length - file->at, count = left < room ? left : room;

	memcpy(into, file->content.at + file->at, count);
	file->at += count;
	return (ssize_t)count;
}

/* The library writes its parts from their beginning to their end. */
static ssize_t write_file(void *cookie, const char *bytes, size_t count)
{
	struct memory_file *file = cookie;

	buffer_add(&file->content, bytes, count);
	file->at = file->content.length;
	return (ssize_t)count;
}

static int seek_file(void *cookie, off64_t *to, int from)
{
	struct memory_file *file = cookie;
	off64_t start = from == SEEK_SET   ? 0
			: from == SEEK_CUR ? (off64_t)file->at
					   : (off64_t)file->content.length;

	if (start + *to < 0 || start + *to > (off64_t)file->content.length) {
		errno = EINVAL;
		return -1;
	}
	*to += start;
	file->at = (size_t)*to;
	return 0;
}

static int close_file(void *cookie)
{
	struct memory_file *file = cookie;

	buffer_release(&file->content);
	free(file);
	return 0;
}

/*
 * Stands in the place of the library's function of that name, which makes a file in a folder: a
 * program's own function comes before a shared library's.
 */
FILE *lxw_tmpfile(char *folder)
{
	static const cookie_io_functions_t functions = {read_file, write_file, seek_file,
							close_file};
	struct memory_file *file = memory_resize(NULL, sizeof *file);
	FILE *stream;

	(void)folder;
	memset(file, 0, sizeof *file);
	stream = fopencookie(file, "w+", functions);
	if (!stream)
		memory_exhausted();
	return stream;
}

/* -- the workbook -------------------------------------------------------------------------------
 */

struct workbook_in_memory workbook_begin(struct arena *arena)
{
	struct workbook_in_memory workbook = {.handle = memfd_create("workbook", MFD_CLOEXEC)};

	if (workbook.handle < 0)
		memory_exhausted();
	workbook.book = workbook_new(str_format(arena, "/proc/self/fd/%d", workbook.handle).at);
	if (!workbook.book)
		memory_exhausted();
	return workbook;
}

static bool read_back(int handle, struct buffer *out)
{
	struct stat about;
	size_t left;

	if (fstat(handle, &about) != 0)
		return false;
	for (left = (size_t)about.st_size; left > 0;) {
		ssize_t got =
			pread(handle, buffer_room(out, left), left, about.st_size - (off_t)left);

		if (got <= 0)
			return false;
		out->length += (size_t)got;
		left -= (size_t)got;
	}
	return true;
}

bool workbook_end(struct arena *arena, struct workbook_in_memory *workbook, struct buffer *out,
		  struct str *why)
{
	lxw_error error = workbook_close(workbook->book);
	bool good = error == LXW_NO_ERROR && read_back(workbook->handle, out);

	if (!good)
		*why = str_format(arena, "%s",
				  error == LXW_NO_ERROR ? strerror(errno) : lxw_strerror(error));
	close(workbook->handle);
	return good;
}
