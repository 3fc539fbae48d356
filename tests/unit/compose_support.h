/*
 * For the tests of compose: a council, a year's figures and templates written by the test, and the
 * document that they make. A test's memory is one arena, given back by test_end.
 */
#ifndef HEARTH_COMPOSE_SUPPORT_H
#define HEARTH_COMPOSE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/number.h"
#include "compose/compose.h"
#include "read/extract.h"
#include "read/settings.h"

struct compose_test {
	struct arena arena;
	struct diagnostics diagnostics;
	struct facts facts;
	struct str folder;
	struct compose_options options;
};

#define HEAD "---\ntitle: T\nsubtitle: S\nrunning: R\nsummary: Y\nauthor: A\n---\n\n"
/* The first line of a test's words, behind the head. */
enum { FIRST_LINE = 9 };

static inline struct str test_file(struct compose_test *test, const char *name, const char *content)
{
	struct str path = path_join(&test->arena, test->folder, str_of(name));
	struct str folder = str_slice(path, 0, path.length - path_name(path).length - 1);
	struct str why;

	assert_true(folder_make(&test->arena, folder, &why));
	assert_true(file_write(&test->arena, path, str_of(content), &why));
	return path;
}

/* The council's facts, in place of those that every test has. */
static inline void test_authority(struct compose_test *test, const char *name, const char *within)
{
	struct str xml =
		str_format(&test->arena,
			   "<authority xmlns='urn:hearth:authority:1' code='E06000099' "
			   "name='%s' short-name='Weir' place='Weir' "
			   "website='https://weir.example' language='en-GB'>%s</authority>",
			   name, within);
	struct str path = test_file(test, "authority.xml", xml.at);

	test->facts.authority =
		settings_read(&test->arena, path, ELEMENT_AUTHORITY, &test->diagnostics);
	assert_non_null(test->facts.authority);
}

static inline void test_report(struct compose_test *test, const char *within)
{
	struct str xml = str_format(
		&test->arena,
		"<report xmlns='urn:hearth:report:1' year='2024-25' statement-year='2025-26' "
		"version='1' date='2025-05-27' statement-date='2025-05-28' "
		"next-review='April 2026'>%s</report>",
		within);
	struct str path = test_file(test, "report.xml", xml.at);

	test->facts.report = settings_read(&test->arena, path, ELEMENT_REPORT, &test->diagnostics);
	assert_non_null(test->facts.report);
}

static inline void test_begin(struct compose_test *test)
{
	char folder[] = "/tmp/hearth-compose-XXXXXX";

	memset(test, 0, sizeof(*test));
	arena_init(&test->arena);
	diagnostics_init(&test->diagnostics, &test->arena);
	test->facts.period = period_of(2024);
	assert_non_null(mkdtemp(folder));
	test->folder = str_copy(&test->arena, str_of(folder));
	test->options = (struct compose_options){
		.arena = &test->arena,
		.templates = path_join(&test->arena, test->folder, STR("templates")),
		.narrative = path_join(&test->arena, test->folder, STR("narrative")),
		.diagnostics = &test->diagnostics,
	};
	test_authority(test, "Weir Council", "");
	test_report(test, "");
	test_file(test, "templates/data.xml", "<data xmlns='urn:hearth:data:1'/>");
}

static inline void test_end(struct compose_test *test)
{
	struct str why;

	assert_true(folder_remove(&test->arena, test->folder, &why));
	arena_release(&test->arena);
}

static inline enum measure_id test_id(const char *name)
{
	enum measure_id id = measure_find(str_of(name));

	assert_int_not_equal(id, MEASURE_NONE);
	return id;
}

static inline void test_count(struct compose_test *test, const char *name, int64_t value)
{
	test->facts.figures.of[test_id(name)] = (struct figure){.known = true, .value = value};
}

static inline void test_rate(struct compose_test *test, const char *name, int64_t numerator,
			     int64_t denominator)
{
	struct figure *figure = &test->facts.figures.of[test_id(name)];

	*figure = (struct figure){.known = denominator > 0,
				  .is_rate = true,
				  .numerator = numerator,
				  .denominator = denominator};
	if (denominator > 0)
		figure->value = number_percent(numerator, denominator);
}

/* A figure as it was published in the year that began then. */
static inline void test_past(struct compose_test *test, int first_year, const char *name,
			     const char *written, int64_t value)
{
	struct facts *facts = &test->facts;
	struct past_year *past = NULL;

	for (size_t i = 0; i < facts->past_count; i++) {
		if (facts->past[i].figures.period.first_year == first_year)
			past = &facts->past[i];
	}
	if (!past) {
		struct past_year *years =
			ARENA_ARRAY(&test->arena, facts->past_count + 1, struct past_year);

		if (facts->past_count)
			memcpy(years, facts->past, facts->past_count * sizeof(*years));
		facts->past = years;
		past = &years[facts->past_count++];
		past->figures.period = period_of(first_year);
		past->source = STR("Earlier reports");
		past->written = ARENA_ARRAY(&test->arena, MEASURE_COUNT, const char *);
	}
	enum measure_id id = test_id(name);

	past->figures.of[id] = (struct figure){.known = true, .value = value};
	past->written[id] = written;
}

static inline void test_benchmark(struct compose_test *test, const char *name, const char *area,
				  enum measure_unit unit, int64_t value)
{
	struct facts *facts = &test->facts;
	struct benchmark *all =
		ARENA_ARRAY(&test->arena, facts->benchmark_count + 1, struct benchmark);

	if (facts->benchmark_count)
		memcpy(all, facts->benchmarks, facts->benchmark_count * sizeof(*all));
	all[facts->benchmark_count++] = (struct benchmark){
		.measure = str_of(name),
		.id = test_id(name),
		.area = str_of(area),
		.year = STR("2024-25"),
		.unit = unit,
		.value = value,
		.source = STR("National statistics"),
	};
	facts->benchmarks = all;
}

/* The document that the words make; NULL when there were errors. */
static inline struct document *test_compose(struct compose_test *test, const char *words)
{
	test_file(test, "templates/annual-report.md",
		  str_format(&test->arena, "%s%s", HEAD, words).at);
	return compose_document("annual-report", &test->facts, &test->options);
}

/* The text of the words' first block. */
static inline const char *test_words(struct compose_test *test, const char *words)
{
	struct document *document = test_compose(test, words);

	if (!document) {
		for (size_t i = 0; i < test->diagnostics.count; i++)
			print_message("%.*s\n", STR_ARG(test->diagnostics.items[i].text));
		fail_msg("not composed: %s", words);
	}
	assert_non_null(document->root->first);
	return str_terminated(&test->arena, node_text(&test->arena, document->root->first));
}

/* The i-th diagnostic as "FILE:LINE:COLUMN: text", the file without its folder. */
static inline const char *test_said(struct compose_test *test, size_t i)
{
	const struct diagnostic *item = &test->diagnostics.items[i];

	assert_true(i < test->diagnostics.count);
	return str_format(&test->arena, "%.*s:%u:%u: %.*s", STR_ARG(path_name(item->place.file)),
			  item->place.line, item->place.column, STR_ARG(item->text))
		.at;
}

/* Whether the words are refused, with one error that says `said`. */
static inline void test_refused(const char *words, const char *said)
{
	struct compose_test test;

	test_begin(&test);
	assert_null(test_compose(&test, words));
	assert_string_equal(test_said(&test, 0), said);
	assert_int_equal(test.diagnostics.errors, 1);
	test_end(&test);
}

#endif
