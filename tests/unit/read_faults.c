/* What is said of a folder of extracts as a whole; tests/cases has what is said of each record. */
#include "read_support.h"

#define ENQUIRY "<enquiry id=\"E1\" received=\"2024-05-01\" source=\"internet\""
#define HOUSEHOLD "<household id=\"H1\" type=\"mainstream\""

static void a_file_of_another_name_is_not_opened(void **state)
{
	(void)state;
	scene_write("a.xml", STR(HEAD TAIL));
	scene_write("b.XML.bak", STR("<"));
	scene_write(".hidden", STR("<"));
	assert_true(scene_read());
	scene_expect("FILE_OTHER_NAME FILE_OTHER_NAME");
	assert_int_equal(scene.extract.file_count, 1);
}

static void what_no_file_holds_is_said_of_the_folder(void **state)
{
	(void)state;
	assert_true(scene_read_records(HOUSEHOLD "/>"));
	assert_int_equal(scene.diagnostics.warnings, 13);
	assert_string_equal(scene.diagnostics.items[0].place.file.at, scene.folder);
	assert_int_equal(scene.diagnostics.items[0].place.line, 0);
}

static void a_folder_without_extracts_is_an_error(void **state)
{
	(void)state;
	assert_false(scene_read());
	scene_expect("NO_EXTRACT");
}

static void unknown_households_wait_for_all_files(void **state)
{
	(void)state;
	scene_write("a.xml",
		    STR(HEAD "<review id=\"R\" due=\"2024-05-01\" household=\"H1\"/>" TAIL));
	scene_write("b.xml", STR(HEAD HOUSEHOLD "/>" TAIL));
	assert_true(scene_read());
	scene_expect("");
}

static void unknown_households_are_not_told_when_a_file_is_cut(void **state)
{
	(void)state;
	scene_write("a.xml",
		    STR(HEAD "<review id=\"R\" due=\"2024-05-01\" household=\"H9\"/>" TAIL));
	scene_write("b.xml", STR(HEAD "\n¦"));
	assert_false(scene_read());
	scene_expect("XML_NOT_WELL_FORMED");
}

static void later_files_name_the_first(void **state)
{
	(void)state;
	scene_write("a.xml", STR(HEAD "\n  " ENQUIRY "/>" TAIL));
	scene_write(
		"b.xml",
		STR(HEAD "¦<enquiry id=\"E1\" received=\"2024-05-02\" source=\"internet\"/>" TAIL));
	assert_false(scene_read());
	scene_expect("RECORD_CLASH");
	const struct diagnostic *last = &scene.diagnostics.items[scene.diagnostics.count - 1];
	assert_non_null(
		strstr(last->text.at, str_format(&scene.arena, "%s/a.xml:2:3", scene.folder).at));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_file_of_another_name_is_not_opened, scene_begin,
						scene_end),
		cmocka_unit_test_setup_teardown(what_no_file_holds_is_said_of_the_folder,
						scene_begin, scene_end),
		cmocka_unit_test_setup_teardown(a_folder_without_extracts_is_an_error, scene_begin,
						scene_end),
		cmocka_unit_test_setup_teardown(unknown_households_wait_for_all_files, scene_begin,
						scene_end),
		cmocka_unit_test_setup_teardown(unknown_households_are_not_told_when_a_file_is_cut,
						scene_begin, scene_end),
		cmocka_unit_test_setup_teardown(later_files_name_the_first, scene_begin, scene_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
