/* Files and folders, in a folder of the test's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/files.h"

static struct arena arena;
static char folder[] = "/tmp/hearth-base-file-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	arena_init(&arena);
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	struct str why;
	(void)state;
	bool removed = folder_remove(&arena, str_of(folder), &why);
	arena_release(&arena);
	return removed ? 0 : -1;
}

static struct str inside(const char *name)
{
	return path_join(&arena, str_of(folder), str_of(name));
}

static void paths_join_and_part(void **state)
{
	(void)state;
	assert_string_equal(path_join(&arena, STR("input"), STR("a.xml")).at, "input/a.xml");
	assert_string_equal(path_join(&arena, STR("input/"), STR("a.xml")).at, "input/a.xml");
	assert_string_equal(path_join(&arena, STR(""), STR("a.xml")).at, "a.xml");
	assert_true(str_is(path_name(STR("input/2024-25/a.xml")), "a.xml"));
	assert_true(str_is(path_name(STR("a.xml")), "a.xml"));
}

static void what_is_written_is_read(void **state)
{
	struct str content, why;
	(void)state;
	struct str path = inside("a.bin");
	assert_true(file_write(&arena, path, STR("first, and longer"), &why));
	assert_true(file_write(&arena, path, STR("a\0b"), &why));
	assert_true(file_read(&arena, path, &content, &why));
	assert_true(str_equal(content, STR("a\0b")));
	assert_true(file_exists(path));
	assert_false(folder_exists(path));
}

static void what_is_missing_is_said(void **state)
{
	struct str content, why;
	struct folder_entry *entries;
	size_t count;
	(void)state;
	assert_false(file_read(&arena, inside("none"), &content, &why));
	assert_true(str_starts(why, inside("none")));
	assert_false(file_write(&arena, inside("none/a"), STR(""), &why));
	assert_false(folder_list(&arena, inside("none"), &entries, &count, &why));
	assert_false(file_exists(inside("none")));
	assert_false(folder_exists(inside("none")));
}

static void folders_are_listed_by_byte_and_removed(void **state)
{
	struct folder_entry *entries;
	size_t count;
	struct str why;
	(void)state;
	assert_true(folder_make(&arena, inside("deep/er/still"), &why));
	assert_true(folder_make(&arena, inside("deep"), &why));
	assert_true(file_write(&arena, inside("deep/z.xml"), STR(""), &why));
	assert_true(file_write(&arena, inside("deep/B.xml"), STR(""), &why));
	assert_true(file_write(&arena, inside("kept"), STR("kept"), &why));
	assert_int_equal(symlink(inside("kept").at, inside("deep/link").at), 0);
	assert_true(folder_list(&arena, inside("deep"), &entries, &count, &why));
	assert_int_equal(count, 4);
	assert_string_equal(entries[0].name.at, "B.xml");
	assert_string_equal(entries[1].name.at, "er");
	assert_true(entries[1].is_folder);
	assert_false(entries[0].is_folder);
	assert_string_equal(entries[3].name.at, "z.xml");
	assert_true(folder_remove(&arena, inside("deep"), &why));
	assert_false(folder_exists(inside("deep")));
	assert_true(file_exists(inside("kept"))); /* the link was not followed */
}

static void checksums_are_sha256(void **state)
{
	(void)state;
	assert_string_equal(sha256_text(&arena, STR("abc")).at,
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(sha256_text(&arena, STR("")).at,
			    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_join_and_part),
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(folders_are_listed_by_byte_and_removed),
		cmocka_unit_test(checksums_are_sha256),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
