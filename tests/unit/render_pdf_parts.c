/* The parts of the page's setting: lines, pages, shaped words, the structure tree, numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "render/pdf/file/text.h"
#include "render/pdf/file/write.h"
#include "render/pdf/layout/bidi.h"
#include "render/pdf/layout/cut.h"
#include "render/pdf/layout/font.h"
#include "render/pdf/layout/linebreak.h"
#include "render/pdf/layout/page.h"
#include "render/pdf/layout/pen.h"
#include "render/pdf/layout/tag.h"
#include "render/type/subset.h"

#include "setter_support.h"

static int set_up(void **state)
{
	(void)state;
	return setter_begin() ? 0 : 1;
}

static struct paragraph *set(const char *text, double width)
{
	struct paragraph *paragraph = text_plain(&setter, ROLE_BODY, str_of(text), NULL);

	paragraph_break(&setter, paragraph, width);
	return paragraph;
}

static const char words[] =
	"Every child needs a home in which she is safe and loved, and carers who stand by her. "
	"Those who foster have our thanks: they open their doors, and they keep them open.";

static void lines_keep_within_the_width(void **state)
{
	(void)state;
	for (double width = 60; width < 500; width += 37) {
		struct paragraph *text = set(words, width);

		assert_true(text->line_count > 0);
		assert_int_equal(text->lines[0].from, 0);
		assert_int_equal(text->lines[text->line_count - 1].to, text->piece_count);
		for (size_t i = 0; i < text->line_count; i++) {
			assert_true(text->lines[i].width <= width + 1e-6);
			if (i > 0)
				assert_int_equal(text->lines[i].from, text->lines[i - 1].to);
		}
	}
}

static void lines_are_chosen_together(void **state)
{
	struct paragraph *text = set(words, 240);
	double shortest = 240;

	(void)state;
	for (size_t i = 0; i + 1 < text->line_count; i++)
		if (text->lines[i].width < shortest)
			shortest = text->lines[i].width;
	/* filling each line as far as it goes would leave one much shorter than the others */
	assert_true(shortest > 240 * 0.8);
}

static void a_word_without_a_place_to_break_is_cut(void **state)
{
	struct paragraph *text =
		set("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 80);

	(void)state;
	assert_true(text->line_count > 2);
	assert_true(text->width <= 80);
}

static void white_space_is_one_space_and_soft_hyphens_are_none(void **state)
{
	struct paragraph *plain = set("foster carers", 400);
	struct paragraph *loose = set(" foster \n\t car\xc2\xad"
				      "ers ",
				      400);

	(void)state;
	assert_true(plain->width == loose->width);
	assert_int_equal(loose->line_count, 1);
}

static void ranges_of_years_stay_whole(void **state)
{
	struct paragraph *text = set("2021\xe2\x80\x93"
				     "22 and 2022\xe2\x80\x93"
				     "23",
				     200);

	(void)state;
	for (size_t i = 0; i + 1 < text->piece_count; i++)
		if (text->pieces[i].after == PIECE_MAY_BREAK)
			assert_true(text->pieces[i].space);
}

static void a_word_is_shaped_once(void **state)
{
	const struct face *face = faces_face(setter.faces, FACE_REGULAR);
	const struct shape *one = shape_text(setter.faces, face, STR("carers"), 0);

	(void)state;
	assert_ptr_equal(one, shape_text(setter.faces, face, STR("carers"), 0));
	assert_ptr_not_equal(one, shape_text(setter.faces, face, STR("carers"), SHAPE_TABULAR));
	assert_int_equal(one->count, 6);
}

static void a_cut_of_a_face_is_made_once(void **state)
{
	const struct face *face = faces_face(setter.faces, FACE_REGULAR);
	hb_set_t *shown = hb_set_create();

	(void)state;
	hb_set_add(shown, 'a');
	struct str one = face_subset(setter.faces, face, SUBSET_CHARACTERS, shown);
	struct str same = face_subset(setter.faces, face, SUBSET_CHARACTERS, shown);

	hb_set_add(shown, 'b');
	struct str other = face_subset(setter.faces, face, SUBSET_CHARACTERS, shown);

	assert_true(one.length > 0);
	assert_ptr_equal(one.at, same.at);
	assert_true(other.length > one.length);
	hb_set_destroy(shown);
}

/* The code of the only glyph of a character. */
static unsigned code_of(struct font_set *set, const struct face *face, const char *character)
{
	const struct shape *shape = shape_text(setter.faces, face, str_of(character), 0);

	assert_int_equal(shape->count, 1);
	return font_code(font_show(set, shape)->font, shape->glyphs[0].id);
}

static void a_glyph_is_written_as_a_byte_or_two(void **state)
{
	const struct face *face = faces_face(setter.faces, FACE_REGULAR);
	const struct face *other = faces_for(setter.faces, FACE_REGULAR, 0x410);
	struct font_set set;
	size_t longer = 0;
	char letter[5] = {0};

	(void)state;
	font_set_init(&set, &arena);
	assert_int_equal(code_of(&set, face, "a"), 'a');
	assert_int_equal(code_of(&set, face, "~"), '~');
	assert_int_equal(code_of(&set, face, "\xe2\x80\x99"), FONT_SHORT_OTHER);
	assert_int_equal(code_of(&set, face, "\xe2\x80\x93"), FONT_SHORT_OTHER + 1);
	assert_int_equal(code_of(&set, face, "\xe2\x80\x99"), FONT_SHORT_OTHER);
	/* more letters of another script than there are codes of one byte */
	for (uint32_t character = 0x410; character < 0x460; character++) {
		letter[str_encode(character, letter)] = '\0';
		unsigned code = code_of(&set, other, letter);

		assert_true(code < FONT_SHORT_END || code >= FONT_LONG);
		longer += code >= FONT_LONG;
	}
	assert_int_equal(longer, 0x50 - (FONT_SHORT_END - FONT_SHORT_OTHER));
	font_set_release(&set);
}

static void small_type_is_kerned_in_steps_that_can_be_seen(void **state)
{
	static const char pairs[] = "To Yo AV av we fo r. ke ta xe oc";
	const struct face *face = faces_face(setter.faces, FACE_REGULAR);
	const struct shape *exact = shape_text(setter.faces, face, STR(pairs), SHAPE_EXACT);
	const struct shape *steps = shape_text(setter.faces, face, STR(pairs), 0);
	int32_t width = 0;

	(void)state;
	assert_int_equal(exact->count, steps->count);
	assert_int_equal(face->units, 1000);
	for (size_t i = 0; i < steps->count; i++) {
		int natural = hb_font_get_glyph_h_advance(face->font, steps->glyphs[i].id);
		int kern = steps->glyphs[i].advance - natural;
		int wanted = exact->glyphs[i].advance - natural;

		assert_int_equal(kern % 10, 0);
		assert_true(abs(wanted) < 9 ? kern == 0 : abs(kern - wanted) <= 5);
		width += steps->glyphs[i].advance;
	}
	/* what is measured is what is drawn */
	assert_int_equal(steps->width, width);
	assert_true(exact->width != steps->width);
}

static void figures_in_tables_are_of_one_width(void **state)
{
	struct paragraph *ones = text_tabular(&setter, ROLE_CELL, STR("1111"), NULL);
	struct paragraph *eights = text_tabular(&setter, ROLE_CELL, STR("8888"), NULL);

	(void)state;
	assert_true(paragraph_natural(ones) == paragraph_natural(eights));
}

static void backwards_words_are_turned_round_in_their_line(void **state)
{
	/* "one", then two Arabic words, then "two" */
	struct paragraph *text =
		set("one \xd8\xb7\xd9\x81\xd9\x84 \xd8\xa8\xd9\x8a\xd8\xaa two", 400);
	size_t *order = line_order(&arena, text, &text->lines[0]);

	(void)state;
	assert_non_null(order);
	assert_int_equal(order[0], 0);
	assert_int_equal(order[2], 4); /* the second Arabic word stands left of the first */
	assert_int_equal(order[4], 2);
	assert_true(text->pieces[2].shape->backwards);
}

static struct slab *add(struct flow *flow, double height)
{
	return flow_slab(flow, 0, height);
}

static void pages_hold_what_is_kept_together(void **state)
{
	struct flow flow = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 30; i++)
		add(&flow, 10)->keep = i % 3 != 2; /* threes */
	struct cuts cuts = flow_cut(&flow, 100);

	assert_int_equal(cuts.count, 4);
	for (size_t i = 0; i < cuts.count; i++)
		assert_int_equal(cuts.starts[i] % 3, 0);
	assert_int_equal(cuts_page(&cuts, 0), 0);
	assert_int_equal(cuts_page(&cuts, 29), 3);
}

static void what_is_higher_than_a_page_is_let_go(void **state)
{
	struct flow flow = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 50; i++)
		add(&flow, 10)->keep = true;
	struct cuts cuts = flow_cut(&flow, 100);

	assert_int_equal(cuts.count, 5);
}

static void a_page_that_begins_in_a_table_has_room_for_its_head(void **state)
{
	struct flow flow = {.arena = &arena};
	struct slab *head = add(&flow, 20);

	(void)state;
	for (int i = 0; i < 16; i++)
		add(&flow, 10)->head = head;
	struct cuts cuts = flow_cut(&flow, 100);

	assert_int_equal(cuts.count, 2);
	assert_true(flow.count - cuts.starts[1] <= 8); /* 8 rows and the head fill the page */
}

static void elements_take_their_place_when_they_are_read(void **state)
{
	struct tag *top = element_inline(&arena, NULL, "Document");
	struct tag *paragraph = element_new(&arena, top, "P");
	struct tag *link = element_inline(&arena, paragraph, "Link");
	struct tag *empty = element_new(&arena, top, "P");

	(void)state;
	element_content(&arena, paragraph, 0, 0);
	element_content(&arena, link, 0, 1);
	element_content(&arena, paragraph, 0, 2);
	assert_int_equal(paragraph->first->kind, KID_CONTENT);
	assert_ptr_equal(paragraph->first->next->element, link);
	assert_int_equal(paragraph->last->content, 2);
	assert_false(empty->inked);
	assert_ptr_equal(element_after(top, top), paragraph);
	assert_ptr_equal(element_after(paragraph, top), link);
	assert_null(element_after(link, top));
}

static void text_strings_are_short_where_they_can_be(void **state)
{
	static const struct {
		const char *text, *string;
	} cases[] = {
		{"1.2 (b)", "(1.2 \\(b\\))"},
		{"\xe2\x80\x98\xc2\xa3\xe2\x80\x99 \xe2\x80\x93", "(\x8f\xa3\x90 \x85)"},
		{"\xd0\x96", "(\xfe\xff\x04\x16)"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buffer out = {0};

		text_write(&out, str_of(cases[i].text));
		assert_true(str_equal(buffer_view(&out), str_of(cases[i].string)));
		buffer_release(&out);
	}
}

static void rectangles_that_meet_still_do(void **state)
{
	struct buffer out = {0};
	struct pen pen;

	(void)state;
	pen_init(&pen, &out, (struct inks){0});
	pen_rectangle(&pen, 10.04, 0, 20.04, 5);
	pen_rectangle(&pen, 30.08, 0, 9.96, 5);
	assert_true(str_equal(buffer_view(&out), STR("10 0 20.1 5 re\nf\n30.1 0 9.9 5 re\nf\n")));
	buffer_release(&out);
}

static void numbers_have_two_decimals_at_most(void **state)
{
	static const struct {
		double value;
		const char *text;
	} cases[] = {{0, "0"},	  {-0.001, "0"},    {12, "12"},
		     {0.5, ".5"}, {-1.25, "-1.25"}, {3.999, "4"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buffer out = {0};

		pen_number(&out, cases[i].value);
		assert_string_equal(out.at, cases[i].text);
		buffer_release(&out);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, setter_end)
	const struct CMUnitTest tests[] = {
		TEST(lines_keep_within_the_width),
		TEST(lines_are_chosen_together),
		TEST(a_word_without_a_place_to_break_is_cut),
		TEST(white_space_is_one_space_and_soft_hyphens_are_none),
		TEST(ranges_of_years_stay_whole),
		TEST(a_word_is_shaped_once),
		TEST(a_cut_of_a_face_is_made_once),
		TEST(a_glyph_is_written_as_a_byte_or_two),
		TEST(small_type_is_kerned_in_steps_that_can_be_seen),
		TEST(figures_in_tables_are_of_one_width),
		TEST(backwards_words_are_turned_round_in_their_line),
		TEST(pages_hold_what_is_kept_together),
		TEST(what_is_higher_than_a_page_is_let_go),
		TEST(a_page_that_begins_in_a_table_has_room_for_its_head),
		TEST(elements_take_their_place_when_they_are_read),
		TEST(text_strings_are_short_where_they_can_be),
		TEST(rectangles_that_meet_still_do),
		TEST(numbers_have_two_decimals_at_most),
	};
#undef TEST
	return cmocka_run_group_tests(tests, NULL, NULL);
}
