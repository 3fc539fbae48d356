/* Charts of every kind and of nasty data: no text meets another or leaves the chart. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "render/draw/canvas_trace.h"
#include "render/draw/chart_draw.h"

#define NONE (-1.0) /* a value that is not known */

static const char *const kinds[] = {"bars", "stacked", "columns", "dots", "lines"};
static const double widths[] = {288, 420, 704};
static const double sizes[] = {15, 9.5, 16};

struct fixture {
	struct arena arena;
	struct faces *faces;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	struct str why = STR("");

	arena_init(&fixture.arena);
	fixture.faces = faces_open(STR("fonts"));
	*state = &fixture;
	return faces_ready(fixture.faces, 2, &why) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	faces_close(fixture->faces);
	arena_release(&fixture->arena);
	return 0;
}

static struct chart *chart_new(struct arena *arena, enum chart_kind kind, size_t categories,
			       size_t series)
{
	struct chart *chart = ARENA_NEW(arena, struct chart);

	chart->kind = kind;
	chart->category_count = categories;
	chart->series_count = series;
	chart->series = ARENA_ARRAY(arena, series, struct str);
	chart->categories = ARENA_ARRAY(arena, categories, struct chart_category);
	for (size_t j = 0; j < series; j++)
		chart->series[j] = series > 1 ? str_format(arena, "Series %zu", j + 1) : STR("");
	for (size_t i = 0; i < categories; i++) {
		chart->categories[i].label = str_format(arena, "Category %zu", i + 1);
		chart->categories[i].values = ARENA_ARRAY(arena, series, struct chart_value);
	}
	return chart;
}

static void set_value(struct arena *arena, struct chart *chart, size_t category, size_t series,
		      double amount)
{
	struct chart_value *value = &chart->categories[category].values[series];

	value->known = amount >= 0;
	value->amount = amount;
	value->text = amount >= 0 ? str_format(arena, "%g", amount) : STR("\xe2\x80\x93");
	if (amount >= 0)
		value->share = str_format(arena, "%d%%", (int)amount % 100);
}

/* The shape on which a text stands, of those before it; NULL on paper. */
static const struct trace_shape *ground_of(const struct canvas_trace *trace,
					   const struct trace_text *text)
{
	double middle = (text->top + text->bottom) / 2;

	for (size_t i = text->shapes; i-- > 0;) {
		const struct trace_shape *shape = &trace->shapes[i];
		bool outline = shape->stroked && shape->points <= 2;

		if (!outline && shape->left < text->right && text->left < shape->right &&
		    shape->top < middle && middle < shape->bottom)
			return shape;
	}
	return NULL;
}

/* No text is written over a pattern, nor beyond what it stands on. */
static void check_grounds(const struct canvas_trace *trace, const struct chart *chart)
{
	for (size_t i = 0; i < trace->text_count; i++) {
		const struct trace_text *text = &trace->texts[i];
		const struct trace_shape *ground = ground_of(trace, text);

		if (ground && (chart->kind == CHART_STACKED || chart->kind == CHART_BARS) &&
		    (ground->stroked || ground->colour == COLOUR_HATCH ||
		     text->left < ground->left - 0.1 || text->right > ground->right + 0.1))
			fail_msg("%s: \"%.*s\" is over a pattern", kinds[chart->kind],
				 STR_ARG(text->text));
	}
}

static void check_telling(const struct fixture *fixture, const struct chart *chart, double width,
			  double size, enum telling telling)
{
	struct arena arena;
	struct canvas_trace trace;

	arena_init(&arena);
	canvas_trace_init(&trace, &arena, fixture->faces);
	trace.canvas.telling = telling;

	double height = chart_draw(chart, &trace.canvas, width, size);

	assert_int_equal(trace.faults, 0);
	assert_true(isfinite(height) && height > 0);
	for (size_t i = 0; i < trace.text_count; i++) {
		const struct trace_text *a = &trace.texts[i];

		if (a->left < -0.5 || a->right > width + 0.5 || a->top < -0.3 * size ||
		    a->bottom > height + 0.3 * size)
			fail_msg("%s at %g: \"%.*s\" is outside (%g to %g, %g to %g of %g)",
				 kinds[chart->kind], width, STR_ARG(a->text), a->left, a->right,
				 a->top, a->bottom, height);
		for (size_t j = 0; j < i; j++) {
			const struct trace_text *b = &trace.texts[j];

			if (a->left < b->right - 0.1 && b->left < a->right - 0.1 &&
			    a->top < b->bottom - 0.1 && b->top < a->bottom - 0.1)
				fail_msg("%s at %g: \"%.*s\" meets \"%.*s\"", kinds[chart->kind],
					 width, STR_ARG(a->text), STR_ARG(b->text));
		}
	}
	for (size_t i = 0; i < trace.shape_count; i++)
		if (trace.shapes[i].left < -1 || trace.shapes[i].right > width + 1 ||
		    trace.shapes[i].top < -1 || trace.shapes[i].bottom > height + 1)
			fail_msg("%s at %g: a shape is outside: %g to %g, %g to %g of %g",
				 kinds[chart->kind], width, trace.shapes[i].left,
				 trace.shapes[i].right, trace.shapes[i].top, trace.shapes[i].bottom,
				 height);
	check_grounds(&trace, chart);
	arena_release(&arena);
}

static void check_chart(const struct fixture *fixture, const struct chart *chart, double width,
			double size)
{
	check_telling(fixture, chart, width, size, TELLING_BOTH);
	check_telling(fixture, chart, width, size, TELLING_PATTERNS);
}

static void check_all(const struct fixture *fixture, struct chart *chart)
{
	for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
		chart->kind = (enum chart_kind)kind;
		for (size_t i = 0; i < 3; i++)
			check_chart(fixture, chart, widths[i], sizes[i]);
	}
}

static void fill(struct arena *arena, struct chart *chart, const double *amounts, size_t count)
{
	for (size_t i = 0; i < chart->category_count; i++)
		for (size_t j = 0; j < chart->series_count; j++)
			set_value(arena, chart, i, j,
				  amounts[(i * chart->series_count + j) % count]);
}

static void test_plain(void **state)
{
	struct fixture *fixture = *state;
	static const double amounts[] = {57, 35, 29, 17, 16, 101, 68, 140};

	for (size_t series = 1; series <= 4; series++) {
		struct chart *chart = chart_new(&fixture->arena, CHART_BARS, 5, series);

		fill(&fixture->arena, chart, amounts, 8);
		check_all(fixture, chart);
	}
}

static void test_single_zero_and_unknown(void **state)
{
	struct fixture *fixture = *state;
	static const double sets[][4] = {
		{0, 0, 0, 0},	 {NONE, NONE, NONE, NONE}, {12, 12, 12, 12}, {0, NONE, 7, 0},
		{7, NONE, 0, 7}, {NONE, 1, NONE, 100000},  {1, 100000, 0, 1}};

	for (size_t set = 0; set < sizeof sets / sizeof *sets; set++)
		for (size_t categories = 0; categories <= 4; categories++)
			for (size_t series = 1; series <= 3; series++) {
				struct chart *chart =
					chart_new(&fixture->arena, CHART_BARS, categories, series);

				fill(&fixture->arena, chart, sets[set], 4);
				check_all(fixture, chart);
			}
}

static void test_forty_categories_of_long_words(void **state)
{
	static const char *const words[] = {
		"Not given",
		"Donaudampfschifffahrtselektrizit\xc3\xa4tenhauptbetriebswerkbauunterbeamtengesells"
		"chaft",
		"Successes/achievements of carers who were recommended by another foster carer",
		"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
		"e\u0301e\u0301e\u0301e\u0301",
		"2024-25",
		"",
	};
	struct fixture *fixture = *state;
	static const double amounts[] = {3, 0, 57, 12, NONE, 8, 1234, 2, 2, 2, 1};

	for (size_t series = 1; series <= 4; series++) {
		struct chart *chart = chart_new(&fixture->arena, CHART_BARS, 40, series);

		fill(&fixture->arena, chart, amounts, 11);
		for (size_t i = 0; i < 40; i++)
			chart->categories[i].label = str_of(words[i % 7]);
		if (series > 1)
			for (size_t j = 0; j < series; j++)
				chart->series[j] = str_of(words[j]);
		check_all(fixture, chart);
	}
}

/* Many lines that end at one point: their names are spread. */
static void test_lines_that_end_together(void **state)
{
	struct fixture *fixture = *state;
	struct chart *chart = chart_new(&fixture->arena, CHART_LINES, 4, 12);
	static const double amounts[] = {5, 5, 5, 6};

	fill(&fixture->arena, chart, amounts, 4);
	for (size_t i = 0; i < 3; i++)
		check_chart(fixture, chart, widths[i], sizes[i]);
}

static bool has_text(const struct canvas_trace *trace, const char *text)
{
	for (size_t i = 0; i < trace->text_count; i++)
		if (str_is(trace->texts[i].text, text))
			return true;
	return false;
}

/* A count that its part has no room for is not lost. */
static void test_small_parts_keep_their_counts(void **state)
{
	struct fixture *fixture = *state;
	struct chart *chart = chart_new(&fixture->arena, CHART_STACKED, 1, 2);
	struct canvas_trace trace;

	chart->series[0] = STR("Positive");
	chart->series[1] = STR("Negative");
	set_value(&fixture->arena, chart, 0, 0, 480);
	set_value(&fixture->arena, chart, 0, 1, 2);
	canvas_trace_init(&trace, &fixture->arena, fixture->faces);
	chart_draw(chart, &trace.canvas, 704, 16);
	assert_true(has_text(&trace, "480"));
	assert_true(has_text(&trace, "Negative\xc2\xa0"
				     "2"));
}

/* The longest bar is as many times as long as another as its amount is. */
static void test_lengths_are_true(void **state)
{
	struct fixture *fixture = *state;
	struct chart *chart = chart_new(&fixture->arena, CHART_BARS, 2, 1);
	struct canvas_trace trace;

	set_value(&fixture->arena, chart, 0, 0, 30);
	set_value(&fixture->arena, chart, 1, 0, 12);
	canvas_trace_init(&trace, &fixture->arena, fixture->faces);
	chart_draw(chart, &trace.canvas, 704, 16);

	const struct trace_shape *first = &trace.shapes[0], *second = &trace.shapes[1];

	assert_int_equal(first->colour, COLOUR_FIRST);
	assert_true(fabs((first->right - first->left) / (second->right - second->left) - 2.5) <
		    1e-6);
}

/* All ink of a series' box in a stacked chart of six: its ground, and its pattern. */
struct look {
	enum colour ground;
	size_t hatches, points;
	bool stroked, slanted;
};

static struct look look_of(const struct canvas_trace *trace, size_t series)
{
	struct look look = {0};
	size_t found = 0;

	for (size_t i = 0; i < trace->shape_count; i++) {
		const struct trace_shape *shape = &trace->shapes[i];

		if (shape->points <= 2 && !shape->stroked && ++found > series + 1)
			break;
		if (found != series + 1)
			continue;
		if (shape->points <= 2 && !shape->stroked) {
			look.ground = shape->colour;
		} else if (shape->points > 2) {
			look.hatches++;
			look.points = shape->points;
			look.stroked = shape->stroked;
			look.slanted = shape->slanted;
		}
	}
	return look;
}

/* On paper that has black alone no two of six series look alike, in the key nor in the bars. */
static void test_patterns_differ(void **state)
{
	struct fixture *fixture = *state;
	struct chart *chart = chart_new(&fixture->arena, CHART_STACKED, 1, 6);
	struct look looks[6];
	struct canvas_trace trace;

	for (size_t i = 0; i < 6; i++)
		set_value(&fixture->arena, chart, 0, i, 10);
	canvas_trace_init(&trace, &fixture->arena, fixture->faces);
	trace.canvas.telling = TELLING_PATTERNS;
	chart_draw(chart, &trace.canvas, 704, 16);
	for (size_t i = 0; i < 6; i++) {
		looks[i] = look_of(&trace, i); /* the key comes first */
		assert_true(looks[i].ground == (i == 0 ? COLOUR_FIRST : COLOUR_PAPER));
		assert_int_equal(looks[i].hatches, i < 2 ? 0 : 1);
		for (size_t j = 0; j < i; j++)
			assert_true(looks[i].ground != looks[j].ground ||
				    looks[i].points != looks[j].points ||
				    looks[i].stroked != looks[j].stroked ||
				    looks[i].slanted != looks[j].slanted);
	}
}

/* Lines of one colour are told by dashes: each has pieces of its own length. */
static void test_dashes_differ(void **state)
{
	struct fixture *fixture = *state;
	size_t pieces[4];

	for (size_t series = 0; series < 4; series++) {
		struct chart *chart = chart_new(&fixture->arena, CHART_LINES, 2, 4);
		struct canvas_trace trace;

		for (size_t i = 0; i < 2; i++)
			for (size_t j = 0; j < 4; j++)
				set_value(&fixture->arena, chart, i, j, j == series ? 9 : NONE);
		canvas_trace_init(&trace, &fixture->arena, fixture->faces);
		trace.canvas.telling = TELLING_PATTERNS;
		chart_draw(chart, &trace.canvas, 704, 16);
		pieces[series] = trace.shape_count;
		for (size_t j = 0; j < series; j++)
			assert_int_not_equal(pieces[series], pieces[j]);
	}
}

static size_t count_text(const struct canvas_trace *trace, struct str text)
{
	size_t found = 0;

	for (size_t i = 0; i < trace->text_count; i++)
		found += str_equal(trace->texts[i].text, text);
	return found;
}

/* Pictures of a chart too high for a page: each row in one of them, none too high, one scale. */
static void check_divided(struct fixture *fixture, struct chart *chart, double most)
{
	double tops[41], unit = 0;
	struct stretch stretches[40];
	struct canvas_trace whole, part;
	size_t before = 0;

	canvas_trace_init(&whole, &fixture->arena, fixture->faces);
	double height =
		chart_draw_rows(chart, &whole.canvas, 460, 9.5, (struct stretch){0, 40}, tops);
	size_t count = chart_divide(tops, 40, most, most, stretches);

	assert_in_range(count, (size_t)(height / most) + 1, (size_t)(height / most) + 2);
	for (size_t i = 0; i < count; i++) {
		canvas_trace_init(&part, &fixture->arena, fixture->faces);
		height = chart_draw_rows(chart, &part.canvas, 460, 9.5, stretches[i], NULL);
		assert_int_equal(stretches[i].from, before);
		assert_true(height <= most + 0.01);
		before = stretches[i].to;
		for (size_t row = 0; row < 40; row++)
			assert_int_equal(count_text(&part, chart->categories[row].label),
					 row >= stretches[i].from && row < stretches[i].to);
		if (chart->kind != CHART_BARS)
			continue;
		const struct trace_shape *bar = &part.shapes[0];
		double length = (bar->right - bar->left) /
				chart->categories[stretches[i].from].values[0].amount;

		assert_true(unit <= 0 || fabs(length - unit) < 1e-6);
		unit = length;
		assert_true(stretches[i].to - stretches[i].from >= 40 / count - 1);
	}
	assert_int_equal(before, 40);
}

static void test_many_rows_are_divided(void **state)
{
	static const enum chart_kind cut[] = {CHART_BARS, CHART_STACKED, CHART_DOTS};
	struct fixture *fixture = *state;
	struct chart *chart = chart_new(&fixture->arena, CHART_BARS, 40, 1);

	for (size_t i = 0; i < 40; i++)
		set_value(&fixture->arena, chart, i, 0, 400 - 10 * (double)i);
	for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
		chart->kind = cut[i];
		check_divided(fixture, chart, 420);
		check_divided(fixture, chart, 150);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_single_zero_and_unknown),
		cmocka_unit_test(test_forty_categories_of_long_words),
		cmocka_unit_test(test_lines_that_end_together),
		cmocka_unit_test(test_small_parts_keep_their_counts),
		cmocka_unit_test(test_lengths_are_true),
		cmocka_unit_test(test_patterns_differ),
		cmocka_unit_test(test_dashes_differ),
		cmocka_unit_test(test_many_rows_are_divided),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
