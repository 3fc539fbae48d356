/*
 * The files that a run reads.
 *
 * Each input is opened by one door, for which only a regular file will do: a pipe, a folder, a file
 * that is still being written is refused at once, in words. It is read once, and noted with the
 * SHA-256 of the very bytes that were read; whoever asks again is given the same bytes. So what a
 * pack's manifest lists is what the pack was made of.
 *
 * One run is at work at a time, so the notes are the program's. Before files_begin() nothing is
 * noted, and each reading opens the file anew.
 */
#ifndef HEARTH_BASE_FILES_H
#define HEARTH_BASE_FILES_H

#include <sha2.h>
#include <sys/stat.h>

#include "base/diagnostic.h"
#include "base/file.h"

struct file {
	struct str path;
	struct str sha256; /* 64 hexadecimal digits; empty when the run asked for none */
	struct str content;
	bool is_kept;	   /* `content` is all of it; else it went by in pieces */
	struct stat about; /* when it was read */
};

/*
 * Begins a run's notes, which live in its arena; those of the run before are forgotten. With
 * `hashed` the checksums are taken, which a run that publishes nothing has no use for.
 */
void files_begin(struct arena *arena, bool hashed);
/* A link in this folder may lead to a file in it, but not out of it; ends with the run. */
void files_confine(struct str folder);

/*
 * The whole content of a file, which lives as long as the run. False with *why, a sentence that
 * says what is wrong and what to do; the path is not in it.
 */
bool files_read(struct arena *arena, struct str path, struct str *content, struct str *why);
/*
 * The same of a file that is no input, and may change from one reading to the next: never noted.
 * The path is in *why.
 */
bool file_read(struct arena *arena, struct str path, struct str *content, struct str *why);
/* folder_list() of a folder of the input. */
bool files_list(struct arena *arena, struct str path, struct folder_entry **entries, size_t *count,
		struct str *why);
/* Whether there is nothing at all of that name. What is there may still be no file. */
bool file_is_missing(struct str path);

/* What was read so far, in that order. */
struct file *const *files_read_so_far(size_t *count);
/* Says, as errors, which of them changed since. False when any did. */
bool files_check_unchanged(struct diagnostics *diagnostics);
/* The first reading that failed by no fault of the input: "PATH: REASON"; NULL: none did. */
const char *files_system_fault(void);

/* A file that goes by in pieces, since it may be larger than memory. */
struct file_stream {
	int descriptor;
	struct str path;
	struct stat about;
	uint64_t taken; /* bytes read so far */
	bool at_end;
	SHA2_CTX hash;
	const char *why; /* what is wrong, once something is; good until the next fault */
};

/* False with stream->why; never waits. */
bool file_stream_open(struct file_stream *stream, struct str path);
/* As many bytes as there are, up to `room`; fewer only at the end, or with stream->why. */
size_t file_stream_read(struct file_stream *stream, void *into, size_t room);
/*
 * Reads what is left, for the checksum, and notes the file. False with stream->why when it can't be
 * read, or changed meanwhile.
 */
bool file_stream_finish(struct file_stream *stream);
/* To be called for every stream, opened or not. */
void file_stream_close(struct file_stream *stream);

#endif
