/* The figures written out: JSON, CSV, text; one measure explained. */
#include "base/buffer.h"
#include "measure_support.h"

#include <jansson.h>

#include "command/explain.h"
#include "command/listing.h"

static const char records[] =
	"<enquiry id='E-1' received='2024-04-01' source='internet'>"
	"<application received='2024-05-01'/></enquiry>\n"
	"<enquiry id='E-2' received='2024-04-01' source='facebook'/>\n"
	"<enquiry id='E-3' received='2024-04-01' source='internet'/>\n"
	"<post id='1' team='recruitment' role='social-worker' fte='7.300' headcount='8' "
	"from='2020-01-01'/>\n";

static bool says(const struct buffer *out, const char *words)
{
	return strstr(out->at, words) != NULL;
}

static void json_is_the_contract_s(void **state)
{
	struct year_test test;
	struct buffer out = {0};
	json_error_t error;

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "covers='review'", records);
	figures_write_json(&out, &test.facts);
	assert_true(says(&out, "\"period\":{\"label\":\"2024-25\",\"start\":\"2024-04-01\","
			       "\"end\":\"2025-03-31\"}"));
	assert_true(says(&out, "\"enquiries.total\":{\"value\":3,\"unit\":\"count\"}"));
	assert_true(says(&out, "\"applications.per_enquiry\":{\"value\":33.3,\"unit\":\"percent\","
			       "\"numerator\":1,\"denominator\":3}"));
	assert_true(says(&out, "\"reviews.on_time.rate\":{\"value\":null,\"unit\":\"percent\","
			       "\"numerator\":0,\"denominator\":0}"));
	assert_true(says(&out, "\"staff.fte\":{\"value\":7.3,\"unit\":\"decimal\"}"));
	assert_true(says(&out, "\"carers.total\":{\"value\":null,\"unit\":\"count\","
			       "\"reason\":\"no-records\"}"));
	assert_true(says(&out, "\"places.occupancy\":{\"value\":null,\"unit\":\"percent\","
			       "\"reason\":\"no-records\"}"));

	json_t *root = json_loadb(out.at, out.length, JSON_REJECT_DUPLICATES, &error);

	assert_non_null(root);
	assert_int_equal(json_object_size(json_object_get(root, "measures")), MEASURE_COUNT);
	json_decref(root);
	buffer_release(&out);
	test_end(&test);
}

static void csv_leaves_empty_what_is_not_known(void **state)
{
	struct year_test test;
	struct buffer out = {0};

	(void)state;
	test_begin(&test);
	test_year_covering(&test, "covers='review'", records);
	figures_write_csv(&out, &test.facts);
	assert_true(says(&out, "measure,value,unit,numerator,denominator,reason\n"
			       "enquiries.total,3,count,,,\n"));
	assert_true(says(&out, "\napplications.per_enquiry,33.3,percent,1,3,\n"));
	assert_true(says(&out, "\nreviews.on_time.rate,,percent,0,0,\n"));
	assert_true(says(&out, "\ncarers.total,,count,,,no-records\n"));
	assert_true(says(&out, "\nplaces.occupancy,,percent,,,no-records\n"));
	assert_true(says(&out, "\nstaff.fte,7.3,decimal,,,\n"));
	buffer_release(&out);
	test_end(&test);
}

/* The longest line of a text, in characters. */
static size_t longest_line(const struct buffer *out)
{
	size_t longest = 0, width = 0;

	for (size_t i = 0; i < out->length; i++) {
		if (out->at[i] == '\n')
			width = 0;
		else if ((out->at[i] & 0xc0) != 0x80)
			width++;
		if (width > longest)
			longest = width;
	}
	return longest;
}

static void text_keeps_to_its_columns(void **state)
{
	struct year_test test;
	struct buffer out = {0};

	(void)state;
	test_begin(&test);
	test_year(&test, records);
	figures_write_text(&out, &test.facts, 40);
	assert_true(longest_line(&out) <= 40);
	buffer_clear(&out);
	figures_write_text(&out, &test.facts, 80);
	assert_true(longest_line(&out) <= 80);
	assert_true(says(&out, "\nEnquiries\n  Enquiries "));
	assert_false(says(&out, "enquiries.total"));
	buffer_clear(&out);
	figures_write_text(&out, &test.facts, 120);
	assert_true(says(&out, "33.3%  applications.per_enquiry\n"));
	buffer_release(&out);
	test_end(&test);
}

static void explain_names_the_records_counted(void **state)
{
	struct year_test test;
	struct buffer out = {0};

	(void)state;
	test_begin(&test);
	test_year(&test, records);
	explain_write(&out, &test.arena, &test.facts, &test.extract,
		      MEASURE_ENQUIRIES_SOURCE_INTERNET, STR(""), true);
	assert_true(says(&out, "enquiry: 2"));
	assert_true(says(&out, "all.xml:2  E-1\n"));
	assert_true(says(&out, "all.xml:4  E-3\n"));
	assert_false(says(&out, "E-2"));
	assert_true(says(&out, "every enquiry has one source"));
	buffer_clear(&out);
	explain_write(&out, &test.arena, &test.facts, &test.extract,
		      MEASURE_APPLICATIONS_PER_ENQUIRY, STR(""), true);
	assert_true(says(&out, "33.3%: 1 (applications.total) of 3 (enquiries.total)"));
	assert_true(says(&out, "E-1"));
	assert_false(says(&out, "E-3"));
	buffer_clear(&out);
	explain_write(&out, &test.arena, &test.facts, &test.extract, MEASURE_ENQUIRIES_TOTAL,
		      STR(""), false);
	assert_false(says(&out, "E-1"));
	buffer_release(&out);
	test_end(&test);
}

/* Every measure can be explained and every part belongs to a whole of its own unit. */
static void every_row_is_complete(void **state)
{
	(void)state;
	for (int id = 0; id < MEASURE_COUNT; id++) {
		const struct measure *measure = measure_at(id);

		assert_true(strlen(measure->label) > 0);
		assert_true(strlen(measure->definition) > 20);
		assert_int_equal(measure_find(str_of(measure->name)), id);
		assert_int_equal(measure_find_marker(str_of(measure->marker)), id);
		if (measure->whole != MEASURE_NONE)
			assert_int_equal(measure->unit, measure_at(measure->whole)->unit);
		assert_int_equal(measure->unit == UNIT_PERCENT,
				 str_ends(str_of(measure->name), STR("rate")) ||
					 str_ends(str_of(measure->name), STR("occupancy")) ||
					 strstr(measure->name, ".per_") != NULL);
	}
}

static void what_was_meant_is_guessed(void **state)
{
	(void)state;
	assert_string_equal(measure_nearest(STR("enquiries.totl")), "enquiries.total");
	assert_string_equal(measure_nearest(STR("occupancy")), "places.occupancy");
	assert_string_equal(measure_nearest(STR("reviews.whatever-it-is")), "reviews.due");
	assert_non_null(measure_nearest(STR("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_is_the_contract_s),
		cmocka_unit_test(csv_leaves_empty_what_is_not_known),
		cmocka_unit_test(text_keeps_to_its_columns),
		cmocka_unit_test(explain_names_the_records_counted),
		cmocka_unit_test(every_row_is_complete),
		cmocka_unit_test(what_was_meant_is_guessed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
