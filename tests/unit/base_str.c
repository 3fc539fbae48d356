/* Strings, UTF-8, the buffer and the arena under them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "base/str.h"

static struct arena arena;

static int make_arena(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int release_arena(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void strings_compare_by_byte(void **state)
{
	(void)state;
	assert_true(str_compare(STR("a"), STR("b")) < 0);
	assert_true(str_compare(STR("B"), STR("a")) < 0);
	assert_true(str_compare(STR("a"), STR("a.xml")) < 0);
	assert_true(str_compare(STR("z"), STR("é")) < 0);
	assert_int_equal(str_compare(STR(""), str_of(NULL)), 0);
	assert_true(str_starts(STR("enquiry"), STR("enq")));
	assert_false(str_starts(STR("en"), STR("enq")));
	assert_true(str_ends(STR("a.xml.gz"), STR(".xml.gz")));
	assert_false(str_ends(STR("gz"), STR(".gz")));
}

static void slices_stay_within(void **state)
{
	(void)state;
	assert_true(str_is(str_slice(STR("extract"), 2, 5), "tra"));
	assert_true(str_is(str_slice(STR("extract"), 5, 99), "ct"));
	assert_true(str_is(str_slice(STR("extract"), 9, 2), ""));
	assert_true(str_is(str_trim(STR(" \t\r\n a b \n")), "a b"));
	assert_true(str_is(str_trim(STR(" \n")), ""));
	assert_int_equal(str_find(STR("a=b=c"), '=', 2), 3);
	assert_int_equal(str_find(STR("abc"), '=', 0), 3);
	assert_int_equal(str_find(STR("abc"), 'a', 7), 3);
}

static void copies_end_with_a_nul(void **state)
{
	(void)state;
	struct str part = str_slice(STR("foster carers"), 0, 6);
	assert_string_equal(str_copy(&arena, part).at, "foster");
	assert_string_equal(str_terminated(&arena, part), "foster");
	assert_string_equal(str_format(&arena, "%s of %d", "one", 57).at, "one of 57");
	assert_int_equal(str_format(&arena, "%d", 57).length, 2);
}

static void marks_are_composed(void **state)
{
	(void)state;

	assert_string_equal(str_composed(&arena, STR("Rene\u0301e")).at, "Ren\u00e9e");
	/* What has no composed form stays, and so does what needs none. */
	assert_string_equal(str_composed(&arena, STR("q\u0301")).at, "q\u0301");
	assert_string_equal(str_composed(&arena, STR("\u0175yr")).at, "\u0175yr");
	assert_true(str_is(str_composed(&arena, STR("")), ""));
}

static void slugs_are_plain_words(void **state)
{
	(void)state;
	assert_string_equal(str_slug(&arena, STR("Leicester City Council")).at,
			    "leicester-city-council");
	assert_string_equal(str_slug(&arena, STR("  The council’s 3 homes!  ")).at,
			    "the-councils-3-homes");
	assert_string_equal(str_slug(&arena, STR("Tŷ Élan & Ŵyn")).at, "ty-elan-wyn");
	assert_string_equal(str_slug(&arena, STR("…")).at, "");
}

static void utf8_is_decoded_and_encoded(void **state)
{
	(void)state;
	static const uint32_t characters[] = {'a',   0x7f,   0x80,    0x7ff,
					      0x800, 0xffff, 0x10000, 0x10ffff};
	for (size_t i = 0; i < sizeof(characters) / sizeof(*characters); i++) {
		char bytes[4];
		size_t position = 0, length = str_encode(characters[i], bytes);
		struct str text = {bytes, length};
		assert_int_equal(str_next(text, &position), characters[i]);
		assert_int_equal(position, length);
		assert_int_equal(str_next(text, &position), 0);
		assert_int_equal(position, length);
	}
}

static void wrong_utf8_is_found(void **state)
{
	static const struct str wrong[] = {
		{"ab\x80", 3},
		{"ab\xc3", 3},
		{"ab\xc0\xaf", 4},
		{"ab\xed\xa0\x80", 5},
		{"ab\xf4\x90\x80\x80", 6},
		{"ab\xe2\x82", 4},
		{"ab\xff", 3},
		{"ab\xe0\x80\x80", 5},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		size_t bad = 99, position = 2;
		assert_false(str_is_utf8(wrong[i], &bad));
		assert_int_equal(bad, 2);
		assert_int_equal(str_next(wrong[i], &position), 0xfffd);
		assert_int_equal(position, 3);
	}
	assert_true(str_is_utf8(STR("Tŷ 日本 😀"), NULL));
}

static void buffers_grow(void **state)
{
	struct buffer buffer = {0};
	(void)state;
	assert_int_equal(buffer_view(&buffer).length, 0);
	for (int i = 0; i < 1000; i++)
		buffer_format(&buffer, "%d,", i);
	assert_int_equal(buffer.length, 3890);
	assert_int_equal(buffer.at[buffer.length], '\0');
	assert_true(str_ends(buffer_view(&buffer), STR("998,999,")));
	buffer_clear(&buffer);
	buffer_text(&buffer, "a");
	buffer_byte(&buffer, 'b');
	buffer_str(&buffer, STR("c"));
	buffer_add(&buffer, NULL, 0);
	assert_string_equal(buffer.at, "abc");
	buffer_release(&buffer);
	assert_null(buffer.at);
}

static bool is_zero(const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

static void an_arena_gives_zeroed_memory_of_any_size(void **state)
{
	static const size_t sizes[] = {0, 1, 24, 5000, 300000, 3000000, 24, 9000000};
	char *made[sizeof(sizes) / sizeof(*sizes)];
	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		made[i] = arena_alloc(&arena, sizes[i]);
		assert_int_equal((uintptr_t)made[i] % sizeof(long double), 0);
		assert_true(is_zero(made[i], sizes[i]));
		memset(made[i], (int)i + 1, sizes[i]);
	}
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		if (sizes[i])
			assert_int_equal(made[i][sizes[i] - 1], i + 1); /* nobody wrote over it */
	}
}

static void arrays_grow_and_keep_their_items(void **state)
{
	int *items = NULL;
	size_t capacity = 0;
	(void)state;
	for (size_t i = 0; i < 10000; i++) {
		items = arena_grow(&arena, items, &capacity, i + 1, sizeof(*items));
		items[i] = (int)i;
	}
	assert_true(capacity >= 10000);
	for (size_t i = 0; i < 10000; i++)
		assert_int_equal(items[i], i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_compare_by_byte),
		cmocka_unit_test(slices_stay_within),
		cmocka_unit_test(copies_end_with_a_nul),
		cmocka_unit_test(slugs_are_plain_words),
		cmocka_unit_test(marks_are_composed),
		cmocka_unit_test(utf8_is_decoded_and_encoded),
		cmocka_unit_test(wrong_utf8_is_found),
		cmocka_unit_test(buffers_grow),
		cmocka_unit_test(an_arena_gives_zeroed_memory_of_any_size),
		cmocka_unit_test(arrays_grow_and_keep_their_items),
	};
	return cmocka_run_group_tests(tests, make_arena, release_arena);
}
