/* The archive; owns libzip's handles. */
#include "render/epub/zip.h"
#include "base/buffer.h"

#include <zip.h>

#define FIRST_DAY 0x0021 /* 1 January 1980, the first that ZIP can tell */
#define SMALLEST 9	 /* zlib's level */

static bool add(zip_t *zip, const struct epub_entry *entry)
{
	zip_source_t *source = zip_source_buffer(zip, entry->content.at, entry->content.length, 0);
	zip_int64_t index = source ? zip_file_add(zip, entry->name, source, 0) : -1;

	if (index < 0) {
		zip_source_free(source);
		return false;
	}

	zip_uint64_t place = (zip_uint64_t)index;
	int method = entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;

	return zip_set_file_compression(zip, place, method, entry->stored ? 0 : SMALLEST) == 0 &&
	       zip_file_set_dostime(zip, place, 0, FIRST_DAY, 0) == 0;
}

/* Whether the archive was written to its source whole; gives the zip handle back either way. */
static bool write_all(struct arena *arena, zip_t *zip, const struct epub_entry *entries,
		      size_t count, struct str *why)
{
	bool good = true;

	for (size_t i = 0; good && i < count; i++)
		good = add(zip, &entries[i]);
	if (good && zip_close(zip) == 0)
		return true;
	*why = str_copy(arena, str_of(zip_strerror(zip)));
	zip_discard(zip);
	return false;
}

static bool read_back(struct arena *arena, zip_source_t *archive, struct buffer *out,
		      struct str *why)
{
	zip_stat_t stat;
	bool good = zip_source_stat(archive, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0 &&
		    zip_source_open(archive) == 0;

	if (good) {
		char *room = buffer_room(out, stat.size);

		good = zip_source_read(archive, room, stat.size) == (zip_int64_t)stat.size;
		out->length += good ? stat.size : 0;
		zip_source_close(archive);
	}
	if (!good)
		*why = str_copy(arena, str_of(zip_error_strerror(zip_source_error(archive))));
	return good;
}

bool epub_zip(struct arena *arena, const struct epub_entry *entries, size_t count,
	      struct buffer *out, struct str *why)
{
	zip_error_t error;

	zip_error_init(&error);

	zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, &error);
	zip_t *zip = archive ? zip_open_from_source(archive, ZIP_TRUNCATE, &error) : NULL;
	bool good = zip != NULL;

	if (good) {
		zip_source_keep(archive);
		good = write_all(arena, zip, entries, count, why) &&
		       read_back(arena, archive, out, why);
	} else {
		*why = str_copy(arena, str_of(zip_error_strerror(&error)));
	}
	zip_source_free(archive);
	zip_error_fini(&error);
	return good;
}
