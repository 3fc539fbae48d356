/* The data behind a table, as a spreadsheet opens it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "render/csv.h"

static void texts_stay_texts_and_numbers_numbers(void **state)
{
	struct str columns[] = {STR("Who"), STR("=Sum")};
	struct cell cells[] = {
		{.text = STR("the carer\u2019s, \"own\"")},
		{.text = STR("\u22124"), .plain = STR("-4"), .number = true},
		{.text = STR("@SUM(1,2)")},
		{.text = STR("\u2013"), .plain = STR(""), .number = true},
		{.text = STR("-1 to 4")},
		{.text = STR("61.4%"), .plain = STR("61.4"), .number = true},
	};
	struct table table = {
		.columns = columns, .column_count = 2, .cells = cells, .row_count = 3};
	struct buffer out = {0};

	(void)state;
	render_table_csv(&table, &out);
	buffer_byte(&out, 0);
	assert_string_equal(out.at, "\xef\xbb\xbfWho,'=Sum\r\n"
				    "\"the carer\u2019s, \"\"own\"\"\",-4\r\n"
				    "\"'@SUM(1,2)\",\r\n"
				    "'-1 to 4,61.4\r\n");
	buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(texts_stay_texts_and_numbers_numbers)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
