/* The schema for vendors and the reader agree: what one refuses the other refuses. */
#include "base/buffer.h"
#include "read/schema.h"
#include "read_support.h"

#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

static xmlSchema *schema;

static int make_schema(void **state)
{
	struct buffer text = {0};
	(void)state;
	extract_write_schema(&text);
	xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt(text.at, (int)text.length);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	buffer_release(&text);
	return schema ? 0 : -1;
}

static int free_schema(void **state)
{
	(void)state;
	xmlSchemaFree(schema);
	xmlSchemaCleanupTypes();
	return 0;
}

static void ignore(void *context, const char *format, ...)
{
	(void)context, (void)format;
}

static bool schema_accepts(struct str text)
{
	xmlDoc *document =
		xmlReadMemory(text.at, (int)text.length, "a.xml", NULL, XML_PARSE_NOERROR);
	assert_non_null(document);
	xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema);
	xmlSchemaSetValidErrors(context, ignore, ignore, NULL);
	bool valid = xmlSchemaValidateDoc(context, document) == 0;
	xmlSchemaFreeValidCtxt(context);
	xmlFreeDoc(document);
	return valid;
}

static void check_record(const char *record, bool accepted)
{
	scene_begin(NULL);
	struct str text = str_format(&scene.arena, "%s\n%s\n%s\n", HEAD, record, TAIL);
	scene_write("a.xml", text);
	bool read = scene_read();
	bool valid = schema_accepts(text);
	if (read != accepted || valid != accepted)
		fail_msg("reader %d, schema %d: %s", read, valid, record);
	assert_int_equal(scene_end(NULL), 0);
}

static void both_accept(void **state)
{
	static const char *const records[] = {
		"",
		"<enquiry id=\"1\" received=\"2024-02-29\" source=\"internet\"><approval "
		"household=\"1\"/><application received=\"2024-03-01\"/></enquiry>",
		"<household id=\"1\" type=\"kinship\"><carer id=\"1\"/><hold from=\"2024-01-01\"/>"
		"<carer id=\"1\"/><o:x xmlns:o=\"urn:o\" y=\"1\">text</o:x></household>",
		"<child xml:lang=\"cy\" id=\"1\" dob=\"2199-12-31\" uasc=\"false\"/>",
		"<panel-case id=\"1\" type=\"regulation-25\"><hearing date=\"2024-01-01\" "
		"outcome=\"deferred\"/><decision date=\"2024-01-03\" "
		"outcome=\"positive\"/><hearing "
		"date=\"2024-01-02\" outcome=\"positive\"/></panel-case>",
		"<review id=\"1\" household=\"1\" due=\"1900-01-01\"><feedback/></review>",
		"<post id=\"1\" team=\"panel\" role=\"other\" fte=\"000001.5\" headcount=\"007\" "
		"from=\"2000-02-29\"/>",
		"<training-event id=\"1\" date=\"2024-12-31\" topic=\"health\" places=\"999999\"/>",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++)
		check_record(records[i], true);
}

static void both_refuse(void **state)
{
	static const char *const records[] = {
		"text",
		"<enquiri/>",
		"<application received=\"2024-03-01\"/>",
		"<enquiry id=\"1\" received=\"2024-02-29\"/>",
		"<enquiry id=\"\" received=\"2024-02-29\" source=\"internet\"/>",
		"<enquiry id=\"1\" received=\"2024-02-29\" source=\"internet \"/>",
		"<enquiry id=\"1\" received=\"2024-02-29\" source=\"internet\"><approval "
		"household=\"1\"/><approval household=\"1\"/></enquiry>",
		"<enquiry xmlns=\"\" id=\"1\" received=\"2024-02-29\" source=\"internet\"/>",
		"<child xmlns:h=\"urn:hearth:extract:1\" id=\"1\" h:dob=\"2020-01-01\"/>",
		"<panel-case id=\"1\" type=\"regulation-25\"><decision date=\"2024-01-03\" "
		"outcome=\"positive\"/><decision date=\"2024-01-03\" "
		"outcome=\"positive\"/></panel-case>",
		"<training-event id=\"1\" date=\"2024-12-31\" topic=\"health\" "
		"places=\"1000000\"/>",
		"<training-event id=\"1\" date=\"2024-12-31\" topic=\"health\" places=\" 1\"/>",
		"<post id=\"1\" team=\"panel\" role=\"other\" fte=\"5.\" headcount=\"1\" "
		"from=\"2000-02-29\"/>",
		"<child id=\"1\" dob=\"2015-01-01\"/><child id=\"1\" dob=\"2015-01-02\"/>",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++)
		check_record(records[i], false);
}

/* Every text that has the look of a date, by the calendar of each. */
static void they_keep_one_calendar(void **state)
{
	static const int years[] = {1899, 1900, 1904, 1999, 2000, 2023,
				    2024, 2100, 2104, 2199, 2200};
	(void)state;
	struct arena arena;
	arena_init(&arena);
	for (size_t i = 0; i < sizeof(years) / sizeof(*years); i++) {
		for (int day = 0; day < 14 * 33; day++) {
			struct str date =
				str_format(&arena, "%d-%02d-%02d", years[i], day / 33, day % 33);
			int32_t parsed;
			bool valid = schema_accepts(str_format(
				&arena, "%s<child id=\"1\" dob=\"%s\"/>%s", HEAD, date.at, TAIL));
			assert_int_equal(valid, day_parse(date, &parsed));
		}
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_accept),
		cmocka_unit_test(both_refuse),
		cmocka_unit_test(they_keep_one_calendar),
	};
	return cmocka_run_group_tests(tests, make_schema, free_schema);
}
