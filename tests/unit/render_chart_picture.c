/* Charts as pictures: the SVG is well-formed and says itself in words, the PNG has its size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <cairo.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/buffer.h"
#include "render/draw/chart_picture.h"
#include "render/draw/png.h"
#include "render/type/look.h"
#include "sample_document.h"

struct fixture {
	struct arena arena;
	struct diagnostics diagnostics;
	struct render_options options;
	struct chart *charts[6];
};

static int set_up(void **state)
{
	static struct fixture fixture;

	arena_init(&fixture.arena);
	diagnostics_init(&fixture.diagnostics, &fixture.arena);
	fixture.options = (struct render_options){.arena = &fixture.arena,
						  .faces = faces_open(STR("fonts")),
						  .templates = STR("templates"),
						  .diagnostics = &fixture.diagnostics};
	sample_arena = &fixture.arena;
	fixture.charts[0] = sample_bars(1);
	fixture.charts[1] = sample_stacked(2);
	fixture.charts[2] = sample_columns(3);
	fixture.charts[3] = sample_steps(4);
	fixture.charts[4] = sample_dots(5);
	fixture.charts[5] = sample_lines(6);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	faces_close(((struct fixture *)*state)->options.faces);
	arena_release(&((struct fixture *)*state)->arena);
	return 0;
}

static xmlChar *evaluate(xmlDocPtr document, const char *expression)
{
	xmlXPathContextPtr context = xmlXPathNewContext(document);

	xmlXPathRegisterNs(context, (const xmlChar *)"s",
			   (const xmlChar *)"http://www.w3.org/2000/svg");

	xmlXPathObjectPtr object = xmlXPathEvalExpression((const xmlChar *)expression, context);
	xmlChar *text = xmlXPathCastToString(object);

	xmlXPathFreeObject(object);
	xmlXPathFreeContext(context);
	return text;
}

static void assert_value(xmlDocPtr document, const char *expression, const char *expected)
{
	xmlChar *text = evaluate(document, expression);

	assert_string_equal((const char *)text, expected);
	xmlFree(text);
}

static void test_svg(void **state)
{
	struct fixture *fixture = *state;

	for (size_t i = 0; i < 6; i++) {
		struct buffer out = {0};

		assert_true(render_chart_svg(fixture->charts[i], &fixture->options, &out));

		xmlDocPtr document = xmlReadMemory(out.at, (int)out.length, NULL, NULL,
						   XML_PARSE_NONET | XML_PARSE_HUGE);

		assert_non_null(document);
		assert_value(document, "/s:svg/s:title",
			     str_terminated(&fixture->arena, fixture->charts[i]->title));
		assert_value(document, "/s:svg/@role", "img");
		assert_value(document, "count(//s:text) > 6", "true");
		assert_value(document, "count(//s:script) + count(//s:image)", "0");
		xmlFreeDoc(document);
		buffer_release(&out);
	}
}

static void test_svg_of_hostile_text(void **state)
{
	struct fixture *fixture = *state;
	struct chart *chart = sample_bars(1);
	struct buffer out = {0};

	chart->title = STR("</title><script>alert(1)</script>");
	chart->categories[0].label = STR("\x01]]>&<b>\xff \xed\xa0\x80");
	chart->description = STR("\"'<&>");
	assert_true(render_chart_svg(chart, &fixture->options, &out));

	xmlDocPtr document = xmlReadMemory(out.at, (int)out.length, NULL, NULL,
					   XML_PARSE_NONET | XML_PARSE_HUGE);

	assert_non_null(document);
	assert_value(document, "count(//s:script)", "0");
	xmlFreeDoc(document);
	buffer_release(&out);
}

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned length)
{
	struct str *left = closure;

	if (left->length < length)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, left->at, length);
	*left = str_slice(*left, length, left->length);
	return CAIRO_STATUS_SUCCESS;
}

/* Another reader than our writer sees paper in the corner and the first colour somewhere. */
static void test_png(void **state)
{
	struct fixture *fixture = *state;

	for (size_t i = 0; i < 6; i++) {
		struct buffer out = {0};

		assert_true(render_chart_png(fixture->charts[i], &fixture->options, &out));

		assert_int_equal(out.at[25], 3); /* indexed colour */

		struct str left = buffer_view(&out);
		cairo_surface_t *surface =
			cairo_image_surface_create_from_png_stream(read_bytes, &left);

		assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
		assert_int_equal(cairo_image_surface_get_width(surface), 1920);
		assert_in_range(cairo_image_surface_get_height(surface), 400, 2000);

		const uint32_t *pixels = (const void *)cairo_image_surface_get_data(surface);
		size_t count = 1920 * (size_t)cairo_image_surface_get_height(surface), navy = 0;

		assert_int_equal(pixels[0] & 0xffffff, 0xffffff);
		for (size_t at = 0; at < count; at++)
			navy += (pixels[at] & 0xffffff) == 0x12436d;
		assert_true(navy > 500);
		cairo_surface_destroy(surface);
		buffer_release(&out);
	}
}

/* More shades than a palette holds: the common ones as they are, the rare ones hardly changed. */
static void test_png_of_many_shades(void **state)
{
	enum { WIDTH = 1000, HEIGHT = 3 };
	uint32_t pixels[WIDTH * HEIGHT];
	struct buffer out = {0};

	(void)state;
	for (unsigned i = 0; i < WIDTH * HEIGHT; i++)
		pixels[i] = i < WIDTH ? (i & 1) * 0x12436d : i % WIDTH / 4 * 0x010101 + i % 4;
	png_write(&out, pixels, WIDTH, HEIGHT);

	struct str left = buffer_view(&out);
	cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &left);
	const uint32_t *got = (const void *)cairo_image_surface_get_data(surface);

	for (unsigned i = 0; i < WIDTH * HEIGHT; i++)
		for (int shift = 0; shift < 24; shift += 8)
			assert_in_range(4 + (got[i] >> shift & 255) - (pixels[i] >> shift & 255),
					i < WIDTH ? 4 : 0, i < WIDTH ? 4 : 8);
	cairo_surface_destroy(surface);
	buffer_release(&out);
}

static void test_png_of_very_many_rows(void **state)
{
	struct fixture *fixture = *state;
	struct chart *chart = sample_chart("many", CHART_BARS, 1, 3000, 1);
	static const double amount = 7;
	struct buffer out = {0};

	for (size_t i = 0; i < 3000; i++)
		sample_row(chart, i, "Row", &amount);
	assert_true(render_chart_png(chart, &fixture->options, &out));
	assert_true(out.length > 1000);
	buffer_release(&out);
}

static void test_missing_font(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = fixture->options;
	struct buffer out = {0};

	options.faces = faces_open(STR("no-such-folder"));
	assert_false(render_chart_svg(fixture->charts[0], &options, &out));
	assert_false(render_chart_png(fixture->charts[0], &options, &out));
	assert_int_equal(fixture->diagnostics.errors, 2);
	faces_close(options.faces);
	buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_svg),
		cmocka_unit_test(test_svg_of_hostile_text),
		cmocka_unit_test(test_png_of_many_shades),
		cmocka_unit_test(test_png),
		cmocka_unit_test(test_png_of_very_many_rows),
		cmocka_unit_test(test_missing_font),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
