/*
 * Fuzzes the reader: one input is one extract, or, by its first byte, a packed one, one of the
 * project's own files, or a table of an SSDA903 return (which may be XML under the first). It must
 * neither crash nor hang, and what it reads must hold together.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "read/extract.h"
#include "read/settings.h"

static char folder[] = "/tmp/hearth-fuzz-XXXXXX";
static FILE *nowhere;

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void remove_folder(void)
{
	struct arena arena;
	struct str why;
	arena_init(&arena);
	folder_remove(&arena, str_of(folder), &why);
	arena_release(&arena);
}

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
	(void)count, (void)arguments;
	nowhere = fopen("/dev/null", "w");
	if (!nowhere || !mkdtemp(folder))
		abort();
	atexit(remove_folder);
	return 0;
}

/* A place lies in the file; a value is one that its attribute may have. */
static void check_record(const struct record *record)
{
	const struct element *element = element_at(record->element);
	if (!record->line || !record->column)
		abort();
	for (int i = 0; i < element->attribute_count; i++) {
		enum attribute_id id = element->first_attribute + i;
		if (attribute_at(id)->kind == KIND_TEXT && record_text(record, id) &&
		    !*record_text(record, id))
			abort();
		if (attribute_at(id)->kind == KIND_WORD && record_has(record, id) &&
		    word_at(record_word(record, id))->vocabulary != attribute_at(id)->vocabulary)
			abort();
	}
}

static void check_extract(const struct extract *extract)
{
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		size_t count = 0;
		const struct record *record = extract->first[i];
		for (; record; record = record->next, count++) {
			const struct record *child = record_children(record);
			check_record(record);
			for (; child; child = child->next)
				check_record(child);
		}
		if (count != extract->count[i])
			abort();
	}
}

static void read_all(struct arena *arena, struct str path, uint8_t choice)
{
	struct diagnostics diagnostics;
	struct period period = period_of(2024);
	struct extract extract;
	struct extract_options options = {
		.folder = str_of(folder), .authority = "E06000016", .period = &period};
	diagnostics_init(&diagnostics, arena);
	if (choice == 2) {
		settings_read(arena, path, ELEMENT_HISTORY, &diagnostics);
	} else {
		bool sound = extract_read(&extract, arena, &options, &diagnostics);
		if (sound != (diagnostics.errors == 0))
			abort();
		check_extract(&extract);
	}
	diagnostics_print(&diagnostics, nowhere, true);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const names[] = {"a.xml", "a.xml.gz", "a.xml", "a.csv"};
	struct arena arena;
	struct str why;
	if (!size)
		return 0;
	uint8_t choice = bytes[0] % 4;
	arena_init(&arena);
	struct str path = path_join(&arena, str_of(folder), str_of(names[choice]));
	/* Written without a flush to the disk, which would be all that this program does. */
	FILE *file = fopen(path.at, "wb");
	if (!file || fwrite(bytes + 1, 1, size - 1, file) != size - 1 || fclose(file) != 0)
		abort();
	read_all(&arena, path, choice);
	unlink(path.at);
	arena_release(&arena);
	return 0;
}
