/* A pack on disk: swapped in whole, verified to the byte, sealed, kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/files.h"
#include "publish/publish.h"
#include "publish/seal.h"
#include "publish/verify.h"

#define NOON 1750161600 /* 2025-06-17T12:00:00Z */

struct fixture {
	struct arena arena;
	struct diagnostics diagnostics;
	struct str root, folder;
};

static int setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	char root[] = "/tmp/hearth-pack-XXXXXX";

	arena_init(&fixture->arena);
	diagnostics_init(&fixture->diagnostics, &fixture->arena);
	assert_non_null(mkdtemp(root));
	fixture->root = str_copy(&fixture->arena, str_of(root));
	fixture->folder = path_join(&fixture->arena, fixture->root, STR("2024-25"));
	*state = fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;
	struct str why;

	assert_true(folder_remove(&fixture->arena, fixture->root, &why));
	arena_release(&fixture->arena);
	free(fixture);
	return 0;
}

static enum publish_result publish(struct fixture *fixture, struct str words, bool replace,
				   struct str *kept)
{
	struct manifest manifest = {
		.program = STR("hearth"), .year = STR("2024-25"), .built = NOON};
	struct pack pack, *packs[] = {&pack};
	struct str why;

	pack_init(&pack, &fixture->arena, fixture->folder);
	pack_add(&pack, STR("index.html"), words);
	pack_add(&pack, STR("data/outcomes.csv"), STR("a,b\n"));
	pack_add_manifest(&pack, &manifest);

	enum publish_result result = packs_publish(&fixture->arena, packs, 1, replace, false,
						   &fixture->diagnostics, &why);

	*kept = pack.kept;
	return result;
}

static void publish_draft(struct fixture *fixture, struct str words)
{
	struct str kept;

	assert_int_equal(publish(fixture, words, false, &kept), PUBLISH_DONE);
	assert_int_equal(kept.length, 0);
}

static bool verify(struct fixture *fixture)
{
	struct manifest manifest;

	diagnostics_init(&fixture->diagnostics, &fixture->arena);
	return pack_verify(&fixture->arena, fixture->folder, NULL, &manifest,
			   &fixture->diagnostics);
}

static struct str seal(struct fixture *fixture, int64_t now)
{
	struct manifest manifest;
	struct str why;

	assert_true(pack_seal(&fixture->arena, fixture->folder, now, NULL, &manifest,
			      &fixture->diagnostics, &why));
	assert_true(manifest.sealed != 0);
	return manifest.checksum;
}

static void put(struct fixture *fixture, const char *name, const char *content)
{
	struct str why;

	assert_true(file_write(&fixture->arena,
			       path_join(&fixture->arena, fixture->folder, str_of(name)),
			       str_of(content), &why));
}

static struct str content_of(struct fixture *fixture, const char *name)
{
	struct str content, why;

	assert_true(file_read(&fixture->arena,
			      path_join(&fixture->arena, fixture->folder, str_of(name)), &content,
			      &why));
	return content;
}

static void expect(struct fixture *fixture, enum diagnostic_id id, const char *name)
{
	assert_false(verify(fixture));
	assert_int_equal(fixture->diagnostics.count, 1);
	assert_int_equal(fixture->diagnostics.items[0].id, id);
	assert_true(str_ends(fixture->diagnostics.items[0].place.file, str_of(name)));
}

static void test_published_pack_verifies(void **state)
{
	publish_draft(*state, STR("one"));
	assert_true(verify(*state));
}

static void test_draft_is_replaced_whole(void **state)
{
	struct fixture *fixture = *state;
	struct folder_entry *entries;
	struct str why;
	size_t count;

	publish_draft(fixture, STR("one"));
	publish_draft(fixture, STR("two"));
	assert_true(str_is(content_of(fixture, "index.html"), "two"));
	assert_true(verify(fixture));
	assert_true(folder_list(&fixture->arena, fixture->root, &entries, &count, &why));
	assert_int_equal(count, 1);
}

static void test_every_change_shows(void **state)
{
	struct fixture *fixture = *state;

	publish_draft(fixture, STR("one"));
	put(fixture, "index.html", "onE");
	expect(fixture, DIAGNOSTIC_PACK_CHANGED, "index.html");
	put(fixture, "index.html", "one");
	put(fixture, "charts.txt", "");
	expect(fixture, DIAGNOSTIC_PACK_ADDED, "charts.txt");
	unlink(str_terminated(&fixture->arena,
			      path_join(&fixture->arena, fixture->folder, STR("charts.txt"))));
	unlink(str_terminated(&fixture->arena, path_join(&fixture->arena, fixture->folder,
							 STR("data/outcomes.csv"))));
	expect(fixture, DIAGNOSTIC_PACK_MISSING, "data/outcomes.csv");
}

static void test_changed_manifest_shows(void **state)
{
	struct fixture *fixture = *state;
	char *text;

	publish_draft(fixture, STR("one"));
	text = strdup(content_of(fixture, MANIFEST_NAME).at);
	memcpy(strstr(text, "2024-25"), "2023-24", 7);
	put(fixture, MANIFEST_NAME, text);
	free(text);
	expect(fixture, DIAGNOSTIC_PACK_BAD_MANIFEST, MANIFEST_NAME);
	put(fixture, MANIFEST_NAME, "[]");
	expect(fixture, DIAGNOSTIC_PACK_BAD_MANIFEST, MANIFEST_NAME);
	put(fixture, MANIFEST_NAME, "");
	expect(fixture, DIAGNOSTIC_PACK_BAD_MANIFEST, MANIFEST_NAME);
}

static void test_manifest_cannot_point_outside(void **state)
{
	struct manifest manifest = {.program = STR("hearth"), .year = STR("2024-25")};
	struct manifest_file file = {STR("../secret"), 0, STR("")};
	struct fixture *fixture = *state;
	struct manifest again;
	struct str why;

	manifest.files = &file;
	manifest.file_count = 1;
	assert_false(manifest_read(&fixture->arena, &again,
				   manifest_write(&fixture->arena, &manifest), &why));
}

static void test_sealed_pack_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	struct str kept;

	publish_draft(fixture, STR("one"));
	seal(fixture, NOON);
	assert_true(verify(fixture));
	assert_int_equal(publish(fixture, STR("two"), false, &kept), PUBLISH_REFUSED);
	assert_true(str_is(content_of(fixture, "index.html"), "one"));
}

static void test_replacing_keeps_the_sealed_pack(void **state)
{
	struct fixture *fixture = *state;
	struct str kept;

	publish_draft(fixture, STR("one"));
	seal(fixture, NOON);
	assert_int_equal(publish(fixture, STR("two"), true, &kept), PUBLISH_DONE);
	assert_true(str_ends(kept, STR("2024-25.2025-06-17")));
	assert_true(str_is(content_of(fixture, "index.html"), "two"));
	assert_true(str_is(content_of(fixture, "../2024-25.2025-06-17/index.html"), "one"));
	seal(fixture, NOON);
	assert_int_equal(publish(fixture, STR("three"), true, &kept), PUBLISH_DONE);
	assert_true(str_ends(kept, STR("2024-25.2025-06-17.2")));
}

static void test_sealing_again_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct str first, text;

	publish_draft(fixture, STR("one"));
	first = seal(fixture, NOON);
	text = content_of(fixture, MANIFEST_NAME);
	assert_true(str_equal(first, seal(fixture, NOON + 99)));
	assert_true(str_equal(text, content_of(fixture, MANIFEST_NAME)));
}

static void test_changed_pack_is_not_sealed(void **state)
{
	struct fixture *fixture = *state;
	struct manifest manifest;
	struct str why;

	publish_draft(fixture, STR("one"));
	put(fixture, "index.html", "two");
	assert_false(pack_seal(&fixture->arena, fixture->folder, NOON, NULL, &manifest,
			       &fixture->diagnostics, &why));
	assert_int_equal(fixture->diagnostics.errors, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_published_pack_verifies),
		TEST(test_draft_is_replaced_whole),
		TEST(test_every_change_shows),
		TEST(test_changed_manifest_shows),
		TEST(test_manifest_cannot_point_outside),
		TEST(test_sealed_pack_is_left_alone),
		TEST(test_replacing_keeps_the_sealed_pack),
		TEST(test_sealing_again_changes_nothing),
		TEST(test_changed_pack_is_not_sealed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
