/* The door through which inputs are read, and the notes of what came through it. */
#include "base/files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/map.h"

enum { MOST_CONFINED = 8, BLOCK = 64 * 1024 };

/* The run's notes. */
static struct {
	struct arena *arena; /* NULL: no run has begun */
	bool hashed;
	struct map by_path;
	struct file **items;
	size_t count, capacity;
	struct str confined[MOST_CONFINED]; /* folders, as they are named in paths */
	size_t confined_count;
} notes;

/* What the system could not do first: the path, and why; empty as long as it could. */
static char system_fault[1024];

void files_begin(struct arena *arena, bool hashed)
{
	memset(&notes, 0, sizeof notes);
	notes.arena = arena;
	notes.hashed = hashed;
	map_init(&notes.by_path, arena);
}

void files_confine(struct str folder)
{
	if (notes.confined_count < MOST_CONFINED)
		notes.confined[notes.confined_count++] = folder;
}

struct file *const *files_read_so_far(size_t *count)
{
	*count = notes.count;
	return notes.items;
}

const char *files_system_fault(void)
{
	return system_fault[0] ? system_fault : NULL;
}

static void blame_system(struct str path, int error)
{
	if (!system_fault[0])
		snprintf(system_fault, sizeof system_fault, "%.*s: %s", STR_ARG(path),
			 strerror(error));
}

bool file_is_missing(struct str path)
{
	struct arena scratch;
	struct stat about;

	arena_init(&scratch);
	bool missing = lstat(str_terminated(&scratch, path), &about) != 0 &&
		       (errno == ENOENT || errno == ENOTDIR);
	arena_release(&scratch);
	return missing;
}

/* --- what is wrong -----------------------------------------------------------------------------
 */

static bool refuse(struct file_stream *stream, const char *why)
{
	stream->why = why;
	return false;
}

/* What to do about an errno that the folder's owner can mend; NULL: it is the system's fault. */
static const char *sentence_of(int error)
{
	switch (error) {
	case EACCES:
	case EPERM:
		return "you have no permission to read it: have it given to you";
	case ENOENT:
	case ENOTDIR:
		return "there is no such file, or it is a link to one that isn't there: put the "
		       "file itself here";
	case ELOOP:
		return "it is a link that leads round in a circle: put the file itself here";
	case ENXIO:
		return "it is a socket or a device, no file: put a file here";
	case ENAMETOOLONG:
		return "its name is too long: give it a shorter one";
	default:
		return NULL;
	}
}

static bool refuse_errno(struct file_stream *stream)
{
	static char said[128];
	const char *sentence = sentence_of(errno);

	if (sentence)
		return refuse(stream, sentence);
	blame_system(stream->path, errno);
	snprintf(said, sizeof said, "%s: mend that, then run this again", strerror(errno));
	return refuse(stream, said);
}

bool files_list(struct arena *arena, struct str path, struct folder_entry **entries, size_t *count,
		struct str *why)
{
	if (folder_list(arena, path, entries, count, why))
		return true;
	if (!sentence_of(errno))
		blame_system(path, errno);
	return false;
}

static bool refuse_kind(struct file_stream *stream)
{
	mode_t mode = stream->about.st_mode;

	return refuse(stream, S_ISDIR(mode)    ? "it is a folder, no file: put a file here"
			      : S_ISFIFO(mode) ? "it is a pipe, no file: put a file here"
					       : "it is a device, no file: put a file here");
}

/*
 * Whether some program has the file open for writing. A lease for reading is refused then; it is
 * given back at once. Where there are no leases, as on a network's disk or a file of another user,
 * nothing can be said.
 */
static bool is_being_written(int descriptor)
{
	signal(SIGIO, SIG_IGN); /* by which the kernel tells that somebody wants to write */
	if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0)
		return errno == EAGAIN;
	fcntl(descriptor, F_SETLEASE, F_UNLCK);
	return false;
}

/*
 * Whether the true path of a file of that folder lies in the true path of the folder. One that has
 * no true path can't be opened either, which is told then.
 */
static bool stays_inside(const char *path, const char *folder)
{
	char *file = realpath(path, NULL), *within = realpath(folder, NULL);
	bool inside = !file || !within || path_is_inside(str_of(file), str_of(within));

	free(file);
	free(within);
	return inside;
}

static bool leads_out(struct str path)
{
	struct arena scratch;
	bool out = false;

	arena_init(&scratch);
	for (size_t i = 0; i < notes.confined_count; i++)
		if (path_is_inside(path, notes.confined[i]))
			out |= !stays_inside(str_terminated(&scratch, path),
					     str_terminated(&scratch, notes.confined[i]));
	arena_release(&scratch);
	return out;
}

/* --- streams -----------------------------------------------------------------------------------
 */

bool file_stream_open(struct file_stream *stream, struct str path)
{
	struct arena scratch;

	*stream = (struct file_stream){.path = path, .descriptor = -1};
	if (leads_out(path))
		return refuse(stream, "it is a link that leads out of its folder: put the file "
				      "itself here");
	arena_init(&scratch);
	/* Without waiting: the name may be that of a pipe to which nobody writes. */
	stream->descriptor =
		open(str_terminated(&scratch, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	arena_release(&scratch);
	if (stream->descriptor < 0 || fstat(stream->descriptor, &stream->about) != 0)
		return refuse_errno(stream);
	if (!S_ISREG(stream->about.st_mode))
		return refuse_kind(stream);
	if (is_being_written(stream->descriptor))
		return refuse(stream, "another program still has it open for writing: run this "
				      "again when it is complete");
	SHA256Init(&stream->hash);
	return true;
}

void file_stream_close(struct file_stream *stream)
{
	if (stream->descriptor >= 0)
		close(stream->descriptor);
	stream->descriptor = -1;
}

size_t file_stream_read(struct file_stream *stream, void *into, size_t room)
{
	size_t filled = 0;

	while (filled < room && !stream->at_end && !stream->why) {
		ssize_t got = read(stream->descriptor, (char *)into + filled, room - filled);

		if (got < 0 && errno != EINTR)
			refuse_errno(stream);
		if (got > 0)
			filled += (size_t)got;
		stream->at_end = got == 0;
	}
	if (notes.hashed)
		SHA256Update(&stream->hash, into, filled);
	stream->taken += filled;
	return filled;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static struct str digits_of(struct file_stream *stream)
{
	char digits[SHA256_DIGEST_STRING_LENGTH];

	if (!notes.hashed)
		return STR("");
	SHA256End(&stream->hash, digits);
	return str_copy(notes.arena, str_of(digits));
}

static struct file *note(struct file_stream *stream)
{
	struct file *file = ARENA_NEW(notes.arena, struct file);

	file->path = str_copy(notes.arena, stream->path);
	file->about = stream->about;
	file->sha256 = digits_of(stream);
	notes.items = arena_grow(notes.arena, notes.items, &notes.capacity, notes.count + 1,
				 sizeof *notes.items);
	notes.items[notes.count++] = file;
	*map_place(&notes.by_path, file->path) = file;
	return file;
}

/* Without a run that has begun nothing is noted. */
static bool finish(struct file_stream *stream, struct file **noted)
{
	char block[BLOCK];
	struct stat now;

	while (!stream->at_end && !stream->why && notes.hashed)
		file_stream_read(stream, block, sizeof block);
	if (stream->why)
		return false;
	if (fstat(stream->descriptor, &now) != 0)
		return refuse_errno(stream);
	if (!is_same(&stream->about, &now) ||
	    (stream->at_end && stream->taken != (uint64_t)now.st_size))
		return refuse(stream, "it changed while it was read: run this again when it is "
				      "complete");
	if (notes.arena)
		*noted = note(stream);
	return true;
}

bool file_stream_finish(struct file_stream *stream)
{
	struct file *noted;

	return finish(stream, &noted);
}

/* --- whole files --------------------------------------------------------------------------------
 */

static void read_all(struct file_stream *stream, struct buffer *into)
{
	size_t got;

	do {
		got = file_stream_read(stream, buffer_room(into, BLOCK), BLOCK);
		into->length += got;
	} while (got);
}

static bool read_new(struct arena *arena, struct file_stream *stream, struct str *content)
{
	struct buffer bytes = {0};
	struct file *file = NULL;

	read_all(stream, &bytes);
	bool good = finish(stream, &file);

	if (good)
		*content = str_copy(file ? notes.arena : arena, buffer_view(&bytes));
	if (file) {
		file->content = *content;
		file->is_kept = true;
	}
	buffer_release(&bytes);
	return good;
}

bool files_read(struct arena *arena, struct str path, struct str *content, struct str *why)
{
	const struct file *known = notes.arena ? map_lookup(&notes.by_path, path) : NULL;
	struct file_stream stream;

	if (known && known->is_kept) {
		*content = known->content;
		return true;
	}
	bool good = file_stream_open(&stream, path) && read_new(arena, &stream, content);

	file_stream_close(&stream);
	if (!good)
		*why = str_copy(arena, str_of(stream.why));
	return good;
}

bool file_read(struct arena *arena, struct str path, struct str *content, struct str *why)
{
	struct file_stream stream;
	struct buffer bytes = {0};
	size_t got = file_stream_open(&stream, path) ? BLOCK : 0;

	while (got == BLOCK) {
		got = file_stream_read(&stream, buffer_room(&bytes, BLOCK), BLOCK);
		bytes.length += got;
	}
	if (!stream.why)
		*content = str_copy(arena, buffer_view(&bytes));
	else
		*why = str_format(arena, "%.*s: can't be read: %s", STR_ARG(path), stream.why);
	buffer_release(&bytes);
	file_stream_close(&stream);
	return !stream.why;
}

bool files_check_unchanged(struct diagnostics *diagnostics)
{
	struct arena scratch;
	bool unchanged = true;

	arena_init(&scratch);
	for (size_t i = 0; i < notes.count; i++) {
		const struct file *file = notes.items[i];
		struct stat now;

		if (stat(str_terminated(&scratch, file->path), &now) == 0 &&
		    is_same(&file->about, &now))
			continue;
		diagnostic_add(diagnostics, DIAGNOSTIC_FILE_CHANGED,
			       (struct place){.file = file->path});
		unchanged = false;
	}
	arena_release(&scratch);
	return unchanged;
}
