/* Records as they come out of files: their facts, their children, their order, their places. */
#include "base/buffer.h"
#include "read/settings.h"
#include "read_support.h"

#include <sys/stat.h>
#include <zlib.h>

static void facts_are_read_as_what_they_are(void **state)
{
	(void)state;
	assert_true(scene_read_records(
		"<household id=\"H-1\" type=\"mainstream\" approved=\"2020-01-31\">"
		"<approval date=\"2020-01-31\" category=\"short-term\" places=\"007\" "
		"age-from=\"0\""
		" age-to=\"18\"/></household>"
		"<post id=\"P\" team=\"panel\" role=\"other\" fte=\"1.25\" headcount=\"2\""
		" from=\"2020-01-01\" vacant=\"true\"/>"));
	const struct record *household = scene.extract.first[ELEMENT_HOUSEHOLD];
	assert_string_equal(record_text(household, HOUSEHOLD_ID), "H-1");
	assert_int_equal(record_word(household, HOUSEHOLD_TYPE), WORD_HOUSEHOLD_TYPE_MAINSTREAM);
	assert_int_equal(record_day(household, HOUSEHOLD_APPROVED), day_of(2020, 1, 31));
	assert_int_equal(record_day(household, HOUSEHOLD_ENDED), DAY_NONE);
	assert_int_equal(record_word(household, HOUSEHOLD_END_REASON), WORD_NONE);
	assert_true(record_has(household, HOUSEHOLD_ID));
	assert_false(record_has(household, HOUSEHOLD_ENDED));
	const struct record *approval = record_child(household, ELEMENT_HOUSEHOLD_APPROVAL);
	assert_int_equal(record_number(approval, HOUSEHOLD_APPROVAL_PLACES), 7);
	assert_int_equal(record_number(approval, HOUSEHOLD_APPROVAL_SIBLINGS), NUMBER_NONE);
	assert_null(record_child(household, ELEMENT_HOUSEHOLD_CARER));
	const struct record *post = scene.extract.first[ELEMENT_POST];
	assert_int_equal(record_number(post, POST_FTE), 1250);
	assert_true(record_flag(post, POST_VACANT));
	assert_false(record_has(post, HOUSEHOLD_ID)); /* of another element */
}

static void records_and_children_keep_their_order(void **state)
{
	(void)state;
	scene_write("b.xml", STR(HEAD "<child id=\"3\" dob=\"2015-01-01\"/>" TAIL));
	scene_write("a.xml",
		    STR(HEAD "<child id=\"1\" dob=\"2015-01-01\">"
			     "<permanence date=\"2020-01-02\"/><ceased date=\"2021-01-01\" "
			     "reason=\"other\"/><permanence date=\"2020-01-01\"/></child>"
			     "<child id=\"2\" dob=\"2015-01-01\"/>" TAIL));
	assert_true(scene_read());
	assert_int_equal(scene.extract.count[ELEMENT_CHILD], 3);
	const struct record *child = scene.extract.first[ELEMENT_CHILD];
	const struct record *first = record_child(child, ELEMENT_CHILD_PERMANENCE);
	assert_int_equal(record_day(first, CHILD_PERMANENCE_DATE), day_of(2020, 1, 2));
	const struct record *second = record_sibling(first);
	assert_int_equal(record_day(second, CHILD_PERMANENCE_DATE), day_of(2020, 1, 1));
	assert_null(record_sibling(second));
	assert_string_equal(record_text(child, CHILD_ID), "1");
	assert_string_equal(record_text(child->next, CHILD_ID), "2");
	assert_string_equal(record_text(child->next->next, CHILD_ID), "3");
	assert_null(child->next->next->next);
	assert_string_equal(record_place(&scene.extract, child->next->next).file.at,
			    scene_path("b.xml").at);
}

static void a_record_knows_its_place(void **state)
{
	(void)state;
	scene_write("a.xml",
		    STR(HEAD "\r\n<!-- é -->\n\t<child\nid=\"1\" dob=\"2015-01-01\"/>" TAIL));
	assert_true(scene_read());
	struct place place = record_place(&scene.extract, scene.extract.first[ELEMENT_CHILD]);
	assert_int_equal(place.line, 3);
	assert_int_equal(place.column, 2);
}

/* Places stay exact where the bytes come in several pieces. */
static void places_are_exact_across_chunks(void **state)
{
	struct buffer file = {0};
	(void)state;
	buffer_text(&file, HEAD);
	for (int i = 0; i < 5000; i++)
		buffer_format(&file,
			      "\n<!-- %0*d -->\n<enquiry id=\"%d\"\n  received=\"2024-05-01\""
			      " source=\"internet\"/>",
			      i % 97, 0, i);
	buffer_text(&file, "\n  <enquiry id=\"last\" " MARK "received=\"x\" source=\"other\"/>");
	buffer_format(&file, "<!-- %0*d --> %*s" MARK "x%s", 200000, 0, 150000, "", TAIL);
	scene_write("a.xml", buffer_view(&file));
	buffer_release(&file);
	assert_false(scene_read());
	scene_expect("VALUE_DAY TEXT");
	int line = 3;
	const struct record *record = scene.extract.first[ELEMENT_ENQUIRY];
	for (; record->next; record = record->next, line += 3) {
		assert_int_equal(record->line, line);
		assert_int_equal(record->column, 1);
	}
	assert_int_equal(record->column, 3);
}

static void prefixes_and_other_namespaces_are_no_matter(void **state)
{
	(void)state;
	scene_write(
		"a.xml",
		STR("<h:extract xmlns:h=\"urn:hearth:extract:1\" xmlns:o=\"urn:o\" "
		    "authority=\"E06000016\" source=\"x\" generated=\"2025-04-30T00:00:00Z\" "
		    "o:note=\"1\" xml:lang=\"cy\"><h:child id=\"1\" dob=\"2015-01-01\" o:dob=\"x\">"
		    "<o:more><h:child/>text</o:more><h:permanence date=\"2020-01-01\"/></h:child>"
		    "<child xmlns=\"urn:hearth:extract:1\" id=\"2\" dob=\"2015-01-01\"/>"
		    "<?pi?></h:extract><!-- end -->"));
	assert_true(scene_read());
	scene_expect("");
	assert_int_equal(scene.extract.count[ELEMENT_CHILD], 2);
	assert_non_null(record_children(scene.extract.first[ELEMENT_CHILD]));
}

static void values_are_what_xml_delivers(void **state)
{
	(void)state;
	assert_true(scene_read_records(
		"<child id=\"&amp;&lt;&#38;&#x26;amp;&quot;\t\n&#10;é\" dob=\"20&#49;5-01-01\"/>"));
	const struct record *child = scene.extract.first[ELEMENT_CHILD];
	assert_string_equal(record_text(child, CHILD_ID), "&<&&amp;\"  \né");
	assert_int_equal(record_day(child, CHILD_DOB), day_of(2015, 1, 1));
}

static void a_record_that_comes_twice_counts_once(void **state)
{
	(void)state;
	assert_true(scene_read_records("<child id=\"1\" dob=\"2015-01-01\"/>"
				       "¦<child dob='2015-01-01' id='1'></child>"
				       "<child id=\"2\" dob=\"2015-01-01\"/>"));
	scene_expect("RECORD_TWICE");
	assert_int_equal(scene.extract.count[ELEMENT_CHILD], 2);
	assert_string_equal(record_text(scene.extract.first[ELEMENT_CHILD]->next, CHILD_ID), "2");
}

/* --- packed files ---------------------------------------------------------------------------- */

static struct str packed(struct str text)
{
	size_t room = compressBound(text.length) + 64;
	char *bytes = arena_bytes(&scene.arena, room);
	z_stream stream = {.next_in = (unsigned char *)text.at,
			   .avail_in = (uInt)text.length,
			   .next_out = (unsigned char *)bytes,
			   .avail_out = (uInt)room};
	deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY);
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	deflateEnd(&stream);
	return (struct str){bytes, room - stream.avail_out};
}

static struct str joined(struct str a, struct str b)
{
	char *bytes = arena_bytes(&scene.arena, a.length + b.length);
	memcpy(bytes, a.at, a.length);
	memcpy(bytes + a.length, b.at, b.length);
	return (struct str){bytes, a.length + b.length};
}

#define TWO_CHILDREN                                                                               \
	HEAD "\n<child id=\"1\" dob=\"2015-01-01\"/>\n<child id=\"2\" dob=\"2015-01-01\"/>" TAIL

static void write_bytes(const char *name, struct str bytes)
{
	struct str why;
	assert_true(file_write(&scene.arena, scene_path(name), bytes, &why));
}

static void packed_files_are_read(void **state)
{
	(void)state;
	write_bytes("a.xml.gz", packed(STR(TWO_CHILDREN)));
	assert_true(scene_read());
	assert_int_equal(scene.extract.count[ELEMENT_CHILD], 2);
	assert_int_equal(scene.extract.first[ELEMENT_CHILD]->next->line, 3);
}

static void members_follow_one_another(void **state)
{
	(void)state;
	struct str text = STR(TWO_CHILDREN);
	struct str first = packed(str_slice(text, 0, 150));
	struct str rest = packed(str_slice(text, 150, text.length));
	write_bytes("a.xml.gz", joined(joined(first, rest), STR("\0\0\0\0")));
	assert_true(scene_read());
	assert_int_equal(scene.extract.count[ELEMENT_CHILD], 2);
}

static void broken_packing_is_an_error_without_a_line(void **state)
{
	(void)state;
	struct str sound = packed(STR(TWO_CHILDREN));
	struct str wrong_sum = str_copy(&scene.arena, sound);
	((char *)wrong_sum.at)[sound.length - 6] ^= 1;
	write_bytes("a.xml.gz", str_slice(sound, 0, sound.length - 20));
	write_bytes("b.xml.gz", joined(sound, STR("more")));
	write_bytes("c.xml.gz", wrong_sum);
	write_bytes("d.xml.gz", STR(""));
	assert_false(scene_read());
	assert_int_equal(scene.diagnostics.errors, 4);
	for (size_t i = 0, seen = 0; i < scene.diagnostics.count; i++) {
		const struct diagnostic *item = &scene.diagnostics.items[i];
		if (item->level != LEVEL_ERROR)
			continue;
		assert_int_equal(item->id,
				 seen == 3 ? DIAGNOSTIC_FILE_EMPTY : DIAGNOSTIC_GZIP_BROKEN);
		assert_int_equal(item->place.line, 0);
		assert_int_equal(path_name(item->place.file).at[0], "abcd"[seen++]);
	}
}

/* --- the unusual ----------------------------------------------------------------------------- */

static void write_repeated(const char *name, const char *before, const char *again, size_t times,
			   const char *after)
{
	struct buffer file = {0};
	buffer_text(&file, before);
	for (size_t i = 0; i < times; i++)
		buffer_text(&file, again);
	buffer_text(&file, after);
	write_bytes(name, buffer_view(&file));
	buffer_release(&file);
}

static void hostile_files_end_in_an_error(void **state)
{
	(void)state;
	write_repeated("deep.xml", HEAD, "<a>", 100000, "");
	write_repeated("long.xml", HEAD "<child id=\"", "x", 11000000, "\"/>" TAIL);
	write_repeated("open.xml", HEAD, "<child id=\"1\" ", 300000, "");
	write_repeated("attributes.xml", HEAD "<child", " a='' b='' c=''", 200000, "/>" TAIL);
	write_bytes("nul.xml", STR(HEAD "\0" TAIL));
	assert_false(scene_read());
	assert_true(scene.diagnostics.errors >= 5);
}

static void many_attributes_are_refused_in_time(void **state)
{
	struct buffer file = {0};
	(void)state;
	buffer_text(&file, HEAD "\n<child");
	for (int i = 0; i < 400000; i++)
		buffer_format(&file, " a%d='='", i);
	buffer_text(&file, "/>" TAIL);
	write_bytes("a.xml", buffer_view(&file));
	buffer_release(&file);
	assert_false(scene_read());
	assert_int_equal(scene.diagnostics.errors, 1);
}

static void a_pipe_is_not_waited_for(void **state)
{
	(void)state;
	assert_int_equal(mkfifo(scene_path("a.xml").at, 0600), 0);
	assert_false(scene_read());
	scene_expect("FILE_UNREADABLE");
}

/* --- the project's own files ----------------------------------------------------------------- */

static const struct record *read_settings(enum element_id root, const char *text)
{
	scene_write("settings.xml", str_of(text));
	const struct record *record =
		settings_read(&scene.arena, scene_path("settings.xml"), root, &scene.diagnostics);
	diagnostics_sort(&scene.diagnostics);
	return record;
}

static void settings_are_one_record(void **state)
{
	(void)state;
	const struct record *history = read_settings(
		ELEMENT_HISTORY,
		"<history xmlns=\"urn:hearth:history:1\"><year label=\"2022-23\" source=\"a\">"
		"<figure measure=\"enquiries.total\" value=\"60\"/><figure measure=\"b\" "
		"value=\"2\"/>"
		"</year><year label=\"2023-24\" source=\"b\"/></history>");
	assert_non_null(history);
	const struct record *year = record_child(history, ELEMENT_YEAR);
	const struct record *figure = record_child(year, ELEMENT_YEAR_FIGURE);
	assert_string_equal(record_text(figure, YEAR_FIGURE_VALUE), "60");
	assert_string_equal(record_text(record_sibling(figure), YEAR_FIGURE_MEASURE), "b");
	assert_string_equal(record_text(record_sibling(year), YEAR_LABEL), "2023-24");
	scene_expect("");
}

static void settings_are_validated_like_extracts(void **state)
{
	(void)state;
	assert_null(read_settings(ELEMENT_AUTHORITY,
				  "<authority xmlns=\"urn:hearth:authority:1\" code=\"E06000016\" "
				  "name=\"A\" short-name=\"A\" place=\"A\" ¦website=\"\" "
				  "language=\"en\">\n<contact id=\"a\" name=\"x\"/>"
				  "¦<contact id=\"a\" name=\"y\"/>¦<contakt/></authority>"));
	scene_expect("VALUE_EMPTY SETTINGS_ID_TWICE ELEMENT_UNKNOWN");
}

static void missing_settings_say_what_to_write(void **state)
{
	(void)state;
	assert_null(settings_read(&scene.arena, scene_path("authority.xml"), ELEMENT_AUTHORITY,
				  &scene.diagnostics));
	scene_expect("FILE_MISSING");
	assert_non_null(strstr(scene.diagnostics.items[0].text.at,
			       "<authority xmlns=\"urn:hearth:authority:1\" code=\"…\""));
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, scene_begin, scene_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCENE_TEST(facts_are_read_as_what_they_are),
		SCENE_TEST(records_and_children_keep_their_order),
		SCENE_TEST(a_record_knows_its_place),
		SCENE_TEST(places_are_exact_across_chunks),
		SCENE_TEST(prefixes_and_other_namespaces_are_no_matter),
		SCENE_TEST(values_are_what_xml_delivers),
		SCENE_TEST(a_record_that_comes_twice_counts_once),
		SCENE_TEST(packed_files_are_read),
		SCENE_TEST(members_follow_one_another),
		SCENE_TEST(broken_packing_is_an_error_without_a_line),
		SCENE_TEST(hostile_files_end_in_an_error),
		SCENE_TEST(many_attributes_are_refused_in_time),
		SCENE_TEST(a_pipe_is_not_waited_for),
		SCENE_TEST(settings_are_one_record),
		SCENE_TEST(settings_are_validated_like_extracts),
		SCENE_TEST(missing_settings_say_what_to_write),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
