/*
 * A small document that holds everything a document may, against its tree in
 * tests/documents/golden/expected.tree. Run from the project's folder. With HEARTH_ACCEPT=1 the
 * tree is written anew: then read the difference.
 */
#include "base/buffer.h"
#include "base/files.h"
#include "compose_support.h"

static void prepare(struct compose_test *test)
{
	test_begin(test);
	test_authority(test, "Weir &amp; Dale Council",
		       "<contact id='fostering' name='Fostering team' telephone='01632 960 001' "
		       "address='Weir House; 1 Mill Street; Weir'/>");
	test_report(test, "<meeting commission='Children' date='2026-01-20'/>"
			  "<author role='Head of Service'/>");
	test->options.templates = STR("tests/documents/golden/templates");
	test->options.narrative = STR("tests/documents/golden/narrative");
	test_count(test, "enquiries.total", 8);
	test_count(test, "enquiries.source.internet", 5);
	test_count(test, "enquiries.source.facebook", 2);
	test_count(test, "enquiries.source.word-of-mouth", 1);
	test_count(test, "enquiries.source.other", 0);
	test_count(test, "visits.total", 4);
	test_rate(test, "applications.per_enquiry", 5, 8);
	test_past(test, 2022, "enquiries.total", "12", 12);
	test_past(test, 2023, "enquiries.total", "9", 9);
	test_past(test, 2023, "applications.per_enquiry", "44%", 440);
}

static void a_document_is_its_tree(void **state)
{
	struct str path = STR("tests/documents/golden/expected.tree"), expected, why;
	struct compose_test test;
	struct document *document;
	struct buffer out = {0};

	(void)state;
	prepare(&test);
	document = compose_document("annual-report", &test.facts, &test.options);
	if (!document)
		fail_msg("%s", test_said(&test, 0));
	assert_int_equal(test.diagnostics.count, 0);
	document_dump(document, &out);
	if (getenv("HEARTH_ACCEPT"))
		assert_true(file_write(&test.arena, path, buffer_view(&out), &why));
	assert_true(file_read(&test.arena, path, &expected, &why));
	assert_string_equal(out.at, str_terminated(&test.arena, expected));
	buffer_release(&out);
	test_end(&test);
}

static void composing_twice_gives_the_same(void **state)
{
	struct compose_test test;
	struct buffer first = {0}, second = {0};

	(void)state;
	prepare(&test);
	document_dump(compose_document("annual-report", &test.facts, &test.options), &first);
	document_dump(compose_document("annual-report", &test.facts, &test.options), &second);
	assert_string_equal(first.at, second.at);
	buffer_release(&first);
	buffer_release(&second);
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_document_is_its_tree),
		cmocka_unit_test(composing_twice_gives_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
