/*
 * For the tests of measure: records written as XML, read as a year's extract, and their figures.
 * A test's memory is one arena, given back by test_end.
 */
#ifndef HEARTH_MEASURE_SUPPORT_H
#define HEARTH_MEASURE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/file.h"
#include "measure/facts.h"
#include "measure/passes/compute.h"
#include "read/extract.h"

struct year_test {
	struct arena arena;
	struct diagnostics diagnostics;
	struct extract extract;
	struct facts facts;
	struct str folder; /* of this test alone */
};

static inline void test_begin(struct year_test *test)
{
	char folder[] = "/tmp/hearth-measure-XXXXXX";

	memset(test, 0, sizeof(*test));
	arena_init(&test->arena);
	diagnostics_init(&test->diagnostics, &test->arena);
	test->facts.period = period_of(2024);
	assert_non_null(mkdtemp(folder));
	test->folder = str_copy(&test->arena, str_of(folder));
}

static inline void test_end(struct year_test *test)
{
	struct str why;

	assert_true(folder_remove(&test->arena, test->folder, &why));
	arena_release(&test->arena);
}

/* Writes a file of the test's folder, with the folders it is in; gives its path. */
static inline struct str test_file(struct year_test *test, const char *name, const char *content)
{
	struct str path = path_join(&test->arena, test->folder, str_of(name));
	struct str folder = str_slice(path, 0, path.length - path_name(path).length - 1);
	struct str why;

	assert_true(folder_make(&test->arena, folder, &why));
	assert_true(file_write(&test->arena, path, str_of(content), &why));
	return path;
}

/* The figures of 2024-25 from these records, in an extract that covers the kinds named. */
static inline void test_year_covering(struct year_test *test, const char *covers,
				      const char *records)
{
	struct extract_options options = {
		.folder = path_join(&test->arena, test->folder, STR("extracts")),
		.period = &test->facts.period};
	struct str xml =
		str_format(&test->arena,
			   "<extract xmlns=\"urn:hearth:extract:1\" authority=\"E06000016\" "
			   "source=\"test\" generated=\"2025-04-22T09:14:00Z\" %s>\n%s"
			   "</extract>",
			   covers, records);

	test_file(test, "extracts/all.xml", xml.at);
	extract_read(&test->extract, &test->arena, &options, &test->diagnostics);
	measure_year(&test->extract, &test->facts.period, &test->facts.figures, NULL);
}

/* The same, where what isn't there was not in the year. */
static inline void test_year(struct year_test *test, const char *records)
{
	struct buffer covers = {0};

	buffer_text(&covers, "covers=\"");
	for (int id = 0; id < ELEMENT_COUNT; id++) {
		if (element_at(id)->parent == ELEMENT_EXTRACT)
			buffer_format(&covers, "%s ", element_at(id)->tag);
	}
	buffer_text(&covers, "\"");
	test_year_covering(test, str_terminated(&test->arena, buffer_view(&covers)), records);
	buffer_release(&covers);
}

static inline const struct figure *test_figure(const struct year_test *test, const char *name)
{
	enum measure_id id = measure_find(str_of(name));

	assert_int_not_equal(id, MEASURE_NONE);
	return &test->facts.figures.of[id];
}

static inline void assert_measure(const struct year_test *test, const char *name, int64_t value)
{
	const struct figure *figure = test_figure(test, name);

	if (!figure->known || figure->value != value)
		fail_msg("%s is %lld, not %lld", name,
			 figure->known ? (long long)figure->value : -1, (long long)value);
}

/* "name value name value …", each to hold. */
static inline void assert_measures(const struct year_test *test, const char *expected)
{
	char name[100];
	long long value;
	int length;

	while (sscanf(expected, " %99s %lld%n", name, &value, &length) == 2) {
		assert_measure(test, name, value);
		expected += length;
	}
}

/* The first diagnostic whose text holds these words; NULL. */
static inline const struct diagnostic *test_diagnostic(const struct year_test *test,
						       const char *words)
{
	for (size_t i = 0; i < test->diagnostics.count; i++) {
		const struct diagnostic *item = &test->diagnostics.items[i];

		if (memmem(item->text.at, item->text.length, words, strlen(words)))
			return item;
	}
	return NULL;
}

#endif
