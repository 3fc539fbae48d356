/* A document on paper: what can be told from the file's bytes; the judges in tests/judges/pdf read
 * the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libdeflate.h>

#include "base/buffer.h"
#include "render/pdf/pdf.h"
#include "render/type/look.h"

#include "sample_document.h"

struct fixture {
	struct arena arena;
	struct diagnostics diagnostics;
	struct render_options options;
	struct document *document;
	struct buffer out, plain;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	arena_init(&f->arena);
	diagnostics_init(&f->diagnostics, &f->arena);
	f->options = (struct render_options){.arena = &f->arena,
					     .faces = faces_open(STR("fonts")),
					     .diagnostics = &f->diagnostics};
	f->document = sample_document(&f->arena);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	buffer_release(&f->out);
	buffer_release(&f->plain);
	faces_close(f->options.faces);
	arena_release(&f->arena);
	free(f);
	return 0;
}

/* All of the file's compressed streams, opened, one after the other. */
static struct str opened(struct fixture *f)
{
	struct libdeflate_decompressor *opener = libdeflate_alloc_decompressor();
	struct str file = buffer_view(&f->out);
	static char room[1 << 22];

	buffer_clear(&f->plain);
	for (const char *at = file.at;
	     (at = memmem(at, (size_t)(file.at + file.length - at), "\nstream\n", 8));) {
		size_t length = 0;
		const char *end;

		at += 8;
		end = memmem(at, (size_t)(file.at + file.length - at), "\nendstream", 10);
		if (libdeflate_zlib_decompress(opener, at, (size_t)(end - at), room, sizeof(room),
					       &length) == LIBDEFLATE_SUCCESS)
			buffer_add(&f->plain, room, length);
		at = end;
	}
	libdeflate_free_decompressor(opener);
	return buffer_view(&f->plain);
}

static size_t count(struct str text, const char *word)
{
	size_t found = 0, length = strlen(word);
	const char *at = text.at;

	while ((at = memmem(at, (size_t)(text.at + text.length - at), word, length))) {
		found++;
		at += length;
	}
	return found;
}

static void every_kind_of_node_is_tagged(void **state)
{
	struct fixture *f = *state;

	assert_true(render_pdf(f->document, &f->options, &f->out));
	assert_int_equal(f->diagnostics.count, 0);
	struct str file = buffer_view(&f->out), plain = opened(f);

	assert_true(str_starts(file, STR("%PDF-1.7\n")));
	assert_true(str_ends(file, STR("%%EOF\n")));
	assert_int_equal(count(plain, "/S/H1/"), 1);
	assert_int_equal(count(plain, "/S/Figure/"), f->document->chart_count);
	assert_int_equal(count(plain, "/S/Table/"), f->document->table_count);
	assert_true(count(plain, "/S/TOCI/") >= 6);
	assert_true(count(plain, "/S/BlockQuote/") == 1);
	assert_true(count(plain, "/S/LI/") > 8);
	assert_true(count(plain, "/S/Link/") > 3);
	assert_true(count(plain, "/Scope/Row") > 3);
	assert_true(count(file, "<pdfuaid:part>1</pdfuaid:part>") == 1);
}

static void the_same_document_is_the_same_file(void **state)
{
	struct fixture *f = *state;
	struct buffer again = {0};

	assert_true(render_pdf(f->document, &f->options, &f->out));
	assert_true(render_pdf(f->document, &f->options, &again));
	assert_true(str_equal(buffer_view(&f->out), buffer_view(&again)));
	buffer_release(&again);
}

static void each_edition_is_set(void **state)
{
	struct fixture *f = *state;
	struct buffer large = {0};

	assert_true(render_pdf(f->document, &f->options, &f->out));
	f->options.edition = EDITION_LARGE_PRINT;
	assert_true(render_pdf(f->document, &f->options, &large));
	assert_false(str_equal(buffer_view(&f->out), buffer_view(&large)));
	buffer_release(&large);
}

/* The numbers before an operator that stands alone at the end of its line. */
static bool is_operator(const char *line, const char *end, const char *operator)
{
	size_t length = strlen(operator);

	if ((size_t)(end - line) < length + 2 || memcmp(end - length, operator, length) != 0 ||
	    end[-(ptrdiff_t)length - 1] != ' ')
		return false;
	for (; line < end - length; line++)
		if (!strchr("0123456789.- ", *line))
			return false;
	return true;
}

static size_t count_operator(struct str text, const char *operator)
{
	size_t found = 0;

	for (const char *line = text.at, *last = text.at + text.length; line < last;) {
		const char *end = memchr(line, '\n', (size_t)(last - line));

		end = end ? end : last;
		found += is_operator(line, end, operator);
		line = end + 1;
	}
	return found;
}

/* Whoever prints it on a printer that has black alone loses nothing. */
static void the_plain_edition_has_no_colour(void **state)
{
	static const char *const coloured[] = {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"};
	struct fixture *f = *state;

	assert_true(render_pdf(f->document, &f->options, &f->out));
	assert_true(count_operator(opened(f), "rg") > 10);
	buffer_clear(&f->out);
	f->options.edition = EDITION_PLAIN;
	assert_true(render_pdf(f->document, &f->options, &f->out));
	struct str plain = opened(f);

	for (size_t i = 0; i < sizeof(coloured) / sizeof(*coloured); i++)
		assert_int_equal(count_operator(plain, coloured[i]), 0);
	assert_true(count_operator(plain, "g") > 10);
	assert_int_equal(count(plain, "/S/Figure/"), f->document->chart_count);
}

/* It goes on over pages, one figure, in letters as large as other charts'. */
static void a_chart_of_very_many_rows_is_not_made_small(void **state)
{
	struct fixture *f = *state;
	struct chart *chart = sample_chart("many", CHART_BARS, 99, 120, 1);

	for (size_t i = 0; i < 120; i++)
		sample_row(chart, i, "A label of several words for a row", &(double){120.0 - i});
	sample_place_chart(f->document, chart);
	assert_true(render_pdf(f->document, &f->options, &f->out));
	struct str plain = opened(f);

	assert_int_equal(count(plain, "/S/Figure/"), f->document->chart_count);
	assert_true(count(plain, "/Figure<</MCID") > f->document->chart_count);
	assert_int_equal(count(plain, " 0 0 cm\n"), 0);
}

static struct node *last_paragraph(struct fixture *f, const char *text)
{
	struct node *node = sample_paragraph(f->document->root, "", text);

	node->first->place = (struct place){STR("words.md"), 7, 3};
	return node;
}

static void a_letter_that_no_font_has_is_named_with_its_place(void **state)
{
	struct fixture *f = *state;

	last_paragraph(f, "ink \xf0\x90\x8e\x80 ink");
	assert_false(render_pdf(f->document, &f->options, &f->out));
	assert_int_equal(f->out.length, 0);
	assert_int_equal(f->diagnostics.errors, 1);
	assert_true(count(f->diagnostics.items[0].text, "U+10380") == 1);
	assert_int_equal(f->diagnostics.items[0].place.line, 7);
}

static void other_scripts_find_a_font(void **state)
{
	struct fixture *f = *state;

	last_paragraph(
		f, "\xd8\xb7\xd9\x81\xd9\x84 \xe0\xaa\xac\xe0\xaa\xbe\xe0\xaa\xb3\xe0\xaa\x95 "
		   "\xd0\xb4\xd0\xb8\xd1\x82\xd0\xb8\xd0\xbd\xd0\xb0 \xe2\x86\x92 \xe2\x9c\x93");
	assert_true(render_pdf(f->document, &f->options, &f->out));
	assert_true(count(opened(f), "NotoSansArabic") > 0);
	assert_true(count(opened(f), "NotoSansGujarati") > 0);
}

static void a_missing_font_is_an_error_that_names_it(void **state)
{
	struct fixture *f = *state;

	faces_close(f->options.faces);
	f->options.faces = faces_open(STR("tests"));
	assert_false(render_pdf(f->document, &f->options, &f->out));
	assert_int_equal(f->diagnostics.errors, 1);
	assert_int_equal(f->out.length, 0);
}

static struct str much(struct fixture *f, const char *word, size_t times)
{
	struct buffer text = {0};

	for (size_t i = 0; i < times; i++)
		buffer_text(&text, word);
	struct str copy = str_copy(&f->arena, buffer_view(&text));

	buffer_release(&text);
	return copy;
}

static void nothing_is_too_long_for_the_page(void **state)
{
	struct fixture *f = *state;
	struct node *list = f->document->root;
	struct str letters = much(f, "a", 20000), words = much(f, "words ", 20000);

	last_paragraph(f, letters.at);
	last_paragraph(f, words.at);
	for (int depth = 0; depth < 60; depth++) {
		list = sample_add(list, NODE_LIST);
		list = sample_add(list, NODE_ITEM);
		sample_paragraph(list, "", "deeper");
	}
	struct node *panel = sample_add(sample_add(f->document->root, NODE_PANELS), NODE_PANEL);

	panel->text = letters;
	sample_paragraph(panel, "", words.at);
	assert_true(render_pdf(f->document, &f->options, &f->out));
}

static void an_empty_document_has_a_cover(void **state)
{
	struct fixture *f = *state;

	f->document->root = node_new(&f->arena, NODE_DOCUMENT, (struct place){0});
	f->document->headlines = NULL;
	f->document->cover_count = 0;
	assert_true(render_pdf(f->document, &f->options, &f->out));
	assert_int_equal(count(opened(f), "/Type /Page\n"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(every_kind_of_node_is_tagged),
		TEST(the_same_document_is_the_same_file),
		TEST(each_edition_is_set),
		TEST(the_plain_edition_has_no_colour),
		TEST(a_chart_of_very_many_rows_is_not_made_small),
		TEST(a_letter_that_no_font_has_is_named_with_its_place),
		TEST(other_scripts_find_a_font),
		TEST(a_missing_font_is_an_error_that_names_it),
		TEST(nothing_is_too_long_for_the_page),
		TEST(an_empty_document_has_a_cover),
	};
#undef TEST
	return cmocka_run_group_tests(tests, NULL, NULL);
}
