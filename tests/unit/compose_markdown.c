/* Markdown: numbers, directives, links, tables, and what a document has no place for. */
#include "base/buffer.h"
#include "compose_support.h"

/* The document as a dump, without its first line, which is the head. */
static const char *dump_of(struct compose_test *test, const char *words)
{
	struct document *document = test_compose(test, words);
	struct buffer out = {0};

	if (!document)
		fail_msg("not composed: %s", test_said(test, 0));
	document_dump(document, &out);
	struct str dump = str_copy(&test->arena, buffer_view(&out));

	buffer_release(&out);
	size_t line = str_find(dump, '\n', 0);

	return dump.at + line + 1;
}

static void headings_and_paragraphs_count_together(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_string_equal(dump_of(&test,
				    "before\n\n# One\n\na\n\nb\n\n## Two\n\nc\n\n- d\n\n> e\n\n### "
				    "Three\n\nf\n\n#### Four\n\ng\n\n<unnumbered>\n\nh\n\n"
				    "</unnumbered>\n\n# Five\n\ni\n"),
			    "paragraph @annual-report.md:9\n"
			    "  text \"before\"\n"
			    "heading level=2 number=\"1\" id=\"one\" @annual-report.md:11\n"
			    "  text \"One\"\n"
			    "paragraph number=\"1.1\" @annual-report.md:13\n"
			    "  text \"a\"\n"
			    "paragraph number=\"1.2\" @annual-report.md:15\n"
			    "  text \"b\"\n"
			    "heading level=3 number=\"1.3\" id=\"two\" @annual-report.md:17\n"
			    "  text \"Two\"\n"
			    "paragraph number=\"1.3.1\" @annual-report.md:19\n"
			    "  text \"c\"\n"
			    "list @annual-report.md:21\n"
			    "  item @annual-report.md:21\n"
			    "    paragraph @annual-report.md:21\n"
			    "      text \"d\"\n"
			    "quote @annual-report.md:23\n"
			    "  paragraph @annual-report.md:23\n"
			    "    text \"e\"\n"
			    "heading level=4 number=\"1.3.2\" id=\"three\" @annual-report.md:25\n"
			    "  text \"Three\"\n"
			    "paragraph number=\"1.3.2.1\" @annual-report.md:27\n"
			    "  text \"f\"\n"
			    "heading level=5 id=\"four\" @annual-report.md:29\n"
			    "  text \"Four\"\n"
			    "paragraph number=\"1.3.2.2\" @annual-report.md:31\n"
			    "  text \"g\"\n"
			    "paragraph @annual-report.md:35\n"
			    "  text \"h\"\n"
			    "heading level=2 number=\"2\" id=\"five\" @annual-report.md:39\n"
			    "  text \"Five\"\n"
			    "paragraph number=\"2.1\" @annual-report.md:41\n"
			    "  text \"i\"\n");
	test_end(&test);
}

static void headings_skip_no_level(void **state)
{
	(void)state;
	test_refused("## One", "annual-report.md:9:1: this heading skips a level: write it one "
			       "level below the heading it belongs to");
	test_refused("# One\n\n### Two", "annual-report.md:11:1: this heading skips a level: write "
					 "it one level below the heading it belongs to");
}

/* Two documents taken into a third: their links go to their own headings. */
static void deeper_headings_keep_their_ids_and_links(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "narrative/a.md", "# Panel {#panel}\n\n[a](#panel)\n");
	test_file(&test, "narrative/b.md", "# Panel {#panel}\n\n[b](#panel)\n");
	assert_string_equal(dump_of(&test,
				    "# X\n\n<deeper>\n\n{{>NARRATIVE_A}}\n\n</deeper>\n\n# Y\n\n"
				    "<deeper>\n\n{{>NARRATIVE_B}}\n\n</deeper>\n"),
			    "heading level=2 number=\"1\" id=\"x\" @annual-report.md:9\n"
			    "  text \"X\"\n"
			    "heading level=3 number=\"1.1\" id=\"panel\" @a.md:1\n"
			    "  text \"Panel\"\n"
			    "paragraph number=\"1.1.1\" @a.md:3\n"
			    "  link target=\"#panel\"\n"
			    "    text \"a\"\n"
			    "heading level=2 number=\"2\" id=\"y\" @annual-report.md:17\n"
			    "  text \"Y\"\n"
			    "heading level=3 number=\"2.1\" id=\"panel-2\" @b.md:1\n"
			    "  text \"Panel\"\n"
			    "paragraph number=\"2.1.1\" @b.md:3\n"
			    "  link target=\"#panel-2\"\n"
			    "    text \"b\"\n");
	test_end(&test);
}

/* A page has a #contents and a #main of its own. */
static void headings_leave_the_page_its_ids(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_string_equal(dump_of(&test, "# Contents\n\n[a](#contents)\n"),
			    "heading level=2 number=\"1\" id=\"contents-2\" @annual-report.md:9\n"
			    "  text \"Contents\"\n"
			    "paragraph number=\"1.1\" @annual-report.md:11\n"
			    "  link target=\"#contents-2\"\n"
			    "    text \"a\"\n");
	test_end(&test);
}

static void links_lead_somewhere(void **state)
{
	struct compose_test test;

	(void)state;
	test_refused("# One\n\n[x](#two)", "annual-report.md:11:1: the link #two leads nowhere: "
					   "name the id of a heading of this document");
	test_refused("[x](javascript:alert)",
		     "annual-report.md:9:1: \"javascript:alert\" is no address of a link: begin it "
		     "with https://, mailto:, tel:, document: or #");
	test_refused("[x](document:anual-report)",
		     "annual-report.md:9:1: there is no document \"anual-report\": write "
		     "document:annual-report");
	test_begin(&test);
	test_authority(&test, "W",
		       "<contact id='x' name='X' telephone='01632 960 001' web='w.example/f'/>");
	assert_string_equal(dump_of(&test, "[a](tel:{{CONTACT_X_TELEPHONE}}) "
					   "[b](https://{{CONTACT_X_WEB}})\n"),
			    "paragraph @annual-report.md:9\n"
			    "  link target=\"tel:01632960001\"\n"
			    "    text \"a\"\n"
			    "  text \" \"\n"
			    "  link target=\"https://w.example/f\"\n"
			    "    text \"b\"\n");
	test_end(&test);
}

static void panels_hold_blocks(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	/* Blank lines around tags may be missing. */
	assert_string_equal(dump_of(&test, "<panels>\n<panel title=\"What's {{YEAR}}\" "
					   "style=\"success\">\n- a\n</panel>\n</panels>\n"),
			    "panels @annual-report.md:9\n"
			    "  panel style=\"success\" \"What’s 2024-25\" @annual-report.md:10\n"
			    "    list @annual-report.md:11\n"
			    "      item @annual-report.md:11\n"
			    "        paragraph @annual-report.md:11\n"
			    "          text \"a\"\n");
	test_end(&test);
	test_refused("<panels>\n\n<panel title=\"a\" style=\"loud\">\n\nx\n\n</panel>\n\n</panels>",
		     "annual-report.md:11:1: <panel> is wrong here: its style is success, next or "
		     "note");
}

static void headlines_and_pathways_are_lists(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	assert_non_null(
		strstr(dump_of(&test, "<headlines>\n\n- **{{ENQUIRIES_TOTAL}}** enquiries\n\n"
				      "</headlines>\n\n<pathway>\n\n1. **First.** Ask.\n2. "
				      "**Then.** Apply.\n\n</pathway>\n"),
		       "headlines @annual-report.md:9\n"
		       "  headline @annual-report.md:11\n"
		       "    strong\n"
		       "      figure measure=\"enquiries.total\" value=\"57\" \"57\"\n"
		       "    text \" enquiries\"\n"
		       "pathway @annual-report.md:15\n"
		       "  item @annual-report.md:17\n"
		       "    paragraph @annual-report.md:17\n"
		       "      strong\n"
		       "        text \"First.\"\n"
		       "      text \" Ask.\"\n"));
	test_end(&test);
	test_refused("<headlines>\n\n- no figure\n\n</headlines>",
		     "annual-report.md:11:1: <headlines> is wrong here: each of its items is **the "
		     "figure** and its label");
	test_refused("<pathway>\n\n- **a.** b\n\n</pathway>",
		     "annual-report.md:9:1: <pathway> is wrong here: it holds one numbered list");
}

static void addresses_are_lines(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_authority(&test, "W", "<contact id='x' name='X' address='House; Street; Town'/>");
	assert_string_equal(dump_of(&test, "<address>\n{{CONTACT_X_NAME}}\n{{CONTACT_X_ADDRESS}}\n"
					   "</address>\n\nAt {{CONTACT_X_ADDRESS}}.\n"),
			    "address @annual-report.md:9\n"
			    "  text \"X\"\n"
			    "  break\n"
			    "  text \"House\"\n"
			    "  break\n"
			    "  text \"Street\"\n"
			    "  break\n"
			    "  text \"Town\"\n"
			    "paragraph @annual-report.md:14\n"
			    "  text \"At House, Street, Town.\"\n");
	test_end(&test);
}

static void the_cover_holds_headlines(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	document =
		test_compose(&test, "<cover>\n\n<headlines>\n\n- **{{ENQUIRIES_TOTAL}}** came\n\n"
				    "</headlines>\n\n</cover>\n\nWords.\n");
	assert_non_null(document);
	assert_non_null(document->headlines);
	assert_int_equal(document->headlines->first->kind, NODE_HEADLINE);
	assert_int_equal(document->root->first->kind, NODE_PARAGRAPH);
	test_end(&test);
	test_refused("<cover>\n\nwords\n\n</cover>\n",
		     "annual-report.md:9:1: <cover> is wrong here: it holds one <headlines> block");
}

static void directives_are_known_and_closed(void **state)
{
	(void)state;
	test_refused("<panles>\n\nx\n",
		     "annual-report.md:9:1: <panles> is wrong here: did you mean "
		     "<panels>?");
	test_refused("<unnumbered>\n\nx\n", "annual-report.md:9:1: <unnumbered> is wrong here: it "
					    "is never closed: write </unnumbered>");
	test_refused("x\n\n</deeper>\n",
		     "annual-report.md:11:1: </deeper> is wrong here: it closes "
		     "what was not opened");
}

static void html_and_code_are_refused(void **state)
{
	(void)state;
	test_refused("a <b>", "annual-report.md:9:1: <b> is wrong here: only <span "
			      "lang=\"…\"> … </span> may stand in a line");
	test_refused("<!-- a -->", "annual-report.md:9:1: HTML has no place here: write Markdown, "
				   "and comments as {{! … }}");
	test_refused("a\n\n    b", "annual-report.md:11:1: code has no place here: begin the line "
				   "with fewer than four spaces");
}

static void passages_have_a_language(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	assert_string_equal(dump_of(&test, "say <span lang=\"cy\">*bore* da</span> now\n"),
			    "paragraph @annual-report.md:9\n"
			    "  text \"say \"\n"
			    "  span language=\"cy\"\n"
			    "    emphasis\n"
			    "      text \"bore\"\n"
			    "    text \" da\"\n"
			    "  text \" now\"\n");
	test_end(&test);
	test_refused("say <span lang=\"cy\">da",
		     "annual-report.md:9:1: <span lang=\"cy\"> is never "
		     "closed: write </span> behind the passage");
}

static void tables_have_captions_and_full_cells(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_rate(&test, "applications.per_enquiry", 35, 57);
	document = test_compose(&test, "Table: What *we* saw\n\n| Thing | Rate |\n|---|---|\n| a | "
				       "{{APPLICATIONS_PER_ENQUIRY}} |\n");
	assert_non_null(document);
	const struct table *table = document->root->first->table;

	assert_string_equal(table->caption.at, "What we saw");
	assert_int_equal(table->number, 1);
	assert_string_equal(table->cells[1].text.at, "61.4%");
	assert_string_equal(table->cells[1].plain.at, "61.4");
	assert_string_equal(table->cells[1].measure, "applications.per_enquiry");
	assert_true(table->cells[1].number);
	test_end(&test);
	test_begin(&test);
	document =
		test_compose(&test, "[x](#table-same-2)\n\nTable: Same\n\n| a |\n|---|\n| c |\n\n"
				    "Table: Same\n\n| a |\n|---|\n| c |\n");
	assert_non_null(document);
	assert_string_equal(document->tables[1]->name.at, "same-2");
	test_end(&test);
	test_refused("| a | b |\n|---|---|\n| c | d |\n",
		     "annual-report.md:9:1: the table has no caption: write a paragraph "
		     "\"Table: …\" before it");
	test_refused("Table: x\n\n| a | b |\n|---|---|\n| c | |\n",
		     "annual-report.md:11:1: the table has an empty cell: write what it holds, or "
		     "a dash");
}

static void unknown_charts_and_tables_name_the_nearest(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "templates/data.xml",
		  "<data xmlns='urn:hearth:data:1'><chart name='sources' kind='bars' title='T' "
		  "subtitle='S' head='H'><family measures='enquiries.source'/></chart></data>");
	assert_null(test_compose(&test, "![](chart:source)\n\n![](table:sources)\n"));
	assert_string_equal(test_said(&test, 0), "annual-report.md:9:1: no chart is declared as "
						 "\"source\": did you mean \"sources\"?");
	assert_string_equal(test_said(&test, 1), "annual-report.md:11:1: no table is declared as "
						 "\"sources\": declare it in data.xml");
	test_end(&test);
}

static void a_chart_is_placed_once(void **state)
{
	struct compose_test test;

	(void)state;
	test_begin(&test);
	test_file(&test, "templates/data.xml",
		  "<data xmlns='urn:hearth:data:1'><chart name='sources' kind='bars' title='T' "
		  "subtitle='S' head='H'><family measures='enquiries.source'/></chart></data>");
	assert_string_equal(dump_of(&test, "![](chart:sources)\n\n![](chart:sources)\n") +
				    strlen("chart @annual-report.md:9\n"),
			    strstr(dump_of(&test, "![](chart:sources)\n\n![](chart:sources)\n"),
				   "  | 1 title=\"T\""));
	assert_non_null(strstr(dump_of(&test, "![](chart:sources)\n\n![](chart:sources)\n"),
			       "paragraph @annual-report.md:11\n  text \"See figure\u00a0"
			       "1: T.\"\n"));
	test_end(&test);
}

static const struct cell *row_of(const struct document *document, const char *label)
{
	for (size_t i = 0; i < document->table_count; i++) {
		const struct table *table = document->tables[i];

		for (size_t row = 0; row < table->row_count; row++) {
			const struct cell *cells = &table->cells[row * table->column_count];

			if (str_is(cells->text, label))
				return cells;
		}
	}
	fail_msg("no row \"%s\"", label);
	return NULL;
}

static void every_figure_is_defined(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	test_count(&test, "enquiries.source.internet", 30);
	test_rate(&test, "applications.per_enquiry", 35, 57);
	document = test_compose(&test, "# Every figure\n\n![](definitions:figures)\n");
	assert_non_null(document);
	/* A heading and a table for each group, in the measures' order. */
	assert_true(document->table_count > 10);
	assert_string_equal(node_text(&test.arena, document->root->first->next).at, "Enquiries");
	assert_int_equal(document->root->first->next->heading.level, 3);
	assert_true(str_is(row_of(document, "Enquiries")[2].text, "57"));
	assert_true(str_starts(row_of(document, "Enquiries by source")[1].text,
			       STR("Each counts under one of these: Internet (30); ")));
	assert_true(str_ends(row_of(document, "Enquiries to applications")[1].text,
			     STR("Here it is 35 of 57.")));
	test_end(&test);
}

static void checks_say_what_they_came_to(void **state)
{
	struct compose_test test;
	struct document *document;

	(void)state;
	test_begin(&test);
	test_count(&test, "enquiries.total", 57);
	test_count(&test, "enquiries.not_applied", 22);
	document = test_compose(&test, "# Checks\n\n![](definitions:checks)\n");
	assert_non_null(document);
	assert_int_equal(document->table_count, 1);
	const struct cell *cells = document->tables[0]->cells;

	/* The others need figures that there are not, and are passed over. */
	assert_int_equal(document->tables[0]->row_count, 1);
	assert_true(str_is(cells[0].text, "Enquiries"));
	assert_true(str_is(cells[1].text, "Those without an application are among the enquiries"));
	assert_true(str_is(cells[2].text, "22 of 57"));
	test_refused("# One\n\n![](definitions:all)",
		     "annual-report.md:11:1: there are no definitions \"all\": write "
		     "definitions:figures or definitions:checks");
	test_end(&test);
}

static void a_walk_visits_every_node_in_order(void **state)
{
	struct compose_test test;
	struct document *document;
	size_t visited = 0, beyond = 0;

	(void)state;
	test_begin(&test);
	document = test_compose(&test, "a *b* c\n\n- d\n  - e\n\nf\n");
	assert_non_null(document);
	for (const struct node *node = document->root; node;
	     node = node_after(node, document->root))
		visited++;
	for (const struct node *node = document->root->first; node;
	     node = node_beyond(node, document->root))
		beyond++;
	assert_int_equal(beyond, 3);
	assert_int_equal(visited, 16);
	assert_string_equal(node_text(&test.arena, document->root).at, "a b c d e f");
	test_end(&test);
}

/* Nesting deeper than any document's is no reason to fall over. */
static void deep_nesting_is_survived(void **state)
{
	struct compose_test test;
	struct buffer words = {0};

	(void)state;
	test_begin(&test);
	for (int i = 0; i < 20000; i++)
		buffer_text(&words, "> ");
	buffer_text(&words, "x\n\n");
	for (int i = 0; i < 20000; i++)
		buffer_text(&words, "*a ");
	test_compose(&test, words.at);
	buffer_release(&words);
	test_end(&test);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_and_paragraphs_count_together),
		cmocka_unit_test(headings_skip_no_level),
		cmocka_unit_test(deeper_headings_keep_their_ids_and_links),
		cmocka_unit_test(links_lead_somewhere),
		cmocka_unit_test(headings_leave_the_page_its_ids),
		cmocka_unit_test(panels_hold_blocks),
		cmocka_unit_test(headlines_and_pathways_are_lists),
		cmocka_unit_test(addresses_are_lines),
		cmocka_unit_test(the_cover_holds_headlines),
		cmocka_unit_test(directives_are_known_and_closed),
		cmocka_unit_test(html_and_code_are_refused),
		cmocka_unit_test(passages_have_a_language),
		cmocka_unit_test(tables_have_captions_and_full_cells),
		cmocka_unit_test(unknown_charts_and_tables_name_the_nearest),
		cmocka_unit_test(a_chart_is_placed_once),
		cmocka_unit_test(every_figure_is_defined),
		cmocka_unit_test(checks_say_what_they_came_to),
		cmocka_unit_test(a_walk_visits_every_node_in_order),
		cmocka_unit_test(deep_nesting_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
