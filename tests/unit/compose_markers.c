/* Markers: what each prints, and what its sections show. */
#include "compose_support.h"

static void figures_print_as_their_unit_asks(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 1234);
	test_rate(&test, "applications.per_enquiry", 35, 57);
	test.facts.figures.of[test_id("staff.fte")] =
		(struct figure){.known = true, .value = 38400};
	assert_string_equal(
		test_words(&test, "{{ENQUIRIES_TOTAL}} {{APPLICATIONS_PER_ENQUIRY}} {{STAFF_FTE}}"),
		"1,234 61.4% 38.4");
	assert_string_equal(test_words(&test, "{{APPLICATIONS_PER_ENQUIRY:x-whole}}"), "61%");
	test_end(&test);
}

static void a_rate_of_nothing_is_a_dash(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_rate(&test, "applications.per_enquiry", 0, 0);
	assert_string_equal(test_words(&test, "{{APPLICATIONS_PER_ENQUIRY}}, "
					      "{{APPLICATIONS_PER_ENQUIRY:x-whole}}"),
			    "–, –");
	test_end(&test);
}

static void small_counts_become_words(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 8);
	assert_string_equal(test_words(&test, "{{ENQUIRIES_TOTAL:x-words}} "
					      "{{ENQUIRIES_TOTAL:x-Words}}"),
			    "eight Eight");
	test_count(&test, "enquiries.total", 10);
	assert_string_equal(test_words(&test, "{{ENQUIRIES_TOTAL:x-Words}}"), "10");
	test_end(&test);
}

static void a_share_is_of_the_whole_and_never_reads_as_none_or_all(void **state)
{
	struct compose_test test;
	const char *words = "{{ENQUIRIES_SOURCE_INTERNET:x-share}}";

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	test_count(&test, "enquiries.source.internet", 30);
	assert_string_equal(test_words(&test, words), "53%");
	test_count(&test, "enquiries.total", 1000);
	test_count(&test, "enquiries.source.internet", 1);
	assert_string_equal(test_words(&test, words), "under 1%");
	test_count(&test, "enquiries.source.internet", 999);
	assert_string_equal(test_words(&test, words), "over 99%");
	test_count(&test, "enquiries.total", 0);
	test_count(&test, "enquiries.source.internet", 0);
	assert_string_equal(test_words(&test, words), "–");
	test_end(&test);
}

static void a_change_is_told_as_exactly_as_the_past_was(void **state)
{
	struct compose_test test;
	const char *rate = "{{APPLICATIONS_PER_ENQUIRY:x-change}}";

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	test_past(&test, 2023, "enquiries.total", "52", 52);
	assert_string_equal(test_words(&test, "{{ENQUIRIES_TOTAL:x-change}}"),
			    "5 more than in 2023-24");
	test_past(&test, 2023, "enquiries.total", "60", 60);
	assert_string_equal(test_words(&test, "{{ENQUIRIES_TOTAL:x-change}}"),
			    "3 fewer than in 2023-24");
	test_past(&test, 2023, "enquiries.total", "57", 57);
	assert_string_equal(test_words(&test, "{{ENQUIRIES_TOTAL:x-change}}"),
			    "the same as in 2023-24");
	test_rate(&test, "applications.per_enquiry", 35, 57);
	test_past(&test, 2023, "applications.per_enquiry", "60", 600);
	assert_string_equal(test_words(&test, rate), "1 percentage point more than in 2023-24");
	test_past(&test, 2023, "applications.per_enquiry", "63.5", 635);
	assert_string_equal(test_words(&test, rate), "2.1 percentage points less than in 2023-24");
	test_end(&test);
}

static void last_years_and_englands_figures_stay_as_published(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_past(&test, 2023, "applications.per_enquiry", "82%", 820);
	test_benchmark(&test, "children.fostered.rate", "England", UNIT_PERCENT, 670);
	assert_string_equal(test_words(&test, "{{APPLICATIONS_PER_ENQUIRY:x-last}} "
					      "{{CHILDREN_FOSTERED_RATE:x-england}}"),
			    "82% 67%");
	assert_int_equal(test.facts.benchmark_count, 1);
	test.facts.benchmarks[0].year = STR("2023-24");
	assert_string_equal(test_words(&test, "{{CHILDREN_FOSTERED_RATE:x-england-last}}"
					      "{{#ENGLAND_CHILDREN_FOSTERED_RATE}} now"
					      "{{/ENGLAND_CHILDREN_FOSTERED_RATE}}"
					      "{{#ENGLAND_LAST_CHILDREN_FOSTERED_RATE}} then"
					      "{{/ENGLAND_LAST_CHILDREN_FOSTERED_RATE}}"),
			    "67% then");
	test_end(&test);
}

/* What the sections of a count show, and those of comparisons. */
static const char *sections_of(struct compose_test *test)
{
	return test_words(test, "x{{#SOME_ENQUIRIES_TOTAL}} some{{/SOME_ENQUIRIES_TOTAL}}"
				"{{#NO_ENQUIRIES_TOTAL}} no{{/NO_ENQUIRIES_TOTAL}}"
				"{{#LAST_ENQUIRIES_TOTAL}} {{ENQUIRIES_TOTAL:x-last}}"
				"{{/LAST_ENQUIRIES_TOTAL}}"
				"{{#ENGLAND_ENQUIRIES_TOTAL}} {{ENQUIRIES_TOTAL:x-england}}"
				"{{/ENGLAND_ENQUIRIES_TOTAL}}"
				"{{#NO_RECORDS_ENQUIRIES_TOTAL}} not recorded"
				"{{/NO_RECORDS_ENQUIRIES_TOTAL}}");
}

static void sections_follow_the_figure(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_string_equal(sections_of(&test), "x no"); /* not known */
	test_count(&test, "enquiries.total", 0);
	assert_string_equal(sections_of(&test), "x no");
	test_count(&test, "enquiries.total", 1);
	assert_string_equal(sections_of(&test), "x some");
	test_count(&test, "enquiries.total", 2);
	assert_string_equal(sections_of(&test), "x some");
	test_past(&test, 2023, "enquiries.total", "52", 52);
	test_benchmark(&test, "enquiries.total", "England", UNIT_COUNT, 8000);
	assert_string_equal(sections_of(&test), "x some 52 8,000");
	/* What is not available is not none, and is compared with nothing. */
	test.facts.figures.of[test_id("enquiries.total")] =
		(struct figure){.reason = REASON_NO_RECORDS};
	assert_string_equal(sections_of(&test), "x not recorded");
	test_end(&test);
}

static void a_number_chooses_its_words(void **state)
{
	struct compose_test test;
	const char *two = "{{ENQUIRIES_TOTAL:# enquiry was|# enquiries were}}";
	const char *three = "{{ENQUIRIES_TOTAL:One child|x-Words children|No *child*}}";

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 1);
	assert_string_equal(test_words(&test, two), "1 enquiry was");
	assert_string_equal(test_words(&test, three), "One child");
	test_count(&test, "enquiries.total", 0);
	assert_string_equal(test_words(&test, two), "0 enquiries were");
	assert_string_equal(test_words(&test, three), "No child");
	test_count(&test, "enquiries.total", 3);
	assert_string_equal(test_words(&test, three), "Three children");
	test.facts.figures.of[test_id("enquiries.total")] =
		(struct figure){.reason = REASON_NO_RECORDS};
	assert_string_equal(test_words(&test, two), "not recorded");
	assert_int_equal(test.diagnostics.warnings, 1);
	test_end(&test);
}

static void a_comparison_chooses_its_words(void **state)
{
	struct compose_test test;
	const char *change = "{{ENQUIRIES_TOTAL:x-change:rose|fell|did not change}}";

	(void)state;
	test_begin(&test);
	test_past(&test, 2023, "enquiries.total", "52", 52);
	test_count(&test, "enquiries.total", 57);
	assert_string_equal(test_words(&test, change), "rose");
	test_count(&test, "enquiries.total", 51);
	assert_string_equal(test_words(&test, change), "fell");
	test_count(&test, "enquiries.total", 52);
	assert_string_equal(test_words(&test, change), "did not change");
	test_benchmark(&test, "enquiries.total", "England", UNIT_COUNT, 40);
	assert_string_equal(test_words(&test, "{{ENQUIRIES_TOTAL:x-england:above|below|at}}"),
			    "above");
	test_end(&test);
}

static void a_target_is_met_or_not(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_authority(&test, "Weir Council", "<standard id='reviews' value='90%'/>");
	test_rate(&test, "reviews.on_time.rate", 17, 20);
	assert_string_equal(test_words(&test, "{{REVIEWS_ON_TIME_RATE:at least 85%:met|not met}} "
					      "{{REVIEWS_ON_TIME_RATE:at most 84.9%:met|not met}} "
					      "{{REVIEWS_ON_TIME_RATE:at least STANDARD_REVIEWS:"
					      "met|missed with x-whole}}"),
			    "met not met missed with 85%");
	test_end(&test);
}

static void a_name_may_follow_its_role(void **state)
{
	struct compose_test test;
	const char *signed_off = "{{AUTHOR_ROLE}}{{#HAS_AUTHOR_NAME}}, {{AUTHOR_NAME}}"
				 "{{/HAS_AUTHOR_NAME}}{{#IMPLICATION}}; {{IMPLICATION_ROLE}}"
				 "{{#HAS_IMPLICATION_NAME}}, {{IMPLICATION_NAME}}"
				 "{{/HAS_IMPLICATION_NAME}}{{/IMPLICATION}}";

	(void)state;
	test_begin(&test);
	test_report(&test, "<author role='Head'/><implication text='None.' role='Law'/>");
	assert_string_equal(test_words(&test, signed_off), "Head; Law");
	test_report(&test, "<author role='Head' name='A. Weir'/>"
			   "<implication text='None.' role='Law' name='B. Lock'/>");
	assert_string_equal(test_words(&test, signed_off), "Head, A. Weir; Law, B. Lock");
	test_end(&test);
}

static void an_absent_figure_is_said_and_warned_of(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test.facts.figures.of[test_id("enquiries.total")] =
		(struct figure){.reason = REASON_NO_RECORDS};
	assert_string_equal(test_words(&test, "Enquiries: {{ENQUIRIES_TOTAL}}"
					      "{{#HAS_ENQUIRIES_TOTAL}} in all"
					      "{{/HAS_ENQUIRIES_TOTAL}}"),
			    "Enquiries: not recorded");
	assert_int_equal(test.diagnostics.warnings, 1);
	assert_int_equal(test.diagnostics.errors, 0);
	test_end(&test);
}

static void a_family_lists_what_is_not_none(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 4);
	test_count(&test, "enquiries.source.internet", 3);
	test_count(&test, "enquiries.source.facebook", 0);
	test_count(&test, "enquiries.source.word-of-mouth", 1);
	assert_string_equal(test_words(&test, "{{#EACH_ENQUIRIES_SOURCE}}{{NUMBER}} {{LABEL}} "
					      "{{LOWER_LABEL}} {{VALUE:x-words}} {{SHARE}}"
					      "{{#MORE_}}; {{/MORE_}}{{/EACH_ENQUIRIES_SOURCE}}"),
			    "1 Internet internet three 75%; 2 Word of mouth word of mouth one 25%");
	test_end(&test);
}

static void a_section_on_a_line_of_its_own_parts_nothing(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.source.internet", 3);
	document = test_compose(&test, "- a\n{{#SOME_ENQUIRIES_SOURCE_INTERNET}}\n- b\n"
				       "{{/SOME_ENQUIRIES_SOURCE_INTERNET}}\n"
				       "{{#SOME_ENQUIRIES_SOURCE_OTHER}}\n- c\n"
				       "{{/SOME_ENQUIRIES_SOURCE_OTHER}}\n{{! no item }}\n- d\n");
	assert_non_null(document);
	const struct node *list = document->root->first;

	assert_int_equal(list->kind, NODE_LIST);
	assert_string_equal(str_terminated(&test.arena, node_text(&test.arena, list)), "a b d");
	test_end(&test);
}

static void facts_of_the_council_have_mechanical_names(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_authority(&test, "Weir Council",
		       "<contact id='out-of-hours' name='Night team' telephone='01632 960001'/>"
		       "<standard id='answer' value='48 hours'/>");
	test_report(&test, "<meeting commission='Children' date='2026-01-20'/>");
	assert_string_equal(test_words(&test, "{{AUTHORITY_NAME}}, {{STANDARD_ANSWER}}, "
					      "{{CONTACT_OUT_OF_HOURS_NAME}}, {{MEETING_DATE}}, "
					      "{{REPORT_STATEMENT_YEAR}}"),
			    "Weir Council, 48\u00a0hours, Night team, 20\u00a0January\u00a02026, "
			    "2025-26");
	assert_string_equal(
		test_words(&test,
			   "x{{#HAS_CONTACT_OUT_OF_HOURS}} a{{/HAS_CONTACT_OUT_OF_HOURS}}"
			   "{{#HAS_CONTACT_OUT_OF_HOURS_EMAIL}} {{CONTACT_OUT_OF_HOURS_EMAIL}}"
			   "{{/HAS_CONTACT_OUT_OF_HOURS_EMAIL}}"
			   "{{#HAS_CONTACT_DAY}} {{CONTACT_DAY_NAME}}{{/HAS_CONTACT_DAY}}"
			   "{{#HAS_LEAD}} {{LEAD_ROLE}}{{/HAS_LEAD}}"),
		"x a");
	test_end(&test);
}

static void repeated_elements_are_rows(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_report(&test, "<implication title='Law' text='None.' role='Solicitor'/>"
			   "<implication title='Money' text='Some.'/>");
	assert_string_equal(test_words(&test,
				       "{{#IMPLICATION}}{{NUMBER}} {{IMPLICATION_TITLE}}"
				       "{{#HAS_IMPLICATION_ROLE}} ({{IMPLICATION_ROLE}})"
				       "{{/HAS_IMPLICATION_ROLE}}{{#MORE_}}, {{/MORE_}}"
				       "{{/IMPLICATION}}{{#SOME_DECISION}} no{{/SOME_DECISION}}"),
			    "1 Law (Solicitor), 2 Money");
	test_end(&test);
}

static void rows_may_be_numbered_items(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_report(&test, "<decision text='Noted.'/><decision text='Agreed.'/>");
	document = test_compose(&test, "{{#DECISION}}\n{{NUMBER}}. {{DECISION_TEXT}}\n"
				       "{{/DECISION}}\n");
	assert_non_null(document);
	assert_int_equal(document->root->first->kind, NODE_LIST);
	assert_true(document->root->first->list.ordered);
	test_end(&test);
}

static void the_period_has_its_words(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_string_equal(test_words(&test, "{{LAST_YEAR}} {{YEAR}} {{NEXT_YEAR}} "
					      "{{PERIOD_START}} {{PERIOD_END}}"),
			    "2023-24 2024-25 2025-26 1\u00a0April\u00a02024 "
			    "31\u00a0March\u00a02025");
	test_end(&test);
}

static void files_are_included(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	test_file(&test, "templates/parts/foster-carers.md", "In {{YEAR}}:\n{{>NARRATIVE_STORY}}");
	test_file(&test, "narrative/story.md", "{{ENQUIRIES_TOTAL}} came.");
	assert_string_equal(test_words(&test, "{{>PART_FOSTER_CARERS}}"), "In 2024-25: 57 came.");
	assert_string_equal(test_words(&test, "x{{#HAS_NARRATIVE_STORY}} y{{/HAS_NARRATIVE_STORY}}"
					      "{{#HAS_NARRATIVE_OTHER}}{{>NARRATIVE_OTHER}}"
					      "{{/HAS_NARRATIVE_OTHER}}"),
			    "x y");
	test_end(&test);
}

static void an_included_document_leaves_its_head_and_cover(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(
		&test, "templates/statement-of-purpose.md",
		"---\ntitle: {{YEAR}}\n---\n\n<cover>\n\n<headlines>\n\n- **{{ENQUIRIES_TOTAL}}** "
		"came\n\n</headlines>\n\n</cover>\n\nWords.\n");
	assert_string_equal(test_words(&test, "{{>DOCUMENT_STATEMENT_OF_PURPOSE}}"), "Words.");
	test_end(&test);
}

/* Whatever a council is called, it is text. */
static void values_are_never_markup(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_authority(&test, "&lt;b>*x* [a](b) `c` {{YEAR}} # 1. &amp;lt; \\ | \u201cq\u201d", "");
	document = test_compose(&test, "{{AUTHORITY_NAME}}\n\n- {{AUTHORITY_NAME}}\n");
	assert_non_null(document);
	const struct node *paragraph = document->root->first;

	assert_int_equal(paragraph->kind, NODE_PARAGRAPH);
	assert_ptr_equal(paragraph->first, paragraph->last);
	assert_int_equal(paragraph->first->kind, NODE_TEXT);
	assert_string_equal(str_terminated(&test.arena, paragraph->first->text),
			    "<b>*x* [a](b) `c` {{YEAR}} # 1. &lt; \\ | \u201cq\u201d");
	assert_string_equal(str_terminated(&test.arena, document->council),
			    "<b>*x* [a](b) `c` {{YEAR}} # 1. &lt; \\ | \u201cq\u201d");
	test_end(&test);
}

static void texts_of_the_front_page_hold_markers_and_markdown(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 8);
	test_report(&test, "<decision text='**Noted** that {{ENQUIRIES_TOTAL:x-words}} asked.'/>"
			   "<decision text='{{ENQUIRES_TOTAL}}'/>"
			   "<decision text='{{#HAS_LEAD}}x{{/HAS_LEAD}}'/>");
	assert_null(test_compose(&test, "{{#DECISION}}{{DECISION_TEXT}}{{/DECISION}}"));
	assert_non_null(strstr(test_said(&test, 0), "there is no marker {{ENQUIRES_TOTAL}}"));
	assert_non_null(
		strstr(test_said(&test, 1), "a text of report.xml holds words and markers"));
	test_end(&test);
	test_begin(&test);
	test_count(&test, "enquiries.total", 8);
	test_report(&test, "<decision text='**Noted** that {{ENQUIRIES_TOTAL:x-words}} asked.'/>");

	const struct document *document =
		test_compose(&test, "{{#DECISION}}{{DECISION_TEXT}}{{/DECISION}}");

	assert_non_null(document);
	assert_int_equal(document->root->first->first->kind, NODE_STRONG);
	assert_string_equal(
		str_terminated(&test.arena, node_text(&test.arena, document->root->first)),
		"Noted that eight asked.");
	test_end(&test);
}

static void marks_of_compose_in_values_do_no_harm(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_authority(&test,
		       "A \ue000"
		       "0\ue001 \ue002"
		       "1:1\ue003 B",
		       "");
	assert_string_equal(test_words(&test, "{{AUTHORITY_NAME}}"),
			    "A \ufffd0\ufffd \ufffd1:1\ufffd B");
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_print_as_their_unit_asks),
		cmocka_unit_test(a_rate_of_nothing_is_a_dash),
		cmocka_unit_test(small_counts_become_words),
		cmocka_unit_test(a_share_is_of_the_whole_and_never_reads_as_none_or_all),
		cmocka_unit_test(a_change_is_told_as_exactly_as_the_past_was),
		cmocka_unit_test(last_years_and_englands_figures_stay_as_published),
		cmocka_unit_test(sections_follow_the_figure),
		cmocka_unit_test(a_number_chooses_its_words),
		cmocka_unit_test(a_comparison_chooses_its_words),
		cmocka_unit_test(a_target_is_met_or_not),
		cmocka_unit_test(a_name_may_follow_its_role),
		cmocka_unit_test(an_absent_figure_is_said_and_warned_of),
		cmocka_unit_test(a_family_lists_what_is_not_none),
		cmocka_unit_test(a_section_on_a_line_of_its_own_parts_nothing),
		cmocka_unit_test(facts_of_the_council_have_mechanical_names),
		cmocka_unit_test(repeated_elements_are_rows),
		cmocka_unit_test(rows_may_be_numbered_items),
		cmocka_unit_test(the_period_has_its_words),
		cmocka_unit_test(files_are_included),
		cmocka_unit_test(an_included_document_leaves_its_head_and_cover),
		cmocka_unit_test(values_are_never_markup),
		cmocka_unit_test(texts_of_the_front_page_hold_markers_and_markdown),
		cmocka_unit_test(marks_of_compose_in_values_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
