/*
 * A file that is read in pieces, by however many at once, says what it says when it is read in one:
 * the same records at the same places, the same messages in the same order.
 */
#include "read_support.h"

#include <stdio.h>

enum { WHOLE = 64 * 1024 * 1024 };

/* All that a reading found, as text. */
static struct str reading(size_t jobs, size_t piece_bytes, bool with_lines)
{
	struct arena arena;
	struct extract extract;
	struct diagnostics diagnostics;
	struct extract_options options = {.folder = str_of(scene.folder),
					  .authority = "E06000016",
					  .period = &scene.period,
					  .jobs = jobs,
					  .piece_bytes = piece_bytes};
	char *said;
	size_t size;
	FILE *out = open_memstream(&said, &size);
	arena_init(&arena);
	diagnostics_init(&diagnostics, &arena);
	diagnostics.max_errors = 5;
	bool sound = extract_read(&extract, &arena, &options, &diagnostics);
	fprintf(out, "sound %d, %zu errors, %zu warnings\n", sound, diagnostics.errors,
		diagnostics.warnings);
	diagnostics_print(&diagnostics, out, with_lines);
	for (int i = 0; i < ELEMENT_COUNT; i++) {
		fprintf(out, "%d: %zu %d\n", i, extract.count[i], extract.held[i]);
		for (const struct record *r = extract.first[i]; r; r = r->next) {
			const char *id = record_text(r, element_at(i)->first_attribute);
			fprintf(out, " %u:%u %s", r->line, r->column, id ? id : "-");
			for (const struct record *c = record_children(r); c; c = c->next)
				fprintf(out, " [%u %u:%u]", c->element, c->line, c->column);
		}
	}
	fclose(out);
	arena_release(&arena);
	struct str copy = str_copy(&scene.arena, (struct str){said, size});
	free(said);
	return copy;
}

static void assert_same(struct str a, struct str b)
{
	if (!str_equal(a, b))
		fprintf(stderr, "--- one\n%.*s\n--- other\n%.*s\n", STR_ARG(a), STR_ARG(b));
	assert_true(str_equal(a, b));
}

static void put(const char *name, struct str text)
{
	struct str path = scene_path(name);
	FILE *file = fopen(path.at, "wb");
	assert_non_null(file);
	assert_true(fwrite(text.at, 1, text.length, file) == text.length);
	fclose(file);
}

/* For each size of pieces, the same whether one reads or three, source lines and all. */
static void assert_pieces_do_not_matter(void)
{
	static const size_t sizes[] = {16, 40, 90, 170, 300, 1000, 5000};
	struct str whole = reading(1, WHOLE, false);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		struct str alone = reading(1, sizes[i], true);
		assert_same(alone, reading(3, sizes[i], true));
		assert_same(whole, reading(2, sizes[i], false));
	}
}

static void add_records(struct buffer *text, int from, int count)
{
	for (int i = from; i < from + count; i++)
		buffer_format(
			text,
			" <enquiry id=\"E-%d\" received=\"2024-05-0%d\" source=\"internet\">\n"
			"  <closed date=\"2024-06-01\" outcome=\"withdrawn\"/>\n </enquiry>\n",
			i, i % 9 + 1);
}

/* What stands between records, and must be seen through. */
static const char *const between[] = {
	"",
	"<!-- > <enquiry id=\"E-2\" received=\"2024-05-01\" source=\"internet\"/> -->",
	"<!-- > <enquiry id='x'/> > <enquiry id='y'/>\n >\n <enquiry id='z'/> > <enquiry/> -->",
	"<![CDATA[ > <enquiry id=\"c\"/> > <enquiry /> ]]>",
	"words > \n <enquiry id=\"E-90\" received=\"2024-05-01\" source=\"internet\"/> more",
	"<other> <enquiry id=\"o\"> <enquiry/> </enquiry> > <post/> </other>",
	"<x:a xmlns:x=\"urn:x\"> <enquiry id=\"o\"/> <x:b c=\"d\"/> > <enquiry/> </x:a>",
	"<enquiry id=\"E-3\" received=\"2024-05-04\" source=\"internet\"/>",
	"<enquiry id=\"E-91\" received=\"2024-05-44\" source=\"internt\" odd=\"1\"/>",
	"<enquiry id=\"E-92\" received=\"2024-05-04\" source=\"internet\" odd=\"1\"/>",
	"<enquiry id='a > \n <enquiry b' received='2024-05-04' source='internet'/>",
	"<enquiry id=\"E-93\"",
	"</extract>",
	"<enquiry>",
	"&amp;",
	"&x;",
	"\x01",
	"\xff",
	"]]>",
	"<?p > <enquiry id='i'/> > <enquiry/> ?>",
	"<post/> <post/>",
	"<staying-put id=\"S\" dob=\"1990-01-01\" started=\"2024-01-01\" household=\"H-9\"/>",
	"<h:enquiry xmlns:h=\"urn:hearth:extract:1\" id=\"n\" received=\"2024-05-04\""
	" source=\"internet\" h:id=\"1\"/>",
	"\r\n\t<enquiry id=\"\xc3\xa9\" received=\"2024-05-04\" source=\"internet\"/>\r\n",
};

static void test_between(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(between) / sizeof(*between); i++) {
		struct buffer text = {0};
		buffer_text(&text, HEAD "\n");
		add_records(&text, 0, 12);
		buffer_text(&text, between[i]);
		add_records(&text, 12, 9);
		buffer_text(&text, between[i]);
		buffer_text(&text, between[(i * 7 + 4) % (sizeof(between) / sizeof(*between))]);
		add_records(&text, 21, 12);
		buffer_text(&text, TAIL "\n");
		put("a.xml", buffer_view(&text));
		buffer_release(&text);
		assert_pieces_do_not_matter();
	}
}

/* The root's own faults, and files that are none. */
static void test_heads(void **state)
{
	static const char *const heads[] = {
		"<?xml version=\"1.0\"?><!-- > <enquiry/> -->\n" HEAD,
		"<extract>",
		"<!DOCTYPE extract>" HEAD,
		"<extract xmlns=\"urn:hearth:extract:1\" authority=\"E06000017\" source=\"\" "
		"a=\"b\""
		" covers=\"post oddity\" generated=\"2023-04-30T00:00:00Z\" >\n",
		"<other xmlns=\"urn:hearth:extract:1\">",
		"",
		"<extract xmlns=\"urn:hearth:extract:1\"/>",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		struct buffer text = {0};
		buffer_text(&text, heads[i]);
		add_records(&text, 0, 20);
		buffer_text(&text, TAIL);
		put("a.xml", buffer_view(&text));
		buffer_release(&text);
		assert_pieces_do_not_matter();
	}
}

/* Files with a byte changed, taken out or doubled here and there; and two at once. */
static void test_damaged(void **state)
{
	static const char odd[] = "<>\"'/&x \n=-!]";
	uint32_t chance = 12345;
	(void)state;
	for (int round = 0; round < 40; round++) {
		struct buffer text = {0};
		buffer_text(&text, HEAD "\n");
		add_records(&text, round, 25);
		buffer_text(&text, TAIL "\n");
		for (int i = 0; i < round % 4; i++) {
			chance = chance * 1664525 + 1013904223;
			size_t at = (chance >> 8) % text.length;
			text.at[at] = odd[(chance >> 4) % (sizeof(odd) - 1)];
		}
		put(round % 2 ? "a.xml" : "b.xml", buffer_view(&text));
		buffer_release(&text);
		assert_pieces_do_not_matter();
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_between, scene_begin, scene_end),
		cmocka_unit_test_setup_teardown(test_heads, scene_begin, scene_end),
		cmocka_unit_test_setup_teardown(test_damaged, scene_begin, scene_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
