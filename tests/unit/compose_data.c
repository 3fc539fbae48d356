/* Charts and tables drawn from data.xml: true whatever the figures are. */
#include "base/buffer.h"
#include "compose_support.h"

static const char *const chart_begin =
	"<data xmlns='urn:hearth:data:1'><chart name='sources' kind='%s' title='Most: "
	"{{LARGEST_LABEL}}, {{LARGEST_SHARE}}' plain-title='Sources' subtitle='{{TOTAL}} in "
	"{{YEAR}}' "
	"head='Source' of='enquiries.total' %s>%s</chart></data>";

static const struct chart *draw(struct compose_test *test, const char *xml)
{
	struct chart **charts;
	struct table **tables;
	size_t chart_count, table_count;

	test_file(test, "templates/data.xml", xml);
	if (!compose_data(&test->facts, &test->options, &charts, &chart_count, &tables,
			  &table_count))
		fail_msg("%s", test_said(test, 0));
	assert_int_equal(chart_count, 1);
	return charts[0];
}

static const struct chart *draw_family(struct compose_test *test)
{
	return draw(test, str_format(&test->arena, chart_begin, "bars", "",
				     "<series label='Enquiries'/>"
				     "<family measures='enquiries.source'/>")
				  .at);
}

static const struct table *draw_table(struct compose_test *test, const char *xml)
{
	struct chart **charts;
	struct table **tables;
	size_t chart_count, table_count;

	test_file(test, "templates/data.xml",
		  str_format(&test->arena,
			     "<data xmlns='urn:hearth:data:1'><table name='t' caption='C {{YEAR}}' "
			     "head='H' %s</table></data>",
			     xml)
			  .at);
	if (!compose_data(&test->facts, &test->options, &charts, &chart_count, &tables,
			  &table_count))
		fail_msg("%s", test_said(test, 0));
	assert_int_equal(table_count, 1);
	return tables[0];
}

/* A table as lines, cells parted by bars. */
static const char *lines_of(struct compose_test *test, const struct table *table)
{
	struct buffer out = {0};

	for (size_t i = 0; i < table->column_count; i++)
		buffer_format(&out, "%s%.*s", i ? " | " : "", STR_ARG(table->columns[i]));
	for (size_t i = 0; i < table->row_count * table->column_count; i++)
		buffer_format(&out, "%s%.*s", i % table->column_count ? " | " : "\n",
			      STR_ARG(table->cells[i].text));
	struct str lines = str_copy(&test->arena, buffer_view(&out));

	buffer_release(&out);
	return lines.at;
}

/* No enquiries of any source, but known. */
static void no_sources(struct compose_test *test)
{
	for (int id = 0; id < MEASURE_COUNT; id++) {
		if (strncmp(measure_at((enum measure_id)id)->name, "enquiries.source.", 17) == 0)
			test->facts.figures.of[id] = (struct figure){.known = true};
	}
	test_count(test, "enquiries.total", 0);
}

static void bars_are_sorted_and_the_finding_is_said(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	no_sources(&test);
	test_count(&test, "enquiries.total", 57);
	test_count(&test, "enquiries.source.facebook", 12);
	test_count(&test, "enquiries.source.internet", 44);
	test_count(&test, "enquiries.source.not-given", 1);
	const struct chart *chart = draw_family(&test);

	assert_string_equal(chart->title.at, "Most: Internet, 77%");
	assert_string_equal(chart->subtitle.at, "57 in 2024-25");
	assert_int_equal(chart->category_count, 3);
	assert_string_equal(chart->categories[1].label.at, "Facebook");
	assert_string_equal(chart->categories[1].values[0].share.at, "21%");
	assert_string_equal(
		chart->description.at,
		"This chart has 3 bars, the longest first. Internet is the largest, with "
		"44 (77%), followed by Facebook with 12 (21%). Not given is the "
		"smallest, with 1 (2%). None were recorded as Previous enquiry, Recommended "
		"by a carer, Recruitment event, Word of mouth, Advertising and Other.");
	assert_string_equal(lines_of(&test, chart->table),
			    "Source | Enquiries | Share\nInternet | 44 | 77%\nFacebook | 12 | 21%\n"
			    "Not given | 1 | 2%\nPrevious enquiry | 0 | 0%\n"
			    "Recommended by a carer | 0 | 0%\nRecruitment event | 0 | 0%\n"
			    "Word of mouth | 0 | 0%\nAdvertising | 0 | 0%\nOther | 0 | 0%\n"
			    "All | 57 | 100%");
	assert_true(chart->table->total_row);
	assert_string_equal(chart->table->cells[2].plain.at, "77");
	test_end(&test);
}

static void a_tie_is_no_largest(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	no_sources(&test);
	test_count(&test, "enquiries.total", 11);
	test_count(&test, "enquiries.source.facebook", 5);
	test_count(&test, "enquiries.source.internet", 5);
	test_count(&test, "enquiries.source.other", 1);
	const struct chart *chart = draw_family(&test);

	assert_string_equal(chart->title.at, "Sources");
	assert_non_null(strstr(chart->description.at,
			       "Internet and Facebook are the largest, with 5 (45%) each. Other is "
			       "the smallest, with 1 (9%)."));
	test_count(&test, "enquiries.source.other", 5);
	assert_non_null(
		strstr(draw_family(&test)->description.at,
		       "All bars are equally long. Internet, Facebook and Other have 5 (45%) "
		       "each."));
	test_end(&test);
}

static void one_bar_is_one(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	no_sources(&test);
	test_count(&test, "enquiries.total", 1);
	test_count(&test, "enquiries.source.internet", 1);
	const struct chart *chart = draw_family(&test);

	assert_string_equal(chart->title.at, "Most: Internet, 100%");
	assert_non_null(
		strstr(chart->description.at,
		       "There is one bar. Internet has 1 (100%). None were recorded as Previous"));
	test_end(&test);
}

static void an_empty_year_has_nothing_to_show(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	no_sources(&test);
	const struct chart *chart = draw_family(&test);

	assert_string_equal(chart->title.at, "Sources");
	assert_int_equal(chart->category_count, 0);
	assert_int_equal(chart->table->row_count, 9);
	assert_string_equal(chart->table->cells[2].text.at, "–");
	assert_string_equal(chart->description.at,
			    "There is nothing to show: nothing was counted under any heading.");
	test_end(&test);
}

static void years_are_as_published_then_this_one(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_past(&test, 2021, "enquiries.total", "157", 157);
	test_past(&test, 2023, "enquiries.total", "52", 52);
	test_past(&test, 2023, "approvals.total", "19", 19);
	test_count(&test, "enquiries.total", 57);
	test_count(&test, "approvals.total", 19);
	const struct chart *chart = draw(
		&test, "<data xmlns='urn:hearth:data:1'><chart name='y' kind='lines' title='T' "
		       "subtitle='S' head='Year' years='true'><series label='Enquiries' "
		       "measure='enquiries.total'/><series label='Approvals' "
		       "measure='approvals.total'/></chart></data>");

	/* 2022-23, of which nothing is known, is a gap. */
	assert_string_equal(lines_of(&test, chart->table),
			    "Year | Enquiries | Approvals\n2021-22 | 157 | –\n2022-23 | – | –\n"
			    "2023-24 | 52 | 19\n2024-25 | 57 | 19");
	assert_string_equal(
		chart->description.at,
		"This chart has 2 lines over 4 years. Enquiries: 157 in 2021-22, 57 in "
		"2024-25, 100 fewer; highest in 2021-22, lowest in 2023-24. Approvals: 19 "
		"in 2023-24, 19 in 2024-25, the same.");
	assert_string_equal(chart->note.at,
			    "A dash (–) means that no figure was published for that year.");
	assert_non_null(strstr(chart->source.at, "Earlier reports"));
	test_end(&test);
}

static void dots_stand_beside_published_figures(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_rate(&test, "children.fostered.rate", 377, 589);
	test_benchmark(&test, "children.fostered.rate", "England", UNIT_PERCENT, 670);
	const struct chart *chart =
		draw(&test, "<data xmlns='urn:hearth:data:1'><chart name='d' kind='dots' title='T' "
			    "subtitle='S' head='Rate'><series label='{{AUTHORITY_SHORT_NAME}}'/>"
			    "<series label='England' area='England'/><category label='Fostered' "
			    "measures='children.fostered.rate'/><category label='SGO' "
			    "measures='sgo.rate'/></chart></data>");

	assert_string_equal(lines_of(&test, chart->table),
			    "Rate | Weir | England\nFostered | 64.0% | 67%\nSGO | – | –");
	assert_string_equal(
		chart->description.at,
		"This chart has 2 rows, with a dot for each figure. Fostered: Weir 64.0%, "
		"England 67%. SGO: Weir not known, England not known.");
	assert_non_null(strstr(chart->source.at, "National statistics"));
	test_end(&test);
}

static void rows_stand_under_their_columns(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "panel.total.heard", 3);
	test_count(&test, "panel.total.positive", 2);
	const struct table *table = draw_table(
		&test, "><column label='Heard'/><column label='Positive'/><row label='All' "
		       "measures='panel.total.heard panel.total.positive' total='true'/>");

	assert_string_equal(table->caption.at, "C 2024-25");
	assert_string_equal(lines_of(&test, table), "H | Heard | Positive\nAll | 3 | 2");
	assert_true(table->total_row);
	test_end(&test);
}

static void published_figures_show_their_difference(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_rate(&test, "children.fostered.rate", 377, 589);
	test_benchmark(&test, "children.fostered.rate", "England", UNIT_PERCENT, 670);
	test_count(&test, "sgo.total", 35);
	test_benchmark(&test, "sgo.total", "Weir", UNIT_COUNT, 24);
	const struct table *table = draw_table(
		&test, "benchmarks='England {{AUTHORITY_SHORT_NAME}}'><row label='a' "
		       "measures='children.fostered.rate'/><row label='b' measures='sgo.total'/>");

	assert_string_equal(lines_of(&test, table), "H | This report | England | Difference from "
						    "England | Weir, published | Difference "
						    "from Weir, published\na | 64.0% | 67% | "
						    "−3\u00a0points | – | –\nb | 35 | – | – | 24 "
						    "| +11");
	assert_string_equal(table->cells[3].plain.at, "-3");
	test_end(&test);
}

static void data_refused(const char *xml, const char *said)
{
	struct compose_test test;
	struct chart **charts;
	struct table **tables;
	size_t chart_count, table_count;

	test_begin(&test);
	test_file(&test, "templates/data.xml",
		  str_format(&test.arena, "<data xmlns='urn:hearth:data:1'>\n%s</data>", xml).at);
	assert_false(compose_data(&test.facts, &test.options, &charts, &chart_count, &tables,
				  &table_count));
	assert_string_equal(test_said(&test, 0), said);
	test_end(&test);
}

static void faults_of_the_data_are_said_at_their_place(void **state)
{
	(void)state;
	data_refused(
		"<table name='t' caption='C' head='H'>\n <row measures='enquiries.totl'/></table>",
		"data.xml:3:2: there is no measure \"enquiries.totl\": did you mean "
		"enquiries.total?");
	data_refused(
		"<chart name='c' kind='bars' title='{{LARGEST_LABEL}}' subtitle='S' head='H'>"
		"<family measures='enquiries.source'/></chart>",
		"data.xml:2:1: the title names the largest or smallest, which may be tied: add "
		"plain-title=\"…\"");
	data_refused("<chart name='c' kind='bars' title='T' subtitle='{{ENQUIRIES_TOTL}}' head='H'>"
		     "<family measures='enquiries.source'/></chart>",
		     "data.xml:2:1: there is no marker {{ENQUIRIES_TOTL}}: did you mean "
		     "{{ENQUIRIES_TOTAL}}?");
	data_refused("<table name='t' caption='C' head='H'><column label='a'/><column label='b'/>"
		     "<row measures='enquiries.total'/></table>",
		     "data.xml:2:76: a row of this table names 2 measures; here are 1");
	data_refused("<table name='A b' caption='C' head='H'><row measures='enquiries.total'/>"
		     "</table>",
		     "data.xml:2:1: the name \"A b\" becomes a file's name: write it \"a-b\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bars_are_sorted_and_the_finding_is_said),
		cmocka_unit_test(a_tie_is_no_largest),
		cmocka_unit_test(one_bar_is_one),
		cmocka_unit_test(an_empty_year_has_nothing_to_show),
		cmocka_unit_test(years_are_as_published_then_this_one),
		cmocka_unit_test(dots_stand_beside_published_figures),
		cmocka_unit_test(rows_stand_under_their_columns),
		cmocka_unit_test(published_figures_show_their_difference),
		cmocka_unit_test(faults_of_the_data_are_said_at_their_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
