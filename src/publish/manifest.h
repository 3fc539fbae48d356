/*
 * A pack's manifest: what was published, from what, by which program.
 *
 * manifest.json names each file of the pack and each file of the input with size and SHA-256, when
 * the pack was built and, once it is, sealed; and a checksum of itself, so that a change of the
 * manifest shows too. The checksum is the SHA-256 of the manifest as written with the checksum left
 * out; whoever prints it in the minutes can prove later what was published.
 */
#ifndef HEARTH_PUBLISH_MANIFEST_H
#define HEARTH_PUBLISH_MANIFEST_H

#include "base/diagnostic.h"
#include "base/str.h"

#define MANIFEST_NAME "manifest.json"

struct manifest_file {
	struct str name; /* relative to the pack, or to the input's folder */
	int64_t size;
	struct str sha256; /* 64 hexadecimal digits */
};

struct manifest {
	struct str program;		      /* "hearth 1.0.0" */
	struct str year;		      /* "2024-25" */
	int64_t built;			      /* seconds since 1970 */
	int64_t sealed;			      /* seconds since 1970; 0: a draft */
	struct manifest_file *files, *inputs; /* by name */
	size_t file_count, input_count;
	struct str checksum; /* as read; written anew by manifest_write */
};

/* The manifest as JSON; sets `manifest->checksum`. */
struct str manifest_write(struct arena *arena, struct manifest *manifest);

/* Reads a manifest's text. False with *why when it isn't one, or when its checksum is not its own.
 */
bool manifest_read(struct arena *arena, struct manifest *manifest, struct str text,
		   struct str *why);

/* What an intact pack is, for people: files, seal, checksum. */
void manifest_describe(struct arena *arena, struct buffer *out, struct str folder,
		       const struct manifest *manifest);

/* "2025-06-17T09:30:00Z". */
struct str manifest_moment(struct arena *arena, int64_t seconds);

#endif
