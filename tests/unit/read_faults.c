/* Each error and warning of the extract: that it is said, once, at its place. */
#include "read_support.h"

struct fault {
	const char *records; /* with a mark for each fault */
	const char *names;
};

#define ENQUIRY "<enquiry id=\"E1\" received=\"2024-05-01\" source=\"internet\""
#define HOUSEHOLD "<household id=\"H1\" type=\"mainstream\""
#define CHILD "<child id=\"C1\" dob=\"2015-06-15\">"
#define CASE "<panel-case id=\"P1\" type=\"regulation-25\">"
#define APPROVAL "<approval category=\"enhanced\" places=\"2\" age-from=\"0\" age-to=\"18\" "

static const struct fault values[] = {
	{"<enquiry id=\"E1\" received=\"2024-05-01\" ¦source=\"internt\"/>", "VALUE_WORD"},
	{"<enquiry id=\"E1\" received=\"2024-05-01\" ¦source=\" internet\"/>", "VALUE_WORD"},
	{"<enquiry id=\"E1\" received=\"2024-05-01\" ¦source=\"Internet\"/>", "VALUE_WORD"},
	{"<enquiry ¦id=\"\" received=\"2024-05-01\" ¦source=\"\"/>", "VALUE_EMPTY VALUE_EMPTY"},
	{"<enquiry id=\"E1\" ¦received=\"2024-02-30\" source=\"internet\"/>", "VALUE_DAY"},
	{"<enquiry id=\"E1\" source=\"internet\"\n\t¦received =\n\"\" />", "VALUE_EMPTY"},
	{"<enquiry\nid='E1'\nsource=\"internet\" ¦received='x' />", "VALUE_DAY"},
	{"<enquiry id=\"a&amp;&#10;received='\" ¦received=\"&lt;&#x41;\" source=\"internet\"/>",
	 "VALUE_DAY"},
	{"<training-event id=\"T1\" date=\"2024-05-01\" topic=\"health\" ¦places=\"+1\"/>",
	 "VALUE_WHOLE"},
	{"<post id=\"1\" team=\"panel\" role=\"other\" ¦fte=\".5\" headcount=\"1\" "
	 "from=\"2024-05-01\"/>",
	 "VALUE_DECIMAL"},
	{"¦¦¦<enquiry/>", "ATTRIBUTE_MISSING ATTRIBUTE_MISSING ATTRIBUTE_MISSING"},
	{HOUSEHOLD " ¦end-reason=\"adoption\"/>", "END_REASON_ALONE"},
	{HOUSEHOLD " ¦ended=\"\" end-reason=\"adoption\"/>", "VALUE_EMPTY"},
	{"<viability-assessment id=\"V\" requested=\"2024-05-01\" ¦completed=\"2024-05-02\" "
	 "context=\"proceedings\"/>",
	 "COMPLETED_ALONE"},
	{"<kinship-assessment id=\"K\" started=\"2024-05-01\" ¦outcome=\"withdrew\"/>",
	 "OUTCOME_ALONE"},
};

static const struct fault elements[] = {
	{ENQUIRY ">¦<aproval household=\"H9\"/></enquiry>", "ELEMENT_UNKNOWN"},
	{"¦<application received=\"x\"><enquiry/></application>", "ELEMENT_MISPLACED"},
	{"¦<extract/>", "ELEMENT_MISPLACED"},
	{ENQUIRY "><application received=\"2024-05-01\"/>¦<application received=\"x\"/></enquiry>",
	 "ELEMENT_REPEATED"},
	{"¦<enquiry xmlns=\"\"><more/>text</enquiry>", "ELEMENT_NO_NAMESPACE"},
	{ENQUIRY " ¦colour=\"1\"/>" HOUSEHOLD " ¦colour=\"1\"><carer ¦colour=\"1\" id=\"K\"/>"
		 "<carer id=\"L\" colour=\"2\"/></household>",
	 "ATTRIBUTE_UNKNOWN ATTRIBUTE_UNKNOWN ATTRIBUTE_UNKNOWN"},
	{"¦<enquiry xmlns:h=\"urn:hearth:extract:1\" id=\"E1\" ¦h:received=\"2024-05-01\" "
	 "source=\"internet\"/>",
	 "ATTRIBUTE_MISSING ATTRIBUTE_NAMESPACE"},
	{"<h:enquiry xmlns:h=\"urn:hearth:extract:1\" id=\"E1\" ¦received=\"\" "
	 "source=\"internet\"/>",
	 "VALUE_EMPTY"},
};

static const struct fault texts[] = {
	{" ¦text", "TEXT"},
	{"<!-- a --> <?pi b?> &#32;&#x9;&#10;¦&#65; and more <!-- c --> still", "TEXT"},
	{"¦&amp;", "TEXT"},
	{"<![CDATA[ \n ¦x]]>", "TEXT"},
	{"<![CDATA[ ]]> <![CDATA[¦]] ]]>", "TEXT"},
	{ENQUIRY "> ¦é<application received=\"2024-05-01\"/>¦é</enquiry>¦é", "TEXT TEXT TEXT"},
	{"¦<unknown>text</unknown>¦.", "ELEMENT_UNKNOWN TEXT"},
	{"<o:x xmlns:o=\"urn:o\">text</o:x>", ""},
};

static const struct fault orders[] = {
	{ENQUIRY "><application ¦received=\"2024-04-30\"/></enquiry>", "DATES_ORDER"},
	{ENQUIRY "><application received=\"2024-05-01\"/></enquiry>", ""},
	{ENQUIRY "><initial-visit ¦date=\"2024-04-30\"/></enquiry>", "DATES_ORDER"},
	{ENQUIRY "><closed ¦date=\"2024-04-30\" outcome=\"declined\"/></enquiry>", "DATES_ORDER"},
	{ENQUIRY "><assessment ¦completed=\"2024-04-28\" ¦started=\"2024-04-29\"/></enquiry>",
	 "DATES_ORDER DATES_ORDER"},
	{HOUSEHOLD " approved=\"2020-01-02\" ¦ended=\"2020-01-01\"/>", "DATES_ORDER"},
	{HOUSEHOLD " ¦ended=\"2020-01-01\">" APPROVAL "date=\"2020-01-02\"/></household>",
	 "DATES_ORDER"},
	{HOUSEHOLD " approved=\"2020-01-02\" ended=\"2020-01-01\">" APPROVAL
		   "date=\"2020-01-03\"/>" APPROVAL "date=\"2019-01-01\"/></household>",
	 ""},
	{HOUSEHOLD "><hold from=\"2020-01-02\" ¦to=\"2020-01-01\"/></household>", "DATES_ORDER"},
	{HOUSEHOLD "><approval category=\"enhanced\" places=\"2\" age-from=\"8\" ¦age-to=\"7\" "
		   "date=\"2020-01-01\"/></household>",
	 "AGES_ORDER"},
	{CHILD "<episode ¦to=\"2014-01-01\" ¦from=\"2015-01-01\" placement=\"foster\" "
	       "provider=\"private\"/></child>",
	 "DATES_ORDER DATES_ORDER"},
	{CHILD "<ceased ¦date=\"2015-06-14\" reason=\"other\"/></child>", "DATES_ORDER"},
	{"<child id=\"C1\" ¦dob=\"x\"><ceased date=\"1900-06-14\" reason=\"other\"/></child>",
	 "VALUE_DAY"},
	{"<staying-put id=\"S\" dob=\"2005-01-01\" ¦started=\"2004-01-01\" ¦ended=\"2003-01-01\"/>",
	 "DATES_ORDER DATES_ORDER"},
	{"<viability-assessment id=\"V\" requested=\"2024-05-01\" ¦completed=\"2024-04-30\" "
	 "outcome=\"positive\" context=\"proceedings\"/>",
	 "DATES_ORDER"},
	{CASE
	 "<decision ¦date=\"2024-01-01\" outcome=\"positive\"/><hearing date=\"2024-01-03\" "
	 "outcome=\"deferred\"/><hearing date=\"2024-01-02\" outcome=\"positive\"/></panel-case>",
	 "DATES_ORDER"},
	{CASE
	 "<decision date=\"2024-01-02\" outcome=\"positive\"/><hearing date=\"2024-01-03\" "
	 "outcome=\"deferred\"/><hearing date=\"2024-01-02\" outcome=\"positive\"/></panel-case>",
	 ""},
	{"<complaint id=\"1\" received=\"2024-05-01\" from=\"child\" ¦closed=\"2024-04-30\"/>",
	 "DATES_ORDER"},
	{"<post id=\"1\" team=\"panel\" role=\"other\" fte=\"1\" headcount=\"1\" "
	 "from=\"2024-05-01\" "
	 "¦to=\"2024-04-30\"/>",
	 "DATES_ORDER"},
};

static const struct fault together[] = {
	{ENQUIRY "/>¦<enquiry source=\"internet\" received=\"2024-05-01\" id=\"E1\"/>",
	 "RECORD_TWICE"},
	{ENQUIRY "/>¦<enquiry source=\"other\" received=\"2024-05-01\" id=\"E1\"/>",
	 "RECORD_CLASH"},
	{ENQUIRY "/>¦" ENQUIRY "><application received=\"2024-05-01\"/></enquiry>¦" ENQUIRY "/>",
	 "RECORD_CLASH RECORD_TWICE"},
	{CHILD "<permanence date=\"2020-01-01\"/><permanence date=\"2021-01-01\"/></child>¦" CHILD
	       "<permanence date=\"2021-01-01\"/><permanence date=\"2020-01-01\"/></child>",
	 "RECORD_CLASH"},
	{"<child id=\"C1\" dob=\"2015-01-01\"/>¦<child id=\"C1\" dob=\"2015-01-01\" "
	 "uasc=\"false\"/>",
	 "RECORD_CLASH"},
	{ENQUIRY " ¦colour=\"1\"/>¦" ENQUIRY " colour=\"2\"/>", "ATTRIBUTE_UNKNOWN RECORD_TWICE"},
	{HOUSEHOLD "><carer id=\"K\"/><carer id=\"K\"/></household>", ""},
	{"<review id=\"R\" due=\"2024-05-01\" ¦household=\"H9\"/>" ENQUIRY
	 "><approval household=\"H9\"/></enquiry>" HOUSEHOLD "/>",
	 "HOUSEHOLD_UNKNOWN"},
	{"<review id=\"R\" due=\"2024-05-01\" household=\"H1\"/>" HOUSEHOLD " ¦ended=\"x\"/>",
	 "VALUE_DAY"},
	{CHILD "<episode from=\"2020-01-01\" placement=\"foster\" provider=\"private\" "
	       "household=\"H9\"/></child>",
	 ""},
	{CHILD "<episode from=\"2020-01-01\" placement=\"foster\" provider=\"own\" "
	       "¦household=\"H9\"/></child>",
	 "HOUSEHOLD_UNKNOWN"},
	{"¦<staying-put id=\"S\" dob=\"2004-03-31\" started=\"2022-05-01\"/>", "STAYING_PUT_AGE"},
	{"<staying-put id=\"S\" dob=\"2004-04-01\" started=\"2022-05-01\"/>", ""},
	{"<staying-put id=\"S\" dob=\"2000-03-31\" started=\"2018-05-01\" ended=\"2025-03-31\"/>",
	 ""},
	{"¦<staying-put id=\"S\" dob=\"2000-03-31\" started=\"2018-05-01\" ended=\"2025-04-01\"/>",
	 "STAYING_PUT_AGE"},
};

static void check_table(const struct fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		scene_begin(NULL);
		scene_read_records(faults[i].records);
		scene_expect(faults[i].names);
		assert_int_equal(scene_end(NULL), 0);
	}
}

#define TABLE_TEST(name)                                                                           \
	static void faults_of_##name(void **state)                                                 \
	{                                                                                          \
		(void)state;                                                                       \
		check_table(name, sizeof(name) / sizeof(*name));                                   \
	}

TABLE_TEST(values)
TABLE_TEST(elements)
TABLE_TEST(texts)
TABLE_TEST(orders)
TABLE_TEST(together)

/* --- whole files ----------------------------------------------------------------------------- */

static const struct fault files[] = {
	{HEAD "\n¦</extrac>", "XML_NOT_WELL_FORMED"},
	{HEAD "\n¦<enquiry", "XML_NOT_WELL_FORMED"},
	{HEAD "\n¦]]>", "XML_NOT_WELL_FORMED"},
	{HEAD "\n¦<o:x/>", "XML_NAMESPACE"},
	{"¦", "XML_NOT_WELL_FORMED"},
	{"¦<!DOCTYPE extract [<!ENTITY e \"x\">]>" HEAD "&e;" TAIL, "XML_DOCTYPE"},
	{HEAD "<o:x xmlns:o=\"urn:o\">\n a ¦&nbsp;</o:x>" TAIL, "XML_ENTITY"},
	{HEAD "<o:x xmlns:o=\"urn:o\" y=\"a&amp;¦&nbsp;\"/>" TAIL, "XML_ENTITY"},
	{HEAD "<!-- \n caf¦\xe9 -->" TAIL, "XML_NOT_UTF8"},
	{"¦\xff\xfe<\0", "XML_UTF16"},
	{"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" HEAD "<!-- ¦\xe9 -->" TAIL,
	 "XML_NOT_UTF8"},
	{"<?xml version=\"1.0\" encoding=\"UTF-16\"?>" HEAD "<!-- é -->" TAIL, ""},
	{"\xef\xbb\xbf¦<extrakt xmlns=\"urn:hearth:extract:1\">text<x/></extrakt>", "ROOT_WRONG"},
	{"¦<extract><enquiry/></extract>", "ROOT_WRONG"},
	{"<!-- -->\n¦<EXPSSDA903><CHILD></EXPSSDA903>", "SSDA903"},
	{"<extract xmlns=\"urn:hearth:extract:1\" ¦authority=\"E06000017\" source=\"x\" "
	 "¦generated=\"2025-03-31T23:00:00Z\"/>",
	 "AUTHORITY_OTHER GENERATED_EARLY"},
	{"<extract xmlns=\"urn:hearth:extract:1\" authority=\"E06000016\" source=\"x\" "
	 "¦generated=\"2025-04-31T23:00:00Z\"/>",
	 "VALUE_MOMENT"},
};

static void faults_of_files(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		scene_begin(NULL);
		scene_write("a.xml", str_of(files[i].records));
		scene_write("b.xml", STR(HEAD HOUSEHOLD "/>" TAIL));
		scene_read();
		scene_expect(files[i].names);
		assert_int_equal(scene_end(NULL), 0);
	}
}

static void a_file_of_another_name_is_not_opened(void **state)
{
	(void)state;
	scene_write("a.xml", STR(HEAD TAIL));
	scene_write("b.XML", STR("<"));
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

static void the_message_lists_what_is_allowed(void **state)
{
	(void)state;
	scene_read_records("<enquiry id=\"E1\" received=\"2024-05-01\" ¦source=\"face-book\"/>");
	const struct diagnostic *last = &scene.diagnostics.items[scene.diagnostics.count - 1];
	assert_string_equal(
		last->text.at,
		"source \"face-book\" is not one of internet, previous-enquiry, facebook, "
		"carer-recommendation, recruitment-event, word-of-mouth, advertising, "
		"not-given, other: did you mean facebook?");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_of_values),
		cmocka_unit_test(faults_of_elements),
		cmocka_unit_test(faults_of_texts),
		cmocka_unit_test(faults_of_orders),
		cmocka_unit_test(faults_of_together),
		cmocka_unit_test(faults_of_files),
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
		cmocka_unit_test_setup_teardown(the_message_lists_what_is_allowed, scene_begin,
						scene_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
