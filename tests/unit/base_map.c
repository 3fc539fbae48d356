/* The hash map: what was put in is found, nothing else is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/map.h"

static void an_empty_map_holds_nothing(void **state)
{
	struct arena arena;
	struct map map;
	(void)state;
	arena_init(&arena);
	map_init(&map, &arena);
	assert_null(map_lookup(&map, STR("H-1")));
	assert_null(map_lookup(&map, STR("")));
	arena_release(&arena);
}

static void keys_keep_their_values(void **state)
{
	static int values[3];
	struct arena arena;
	struct map map;
	(void)state;
	arena_init(&arena);
	map_init(&map, &arena);
	*map_place(&map, STR("H-1")) = &values[0];
	*map_place(&map, STR("")) = &values[1];
	*map_place(&map, STR("H-1\0x")) = &values[2];
	assert_ptr_equal(map_lookup(&map, STR("H-1")), &values[0]);
	assert_ptr_equal(map_lookup(&map, STR("")), &values[1]);
	assert_ptr_equal(map_lookup(&map, STR("H-1\0x")), &values[2]);
	assert_null(map_lookup(&map, STR("h-1")));
	assert_int_equal(map.count, 3);
	assert_ptr_equal(*map_place(&map, STR("H-1")), &values[0]);
	assert_int_equal(map.count, 3);
	arena_release(&arena);
}

static void many_keys_are_found_after_growth(void **state)
{
	struct arena arena;
	struct map map;
	(void)state;
	arena_init(&arena);
	map_init(&map, &arena);
	for (int i = 0; i < 50000; i++) {
		struct str key = str_format(&arena, "C-%d", i);
		*map_place(&map, key) = (void *)key.at;
	}
	assert_int_equal(map.count, 50000);
	for (int i = 0; i < 50000; i++) {
		struct str key = str_format(&arena, "C-%d", i);
		assert_string_equal(map_lookup(&map, key), key.at);
	}
	assert_null(map_lookup(&map, STR("C-50000")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_map_holds_nothing),
		cmocka_unit_test(keys_keep_their_values),
		cmocka_unit_test(many_keys_are_found_after_growth),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
