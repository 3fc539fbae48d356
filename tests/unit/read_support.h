/*
 * For the tests of read: files in a folder of the test's own, read as a year's extracts, and what
 * is said of them.
 *
 * In a file's text the mark ¦ (taken out before it is written) is where the next fault belongs.
 */
#ifndef HEARTH_READ_SUPPORT_H
#define HEARTH_READ_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/file.h"
#include "read/extract.h"

#define MARK "\u00a6"
#define HEAD                                                                                       \
	"<extract xmlns=\"urn:hearth:extract:1\" authority=\"E06000016\" source=\"test\""          \
	" generated=\"2025-04-30T00:00:00Z\">"
#define TAIL "</extract>"

enum { MOST_MARKS = 64 };

struct scene {
	struct arena arena;
	struct diagnostics diagnostics;
	struct extract extract;
	struct period period;
	char folder[32];
	struct place marks[MOST_MARKS];
	size_t mark_count;
};

static struct scene scene;

static int scene_begin(void **state)
{
	(void)state;
	scene = (struct scene){.period = period_of(2024)};
	arena_init(&scene.arena);
	diagnostics_init(&scene.diagnostics, &scene.arena);
	strcpy(scene.folder, "/tmp/hearth-read-XXXXXX");
	return mkdtemp(scene.folder) ? 0 : -1;
}

static int scene_end(void **state)
{
	struct str why;
	(void)state;
	bool removed = folder_remove(&scene.arena, str_of(scene.folder), &why);
	arena_release(&scene.arena);
	return removed ? 0 : -1;
}

static struct str scene_path(const char *name)
{
	return path_join(&scene.arena, str_of(scene.folder), str_of(name));
}

/* The text without its marks, whose places are noted. */
static struct str scene_unmark(const char *name, struct str text)
{
	struct buffer out = {0};
	struct place place = {scene_path(name), 1, 1};
	for (size_t i = 0; i < text.length;) {
		if (str_starts(str_slice(text, i, text.length), STR(MARK))) {
			assert_true(scene.mark_count < MOST_MARKS);
			scene.marks[scene.mark_count++] = place;
			i += strlen(MARK);
			continue;
		}
		place.column++;
		if (text.at[i] == '\n') {
			place.line++;
			place.column = 1;
		}
		buffer_byte(&out, text.at[i++]);
	}
	struct str copy = str_copy(&scene.arena, buffer_view(&out));
	buffer_release(&out);
	return copy;
}

static void scene_write(const char *name, struct str text)
{
	struct str why;
	assert_true(file_write(&scene.arena, scene_path(name), scene_unmark(name, text), &why));
}

static bool scene_read(void)
{
	const struct extract_options options = {
		.folder = str_of(scene.folder), .authority = "E06000016", .period = &scene.period};
	bool sound = extract_read(&scene.extract, &scene.arena, &options, &scene.diagnostics);
	diagnostics_sort(&scene.diagnostics);
	return sound;
}

/* The file a.xml, an extract that holds these records. */
static inline bool scene_read_records(const char *records)
{
	scene_write("a.xml", str_format(&scene.arena, "%s\n%s\n%s\n", HEAD, records, TAIL));
	return scene_read();
}

static bool is_of_interest(const struct diagnostic *item)
{
	return item->id != DIAGNOSTIC_TYPE_MISSING; /* hardly a test has a record of each kind */
}

/*
 * Just these faults, by the names of their rows, each at its mark; of what is not well-formed only
 * the line is binding.
 */
static inline void scene_expect(const char *names)
{
	struct str left = str_of(names);
	size_t mark = 0;
	for (size_t i = 0; i < scene.diagnostics.count; i++) {
		const struct diagnostic *item = &scene.diagnostics.items[i];
		if (!is_of_interest(item))
			continue;
		size_t end = str_find(left, ' ', 0);
		struct str name = str_slice(left, 0, end);
		left = str_slice(left, end + 1, left.length);
		if (!str_is(name, diagnostic_name(item->id)))
			fail_msg("%s:%u:%u: %s is not the expected %s", item->place.file.at,
				 item->place.line, item->place.column, item->text.at,
				 name.length ? str_terminated(&scene.arena, name) : "nothing");
		if (!item->place.line)
			continue;
		assert_true(mark < scene.mark_count);
		assert_true(str_equal(item->place.file, scene.marks[mark].file));
		assert_int_equal(item->place.line, scene.marks[mark].line);
		if (item->id != DIAGNOSTIC_XML_NOT_WELL_FORMED &&
		    item->id != DIAGNOSTIC_XML_NAMESPACE)
			assert_int_equal(item->place.column, scene.marks[mark].column);
		mark++;
	}
	if (left.length)
		fail_msg("not said: %s", str_terminated(&scene.arena, left));
}

#endif
