/* Every fault of the words is said at its place, with what was probably meant, all in one run. */
#include "compose_support.h"

static void an_unknown_marker_names_the_nearest(void **state)
{
	(void)state;
	test_refused("Words\nand {{ENQUIRES_TOTAL}} more.",
		     "annual-report.md:10:5: there is no marker {{ENQUIRES_TOTAL}}: did you mean "
		     "{{ENQUIRIES_TOTAL}}?");
	test_refused("{{QQQQQ}}",
		     "annual-report.md:9:1: there is no marker {{QQQQQ}}: name a "
		     "measure (hearth measures lists them), or a fact of authority.xml "
		     "or report.xml");
}

static void an_unknown_section_names_the_nearest(void **state)
{
	(void)state;
	test_refused("{{#SOME_ENQUIRES_TOTAL}}x{{/SOME_ENQUIRES_TOTAL}}",
		     "annual-report.md:9:1: there is no marker {{#SOME_ENQUIRES_TOTAL}}: did you "
		     "mean {{#SOME_ENQUIRIES_TOTAL}}?");
	test_refused("{{#EACH_ENQUIRIES_SOURC}}x{{/EACH_ENQUIRIES_SOURC}}",
		     "annual-report.md:9:1: there is no marker {{#EACH_ENQUIRIES_SOURC}}: did you "
		     "mean {{#EACH_ENQUIRIES_SOURCE}}?");
}

static void modifiers_are_known_and_fit_their_measure(void **state)
{
	(void)state;
	test_refused("{{ENQUIRIES_TOTAL:x-word}}",
		     "annual-report.md:9:1: there is no modifier x-word: did you mean x-words?");
	test_refused("{{ENQUIRIES_TOTAL:x-share}}",
		     "annual-report.md:9:1: ENQUIRIES_TOTAL has no x-share: the measure is not a "
		     "part of another");
	test_refused("{{ENQUIRIES_TOTAL:x-whole}}",
		     "annual-report.md:9:1: ENQUIRIES_TOTAL has no x-whole: the measure is not a "
		     "percentage");
	test_refused("{{APPLICATIONS_PER_ENQUIRY:x-words}}",
		     "annual-report.md:9:1: APPLICATIONS_PER_ENQUIRY has no x-words: only a count "
		     "can be put in words");
	test_refused("{{YEAR:x-words}}",
		     "annual-report.md:9:1: {{YEAR}} is no figure and takes no modifier");
}

static void what_is_not_known_has_a_place_in_its_section_alone(void **state)
{
	(void)state;
	test_refused("{{ENQUIRIES_TOTAL:x-change}}",
		     "annual-report.md:9:1: {{ENQUIRIES_TOTAL:x-change}} has no value this year: "
		     "show it only inside its section, {{#LAST_ENQUIRIES_TOTAL}}");
	test_refused("{{ENQUIRIES_TOTAL:x-england}}",
		     "annual-report.md:9:1: {{ENQUIRIES_TOTAL:x-england}} has no value this year: "
		     "show it only inside its section, {{#ENGLAND_ENQUIRIES_TOTAL}}");
	test_refused("{{LEAD_ROLE}}",
		     "annual-report.md:9:1: {{LEAD_ROLE}} has no value this year: show it only "
		     "inside its section, {{#HAS_LEAD_ROLE}}");
}

static void sections_open_and_close_in_pairs(void **state)
{
	(void)state;
	test_refused("a\n{{#SOME_ENQUIRIES_TOTAL}}b",
		     "annual-report.md:10:1: the section {{#SOME_ENQUIRIES_TOTAL}} is never "
		     "closed: write {{/SOME_ENQUIRIES_TOTAL}} where it ends");
	test_refused("a {{/SOME_ENQUIRIES_TOTAL}}",
		     "annual-report.md:9:3: {{/SOME_ENQUIRIES_TOTAL}} closes a section that was "
		     "not opened");
	test_refused("{{#NO_ENQUIRIES_TOTAL}}{{/SOME_ENQUIRIES_TOTAL}}{{/NO_ENQUIRIES_TOTAL}}",
		     "annual-report.md:9:24: {{/SOME_ENQUIRIES_TOTAL}} stands where "
		     "{{/NO_ENQUIRIES_TOTAL}} is due: line 9 opened that");
}

static void a_choice_has_two_forms_or_three(void **state)
{
	(void)state;
	test_refused("{{ENQUIRIES_TOTAL:a|b|c|d}}",
		     "annual-report.md:9:1: {{ENQUIRIES_TOTAL}} can't choose its words: there are "
		     "more than three forms");
	test_refused("{{REVIEWS_ON_TIME_RATE:at least often:a|b}}",
		     "annual-report.md:9:1: {{REVIEWS_ON_TIME_RATE}} can't choose its words: the "
		     "target \"often\" is no number: write one, as in \"at least 80%\", or the "
		     "name of a standard whose value is one");
}

static void braces_are_closed_and_hold_a_name(void **state)
{
	(void)state;
	test_refused("a {{ENQUIRIES_TOTAL\nb",
		     "annual-report.md:9:3: this {{ is never closed: write }} behind the marker's "
		     "name");
	test_refused("{{ENQUIRIES TOTAL}}",
		     "annual-report.md:9:1: between {{ and }} stands no marker's name: capital "
		     "letters, digits and _");
}

static void rows_have_their_words_alone(void **state)
{
	(void)state;
	test_refused("{{LABEL}}", "annual-report.md:9:1: {{LABEL}} is told of each row: write it "
				  "inside an EACH_ section");
	test_refused("{{IMPLICATION_TITLE}}",
		     "annual-report.md:9:1: {{IMPLICATION_TITLE}} is told of each <implication>: "
		     "write it inside that section");
	test_refused("{{#MORE_}}, {{/MORE_}}",
		     "annual-report.md:9:1: {{#MORE_}} asks for a next row: write it inside a "
		     "section of rows");
}

static void a_missing_file_is_named(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_null(test_compose(&test, "{{>NARRATIVE_CARER_VOICES}}"));
	struct str path = path_join(&test.arena, test.options.narrative, STR("carer-voices.md"));
	struct str said = str_format(&test.arena,
				     "annual-report.md:9:1: the file %.*s, which this names, is "
				     "missing: write it, or take the line out",
				     STR_ARG(path));

	assert_string_equal(test_said(&test, 0), said.at);
	test_end(&test);
	test_refused("{{>STORY}}", "annual-report.md:9:1: {{>STORY}} names no file: begin it with "
				   "PART_, NARRATIVE_ or DOCUMENT_");
}

/* No name of a marker leads out of the two folders. */
static void only_the_two_folders_are_read(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "secret.md", "secret");
	assert_null(test_compose(&test, "{{>NARRATIVE_../SECRET}}"));
	assert_string_equal(test_said(&test, 0),
			    "annual-report.md:9:1: between {{ and }} stands no marker's name: "
			    "capital letters, digits and _");
	test_end(&test);
}

static void a_circle_of_files_is_found(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "narrative/a.md", "x\n{{>NARRATIVE_B}}");
	test_file(&test, "narrative/b.md", "y {{>NARRATIVE_A}}");
	assert_null(test_compose(&test, "{{>NARRATIVE_A}}"));
	assert_non_null(strstr(test_said(&test, 0), "includes itself here: take the line out"));
	assert_non_null(strstr(test_said(&test, 0), "b.md:1:3: "));
	test_end(&test);
}

/* Files that include each other twice over would fill the memory. */
static void what_has_no_end_is_refused(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	for (char file = 'a'; file < 'z'; file++) {
		char next = (char)(file - 'a' + 'B');

		test_file(&test, str_format(&test.arena, "narrative/%c.md", file).at,
			  str_format(&test.arena, "{{>NARRATIVE_%c}}\n{{>NARRATIVE_%c}}\n", next,
				     next)
				  .at);
	}
	test_file(&test, "narrative/z.md", "x");
	assert_null(test_compose(&test, "{{>NARRATIVE_A}}"));
	assert_non_null(strstr(test_said(&test, 0), "would have no end"));
	test_end(&test);
}

static void faults_are_said_at_their_file_and_all_at_once(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "narrative/story.md", "One.\n\nTwo {{NONE}}\n");
	assert_null(test_compose(&test, "{{ENQUIRES_TOTAL}}\n\n{{>NARRATIVE_STORY}}\n\n"
					"{{VISITS_TOTL}}\n"));
	diagnostics_sort(&test.diagnostics);
	assert_int_equal(test.diagnostics.errors, 3);
	assert_non_null(strstr(test_said(&test, 0), "story.md:3:5: there is no marker {{NONE}}"));
	assert_non_null(strstr(test_said(&test, 1), "annual-report.md:9:1: "));
	assert_non_null(strstr(test_said(&test, 2), "annual-report.md:13:1: "));
	test_end(&test);
}

static void a_fault_of_a_shared_part_is_said_once(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "narrative/story.md", "{{NONE}}");
	test_file(&test, "templates/scrutiny-report.md", HEAD "{{>NARRATIVE_STORY}}");
	assert_null(test_compose(&test, "{{>NARRATIVE_STORY}}"));
	assert_null(compose_document("scrutiny-report", &test.facts, &test.options));
	assert_int_equal(test.diagnostics.errors, 1);
	test_end(&test);
}

static void files_are_utf8_that_prints(void **state)
{
	(void)state;
	test_refused("a\nb\xff",
		     "annual-report.md:10:2: this is not UTF-8: save the file as UTF-8");
	test_refused("a \x01", "annual-report.md:9:3: the character U+0001 can't be printed: take "
			       "it out");
	test_refused("\ue000",
		     "annual-report.md:9:1: the character U+E000 can't be printed: take it out");
}

static void line_ends_of_any_kind_are_read(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_string_equal(test_words(&test, "a\r\nb\rc"), "a b c");
	test_end(&test);
}

static void a_head_is_complete(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "templates/annual-report.md",
		  "---\ntitle: T\nsubtitel: S\nrunning: R\nsummary: Y\nauthor: A\n---\nx\n");
	assert_null(compose_document("annual-report", &test.facts, &test.options));
	assert_string_equal(test_said(&test, 0), "annual-report.md:3:1: a head has no "
						 "\"subtitel\": did you mean subtitle?");
	assert_string_equal(test_said(&test, 1), "annual-report.md:1:1: the document has no "
						 "subtitle: write it in the head, as subtitle: …");
	test_end(&test);
}

static void typed_figures_are_warned_of(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_non_null(test_compose(&test, "There were 57 enquiries.\n"));
	assert_int_equal(test.diagnostics.warnings, 1);
	assert_int_equal(test.diagnostics.items[0].id, DIAGNOSTIC_UNBOUND_FIGURE);
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_unknown_marker_names_the_nearest),
		cmocka_unit_test(an_unknown_section_names_the_nearest),
		cmocka_unit_test(modifiers_are_known_and_fit_their_measure),
		cmocka_unit_test(what_is_not_known_has_a_place_in_its_section_alone),
		cmocka_unit_test(sections_open_and_close_in_pairs),
		cmocka_unit_test(a_choice_has_two_forms_or_three),
		cmocka_unit_test(braces_are_closed_and_hold_a_name),
		cmocka_unit_test(rows_have_their_words_alone),
		cmocka_unit_test(a_missing_file_is_named),
		cmocka_unit_test(only_the_two_folders_are_read),
		cmocka_unit_test(a_circle_of_files_is_found),
		cmocka_unit_test(what_has_no_end_is_refused),
		cmocka_unit_test(faults_are_said_at_their_file_and_all_at_once),
		cmocka_unit_test(a_fault_of_a_shared_part_is_said_once),
		cmocka_unit_test(files_are_utf8_that_prints),
		cmocka_unit_test(line_ends_of_any_kind_are_read),
		cmocka_unit_test(a_head_is_complete),
		cmocka_unit_test(typed_figures_are_warned_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
