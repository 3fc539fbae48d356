#include "read/sheets/import.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/file.h"
#include "read/extract.h"
#include "read/sheets/import_rows.h"

#define SECONDS_OF_DAY 86400

static struct import_root root_of(struct import *import, const struct import_options *options)
{
	const struct record *mapping = options->mapping;
	const char *authority = mapping ? record_text(mapping, MAPPING_AUTHORITY) : NULL;
	const char *source = mapping ? record_text(mapping, MAPPING_SOURCE) : NULL;
	int64_t seconds = options->now % SECONDS_OF_DAY;
	struct str day = day_iso(import->tree.arena, (int32_t)(options->now / SECONDS_OF_DAY));
	struct import_root root = {
		.authority = import->authority,
		.source = import->source,
		.covers = import->covers,
		.generated = str_format(import->tree.arena, "%.*sT%02d:%02d:%02dZ", STR_ARG(day),
					(int)(seconds / 3600), (int)(seconds / 60 % 60),
					(int)(seconds % 60))};

	if (!root.authority.length && authority)
		root.authority = str_of(authority);
	if (!root.authority.length && options->authority)
		root.authority = str_of(options->authority);
	if (!root.source.length)
		root.source = source ? str_of(source) : path_name(str_of(options->paths[0]));
	return root;
}

/* What the reader says of the extract, told at the cells that it came from. */
static void tell_at_cells(struct import *import, const struct diagnostics *found)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct diagnostic *item = &found->items[i];
		uint32_t line = item->place.line;
		bool of_cell = line > 1 && line - 2 < import->tree.place_count;

		/* What an extract as a whole lacks is no fault of the spreadsheets. */
		if (item->level == LEVEL_WARNING && !of_cell)
			continue;
		diagnostic_repeat(import->diagnostics, item,
				  of_cell ? import->tree.places[line - 2]
					  : (struct place){.file = import->path});
	}
}

/* A file that has no place in any folder, open for reading; its path names it while it is open. */
static int file_in_memory(struct arena *arena, const struct buffer *content, struct str *path)
{
	int memory = memfd_create("extract", MFD_CLOEXEC), reading;

	if (memory < 0 || write(memory, content->at, content->length) != (ssize_t)content->length)
		memory_exhausted();
	reading = open(str_format(arena, "/proc/self/fd/%d", memory).at, O_RDONLY | O_CLOEXEC);
	if (reading < 0)
		memory_exhausted();
	close(memory);
	*path = str_format(arena, "/proc/self/fd/%d", reading);
	return reading;
}

/*
 * Reads the extract that was made as the reader would from a file. It lies in memory alone: records
 * are not left in a folder for temporary files.
 */
static bool validated(struct import *import, const struct import_root *root)
{
	struct arena *arena = import->tree.arena;
	struct buffer out = {0};
	struct diagnostics found;
	struct extract extract;
	struct extract_options options = {.authority = str_terminated(arena, root->authority)};
	int memory;
	bool good;

	import_tree_write(&import->tree, root, true, &out);
	memory = file_in_memory(arena, &out, &options.file);
	buffer_release(&out);
	diagnostics_init(&found, arena);
	good = extract_read(&extract, arena, &options, &found);
	close(memory);
	tell_at_cells(import, &found);
	return good;
}

bool import_sheets(struct arena *arena, const struct import_options *options, struct buffer *out,
		   struct diagnostics *diagnostics)
{
	struct import *import = ARENA_NEW(arena, struct import);
	struct import_root root;
	bool good = true;

	import_init(import, arena, options->mapping, diagnostics);
	for (size_t i = 0; i < options->path_count; i++)
		good = import_file(import, str_of(options->paths[i])) && good;
	import_tree_join(&import->tree, diagnostics);
	import_finish(import);
	root = root_of(import, options);
	if (!root.authority.length)
		diagnostic_add(diagnostics, DIAGNOSTIC_SHEET_NO_AUTHORITY,
			       (struct place){.file = str_of(options->paths[0])});
	else
		good = validated(import, &root) && good;
	if (good && diagnostics->errors == 0)
		import_tree_write(&import->tree, &root, false, out);
	return good && diagnostics->errors == 0;
}
