/* Where pages end: what typesetters never do holds on pages of any height. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "render/pdf/layout/blocks.h"
#include "render/pdf/layout/cut.h"
#include "render/pdf/layout/layout.h"
#include "render/pdf/layout/page.h"

#include "sample_document.h"
#include "setter_support.h"

static struct document *document;
static struct font_set fonts;

static int set_up(void **state)
{
	bool good = setter_begin();

	(void)state;
	font_set_init(&fonts, &arena);
	document = sample_document(&arena);
	return good ? 0 : 1;
}

static int tear_down(void **state)
{
	font_set_release(&fonts);
	return setter_end(state);
}

/* The document's blocks, laid out; the caller releases the drawings. */
static struct layout lay_out(struct flow *flow)
{
	struct layout layout = {.arena = &arena,
				.setter = &setter,
				.inks = {.fonts = &fonts},
				.style = setter.style,
				.document = document,
				.root = element_inline(&arena, NULL, "Document")};

	*flow = (struct flow){.arena = &arena};
	map_init(&layout.targets, &arena);
	layout_blocks(&layout, flow);
	return layout;
}

static bool begins_page(const struct cuts *cuts, size_t slab)
{
	return cuts->starts[cuts_page(cuts, slab)] == slab;
}

static const struct mark *mark_of(const struct slab *slab, const struct paragraph *paragraph,
				  size_t line)
{
	for (const struct mark *mark = slab->first; mark; mark = mark->next)
		if (mark->kind == MARK_LINE && mark->paragraph == paragraph && mark->line == line)
			return mark;
	return NULL;
}

/* Two lines of a paragraph at least on either side of a page's end. */
static void check_lines(const struct flow *flow, size_t start)
{
	const struct slab *last = flow->slabs[start - 1];

	for (const struct mark *mark = last->first; mark; mark = mark->next) {
		if (mark->kind != MARK_LINE ||
		    !mark_of(flow->slabs[start], mark->paragraph, mark->line + 1))
			continue;
		assert_true(mark->line >= 1);
		assert_true(mark->line + 2 < mark->paragraph->line_count);
	}
}

static void check_pages(const struct layout *layout, const struct flow *flow,
			const struct cuts *cuts, double height)
{
	for (size_t i = 1; i < cuts->count; i++)
		check_lines(flow, cuts->starts[i]);
	for (size_t i = 0; i < layout->heading_count; i++) /* no heading at a page's foot */
		assert_false(begins_page(cuts, layout->headings[i].end));
	for (size_t i = 0; i < flow->count; i++)
		for (const struct mark *mark = flow->slabs[i]->first; mark; mark = mark->next)
			if (mark->kind == MARK_DRAWING) /* its title stands above it */
				assert_false(begins_page(cuts, i));
	for (size_t i = 0; i < cuts->count; i++) {
		size_t end = i + 1 < cuts->count ? cuts->starts[i + 1] : flow->count;

		assert_true(cuts->starts[i] < end);
		assert_true(flow_height(flow, cuts->starts[i], end) <= height + 1e-6);
	}
}

static void long_words(struct buffer *text, size_t sentences)
{
	buffer_clear(text);
	for (size_t i = 0; i < sentences; i++)
		buffer_text(text, "Every child needs a home in which she is safe and loved. ");
}

/* Paragraphs of all lengths, sections and figures between them. */
static void lengthen(void)
{
	struct buffer text = {0};

	for (size_t i = 0; i < 40; i++) {
		long_words(&text, i * 7 % 11 + 1);
		if (i % 5 == 0)
			sample_heading(document->root, 2 + i % 2, "", "A heading");
		sample_paragraph(document->root, i % 3 ? "1.1" : "",
				 str_terminated(&arena, buffer_view(&text)));
		if (i % 4 == 3)
			sample_add(document->root, NODE_CHART)->chart = document->charts[0];
	}
	buffer_release(&text);
}

static void no_page_ends_where_it_should_not(void **state)
{
	size_t waited = 0;

	(void)state;
	lengthen();
	for (double height = 560; height < 720; height += 11) {
		struct flow flow;
		struct layout layout = lay_out(&flow);
		struct slab **before = ARENA_ARRAY(&arena, flow.count, struct slab *);

		memcpy(before, flow.slabs, flow.count * sizeof(*before));
		struct cuts cuts = flow_cut(&flow, height);

		check_pages(&layout, &flow, &cuts, height);
		for (size_t i = 0; i < flow.count; i++)
			waited += flow.slabs[i] != before[i];
		drawings_release(layout.drawings);
	}
	assert_true(waited > 0); /* some figures went behind words that come after them */
}

static struct slab *add(struct flow *flow, double height, bool text)
{
	struct slab *slab = flow_slab(flow, 0, height);

	slab->text = text;
	return slab;
}

static void a_figure_waits_and_words_fill_the_page(void **state)
{
	struct flow flow = {.arena = &arena};
	struct slab *figure;

	(void)state;
	for (int i = 0; i < 6; i++)
		add(&flow, 10, true);
	figure = add(&flow, 30, false);
	figure->figure = 2;
	figure->keep = true;
	add(&flow, 30, false);
	for (int i = 0; i < 8; i++)
		add(&flow, 10, true);
	struct cuts cuts = flow_cut(&flow, 100);

	assert_int_equal(cuts.count, 2);
	assert_int_equal(cuts.starts[1], 10); /* six lines and four of those behind the figure */
	assert_ptr_equal(flow.slabs[10], figure);
}

static void a_figure_does_not_wait_beyond_its_section(void **state)
{
	struct flow flow = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 6; i++)
		add(&flow, 10, true);
	struct slab *figure = add(&flow, 60, false);

	figure->figure = 1;
	for (int i = 0; i < 8; i++)
		add(&flow, 10, false);
	struct cuts cuts = flow_cut(&flow, 100);

	assert_ptr_equal(flow.slabs[cuts.starts[1]], figure);
	assert_int_equal(cuts.starts[1], 6);
}

static void make_table(struct node *node, size_t columns)
{
	static const char *const heads[] = {
		"Household", "Considerably longer", "As recorded",   "Interdepartmentalisation",
		"Children",  "Occupancy",	    "Unaccompanied", "Whatever else"};
	struct table *table = ARENA_NEW(&arena, struct table);

	table->column_count = columns;
	table->row_count = 1;
	table->columns = ARENA_ARRAY(&arena, columns, struct str);
	table->cells = ARENA_ARRAY(&arena, columns, struct cell);
	for (size_t i = 0; i < columns; i++)
		table->columns[i] = table->cells[i].text = str_of(heads[i]);
	node->table = table;
}

/* A line of a cell ends where a word does. */
static void check_cell(const struct paragraph *text)
{
	for (size_t i = 0; i + 1 < text->line_count; i++)
		assert_true(text->pieces[text->lines[i].to - 1].space);
}

static void a_table_takes_the_margin_and_smaller_type_before_it_breaks_a_word(void **state)
{
	(void)state;
	for (size_t columns = 2; columns <= 8; columns++) {
		struct flow flow;

		document->root = sample_add(NULL, NODE_DOCUMENT);
		make_table(sample_add(document->root, NODE_TABLE), columns);
		lay_out(&flow);
		assert_true(flow.count == 2); /* head and row */
		for (size_t i = 0; i < flow.count; i++)
			for (const struct mark *mark = flow.slabs[i]->first; mark;
			     mark = mark->next)
				if (mark->kind == MARK_LINE) {
					check_cell(mark->paragraph);
					assert_true(mark->x >= MILLIMETRES(12) - 1e-6);
					assert_true(mark->paragraph->size >= 8.5);
				}
	}
}

#define ARABIC "\xd8\xb7\xd9\x81\xd9\x84 \xd8\xa8\xd9\x8a\xd8\xaa."

static void lists_that_run_backwards_hang_at_the_right_edge(void **state)
{
	struct flow flow;

	(void)state;
	document->root = sample_add(NULL, NODE_DOCUMENT);
	struct node *list = sample_add(document->root, NODE_LIST);
	struct node *item = sample_add(list, NODE_ITEM);

	sample_paragraph(item, "", ARABIC);
	lay_out(&flow);
	const struct mark *label = flow.slabs[0]->first, *words = label->next;
	double right = setter.style->width - setter.style->right;

	assert_true(label->x > words->x);
	assert_true(label->x < right && label->x > right - setter.style->indent);
	assert_true(words->x + words->paragraph->lines[0].width <= label->x);
	assert_true(words->paragraph->backwards);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_page_ends_where_it_should_not),
		TEST(a_figure_waits_and_words_fill_the_page),
		TEST(a_figure_does_not_wait_beyond_its_section),
		TEST(a_table_takes_the_margin_and_smaller_type_before_it_breaks_a_word),
		TEST(lists_that_run_backwards_hang_at_the_right_edge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
