/*
 * The web page: every kind of node as the element that readers and their tools know, and nothing
 * that asks for anything. With a file name it writes the sample there, for the judges.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/html_escape.h"
#include "render/html/data.h"
#include "render/html/fragment.h"
#include "render/html/html.h"
#include "render/html/index.h"
#include "render/html/style_scope.h"
#include "render/type/look.h"
#include "sample_document.h"

struct fixture {
	struct arena arena;
	struct diagnostics diagnostics;
	struct faces *faces;
	struct buffer page;
};

static struct render_options options_of(struct fixture *fixture)
{
	static const struct download downloads[] = {
		{{"PDF", 3}, {"sample.pdf", 10}, 181234},
	};

	return (struct render_options){.arena = &fixture->arena,
				       .faces = fixture->faces,
				       .templates = STR("templates"),
				       .downloads = downloads,
				       .download_count = 1,
				       .diagnostics = &fixture->diagnostics};
}

static int set_up(void **state)
{
	static struct fixture fixture;

	fixture.faces = faces_open(STR("fonts"));
	arena_init(&fixture.arena);
	diagnostics_init(&fixture.diagnostics, &fixture.arena);

	struct render_options options = options_of(&fixture);

	*state = &fixture;
	return render_html(sample_document(&fixture.arena), &options, &fixture.page) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	buffer_release(&fixture->page);
	faces_close(fixture->faces);
	arena_release(&fixture->arena);
	return 0;
}

static void assert_has(const struct fixture *fixture, const char *part)
{
	if (!strstr(fixture->page.at, part))
		fail_msg("the page lacks: %s", part);
}

static void assert_lacks(const struct fixture *fixture, const char *part)
{
	if (strstr(fixture->page.at, part))
		fail_msg("the page has: %s", part);
}

static void test_every_node(void **state)
{
	static const char *const parts[] = {
		"<html lang=\"en-GB\">",
		"<title>Fostering annual report 2024-25 \xe2\x80\x93 Sampleshire Council</title>",
		"href=\"#main\">Skip to main content</a>",
		"<h1>Fostering annual report</h1>",
		"<a href=\"sample.pdf\">Download as PDF (181\xc2\xa0KB)</a>",
		"<dt>For</dt>",
		"<nav class=\"contents\" aria-labelledby=\"contents\">",
		"<a href=\"#fostering-panel\"><span class=\"number\">4</span> "
		"<span>Fostering panel</span></a>",
		"<h2 id=\"the-year-at-a-glance\"><span class=\"number\">1</span> The year at a "
		"glance</h2>\n<a class=\"permalink\"",
		"<li><strong class=\"value\"><data value=\"57\" data-measure=\"sample.measure\">57"
		"</data></strong>\xc2\xa0<span class=\"label\">enquiries, 11",
		"<p class=\"numbered\" id=\"p2-1-1\"><span class=\"number\">2.1.1</span> The ",
		"<data value=\"57\" data-measure=\"enquiries.total\">57</data>",
		"<em>more</em>",
		"<a href=\"https://www.sampleshire.example/fostering\">www.",
		"<a href=\"https://www.gov.uk/foster-carers\" class=\"told\">the government",
		"&lt;b&gt;Bold&lt;/b&gt; &amp; \"quoted\" is text.",
		"<blockquote>",
		"<span lang=\"cy\">gofal maeth</span>",
		"<ol><li>Hold events",
		"<div class=\"panel success\"><h4>What went well</h4>",
		"<figure class=\"chart\" id=\"chart-enquiries-by-source\" "
		"aria-labelledby=\"title-enquiries-by-source\">",
		"Figure 1: Half of the enquiries came through the internet</strong>",
		"<svg class=\"wide\" aria-hidden=\"true\"",
		"<svg class=\"narrow\" aria-hidden=\"true\"",
		"<strong>Description of figure 1:</strong> This bar chart shows",
		"<summary>Table and data of figure 1</summary>",
		"<a href=\"data/enquiries-by-source.csv\">",
		"Table 1: Outcomes over four years</span></caption>",
		"<th scope=\"col\" class=\"n keep\">2021-22</th>",
		"<tr class=\"total\"><th scope=\"row\">All</th>",
		"<ol class=\"pathway\"><li><p><strong class=\"step\">Enquiry.</strong> By",
		"<hr>",
		"<address>The fostering service<br>",
		"\"@type\":\"Report\"",
		"\"datePublished\":\"2025-05-11\"",
	};
	const struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		assert_has(fixture, parts[i]);
}

/* No script but the data block, nothing fetched, nothing that runs. */
static void test_one_file(void **state)
{
	const struct fixture *fixture = *state;
	const char *script = strstr(fixture->page.at, "<script");

	assert_non_null(script);
	assert_int_equal(strncmp(script, "<script type=\"application/ld+json\">", 35), 0);
	assert_null(strstr(script + 1, "<script"));
	assert_lacks(fixture, " src=");
	assert_lacks(fixture, "url(http");
	assert_lacks(fixture, "@import");
	assert_lacks(fixture, "rel=\"stylesheet\"");
	assert_lacks(fixture, " onclick");
	assert_lacks(fixture, " style=");
	assert_has(fixture, "default-src 'none'");
}

static void test_ids_are_unique(void **state)
{
	const struct fixture *fixture = *state;
	const char *at = fixture->page.at;

	while ((at = strstr(at, " id=\""))) {
		size_t length = strcspn(at + 5, "\"") + 6;
		struct str id = str_copy((struct arena *)&fixture->arena, (struct str){at, length});

		assert_null(strstr(at + length, id.at));
		at += length;
	}
}

static void test_same_twice(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture);
	struct buffer again = {0};

	assert_true(render_html(sample_document(&fixture->arena), &options, &again));
	assert_int_equal(again.length, fixture->page.length);
	assert_memory_equal(again.at, fixture->page.at, again.length);
	buffer_release(&again);
}

static void test_missing_look(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture);
	struct diagnostics diagnostics;
	struct buffer out = {0};

	diagnostics_init(&diagnostics, &fixture->arena);
	options.diagnostics = &diagnostics;
	options.templates = STR("no-such-folder");
	assert_false(render_html(sample_document(&fixture->arena), &options, &out));
	assert_int_equal(diagnostics.errors, 1);
	options.faces = faces_open(STR("no-such-folder"));
	assert_false(render_html(sample_document(&fixture->arena), &options, &out));
	assert_int_equal(diagnostics.errors, 2);
	faces_close(options.faces);
	buffer_release(&out);
}

/* Nested far beyond what anyone writes: a walk without recursion doesn't mind. */
static void test_deep(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture);
	struct document *document = sample_document(&fixture->arena);
	struct node *node = document->root;
	struct buffer out = {0};

	for (size_t i = 0; i < 20000; i++)
		node = sample_add(node, NODE_QUOTE);
	sample_paragraph(node, "", "The end.");
	assert_true(render_html(document, &options, &out));
	assert_non_null(strstr(out.at, "<p>The end.</p>"));
	buffer_release(&out);
}

/* A paragraph runs as its first letter does, whatever stands before it or follows. */
static void test_direction(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture);
	struct document *document = sample_document(&fixture->arena);
	struct buffer out = {0};

	sample_paragraph(document->root, "9.1", "(1) \xd8\xa8\xd9\x8a\xd8\xaa safe.");
	sample_paragraph(document->root, "9.2", "(1) Safe \xd8\xa8\xd9\x8a\xd8\xaa.");
	sample_paragraph(document->root, "9.3", "1 + 1");
	assert_true(render_html(document, &options, &out));
	assert_non_null(strstr(out.at, "<p class=\"numbered\" dir=\"rtl\" id=\"p9-1\">"));
	assert_non_null(strstr(out.at, "<p class=\"numbered\" id=\"p9-2\">"));
	assert_non_null(strstr(out.at, "<p class=\"numbered\" id=\"p9-3\">"));
	buffer_release(&out);
}

static void test_index(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture);
	struct document *document = sample_document(&fixture->arena);
	struct index_file pdf[] = {{STR("PDF"), STR("annual-report.pdf"), 181234}};
	struct index_file csv[] = {{STR("CSV"), STR("data/a-b.csv"), 0}};
	struct index_file year[] = {{STR(""), STR("../2023-24/index.html"), 0}};
	struct index_item report = {STR("Annual report"), STR("What we did."), NULL, pdf, 1};
	struct index_item chart = {STR("A chart"), STR("Of all"), document->charts[0], csv, 1};
	struct index_item table = {STR("A & B"), STR(""), NULL, csv, 1};
	struct index_item earlier = {STR("2023-24"), STR(""), NULL, year, 1};
	struct index_section sections[] = {
		{STR("Documents"), STR(""), INDEX_CARDS, &report, 1},
		{STR("Charts"), STR("For slides."), INDEX_GALLERY, &chart, 1},
		{STR("Data"), STR(""), INDEX_LIST, &table, 1},
		{STR("Earlier years"), STR(""), INDEX_LINKS, &earlier, 1},
		{STR("Nothing"), STR(""), INDEX_LIST, NULL, 0},
	};
	struct index_page page = {
		.council = STR("Sampleshire Council"),
		.title = STR("Fostering service: the year 2024-25"),
		.language = STR("en-GB"),
		.headlines = node_new(&fixture->arena, NODE_HEADLINES, (struct place){.line = 0}),
		.sections = sections,
		.section_count = sizeof sections / sizeof *sections};
	static const char *const parts[] = {
		"<ul class=\"headlines\">",
		"<h3>Annual report</h3>\n<p>What we did.</p>\n<ul class=\"files\"><li><a "
		"href=\"annual-report.pdf\">PDF<span class=\"unseen\">: Annual report</span></a> "
		"<span class=\"size\">181\xc2\xa0KB</span></li>",
		"<h3>A chart</h3>\n<p class=\"subtitle\">Of all</p>\n<svg class=\"picture\" "
		"aria-hidden=\"true\"",
		"<span class=\"name\">A &amp; B</span><ul class=\"files\"><li><a "
		"href=\"data/a-b.csv\">CSV",
		"<a href=\"../2023-24/index.html\">2023-24</a>",
		"\"@type\":\"CollectionPage\"",
		"{\"@type\":\"CreativeWork\",\"url\":\"annual-report.pdf\",\"name\":"
		"\"Annual report\"",
	};
	struct buffer out = {0};

	assert_true(render_index(&page, &options, &out));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!strstr(out.at, parts[i]))
			fail_msg("the index lacks: %s", parts[i]);
	assert_null(strstr(out.at, "Nothing"));
	buffer_release(&out);
}

static void assert_fragment(struct fixture *fixture, unsigned level, const char *address,
			    const char *const *parts, size_t count)
{
	struct render_options options = options_of(fixture);
	struct fragment fragment = {level, STR("sample-2024-25-"), str_of(address)};
	struct buffer out = {0};

	assert_true(render_fragment(sample_document(&fixture->arena), &options, &fragment, &out));
	for (size_t i = 0; i < count; i++)
		if (!strstr(out.at, parts[i]))
			fail_msg("the fragment lacks: %s", parts[i]);
	assert_null(strstr(out.at, "<main"));
	assert_null(strstr(out.at, "<h1"));
	assert_null(strstr(out.at, "<style"));
	assert_null(strstr(out.at, "href=\"data/"));
	buffer_release(&out);
}

static void test_fragment(void **state)
{
	static const char *const parts[] = {
		"<div class=\"hearth\" lang=\"en-GB\"><div class=\"body\">",
		"<h2 class=\"h1\">Fostering annual report</h2>",
		"<h3 class=\"h2\" id=\"sample-2024-25-the-year-at-a-glance\">",
		"<a class=\"permalink\" href=\"#sample-2024-25-the-year-at-a-glance\">",
		"<a href=\"#sample-2024-25-fostering-panel\">",
		"aria-labelledby=\"sample-2024-25-contents sample-2024-25-title\"",
		"id=\"sample-2024-25-p2-1-1\"",
		"aria-labelledby=\"sample-2024-25-title-enquiries-by-source\"",
		"<div class=\"panel success\"><h5 class=\"h4\">What went well</h5>",
	};

	assert_fragment(*state, 2, "", parts, sizeof parts / sizeof *parts);
}

/* Deeper than HTML's headings go, they say so; files are linked where the pack is. */
static void test_fragment_below(void **state)
{
	static const char *const parts[] = {
		"<h4 class=\"h1\">Fostering annual report</h4>",
		"<h6 class=\"h4\" aria-level=\"7\">What went well</h6>",
		"<a href=\"https://a.example/b/data/enquiries-by-source.csv\">",
		"<a href=\"https://a.example/b/index.html\">",
	};

	assert_fragment(*state, 4, "https://a.example/b/", parts, sizeof parts / sizeof *parts);
}

static void test_style_scope(void **state)
{
#define ROOT SCOPE_ROOT
	static const struct {
		const char *style, *scoped;
	} cases[] = {
		{":root {\n\t--a: 2rem;\n}", ".hearth{--a: calc(2*var(--hearth-rem));}\n"},
		{"html, body { margin: -.5rem 1px }",
		 ROOT "," ROOT ">.body{margin: calc(-.5*var(--hearth-rem)) 1px}\n"},
		{"main h2:not(.h3, p)::after { content: \"{/* 1rem */\" }",
		 ROOT " :where(.main):not(_) :where(.h2):not(_):not(.h3, p)::after"
		      "{content: \"{/* 1rem */\"}\n"},
		{"/* a { } */ .html-a, #h1 > a-1rem { b: c-1rem }",
		 ROOT " .html-a," ROOT " #h1 > a-1rem{b: c-1rem}\n"},
		{"@media screen and (max-width: 39.99em) { p { a: b } } q { c: d }",
		 "@media screen{@container (max-width: 39.99em){\n" ROOT " p{a: b}\n}}\n" ROOT
		 " q{c: d}\n"},
		{"@media screen and (prefers-color-scheme: dark) { p { a: b } } q { c: d }",
		 ROOT " q{c: d}\n"},
		{"@media print { @page { size: A4; @top-left { a: b } } q { c: d } } @import "
		 "\"x\";",
		 "@media print{\n" ROOT " q{c: d}\n}\n"},
		{"p { a: \"", ROOT " p{a:}\n"},
		{"p { a: b", ROOT " p{a:}\n"},
		{"@media print {", "@media print{\n"},
		{"} ; /* p {", ""},
	};
#undef ROOT
	struct buffer out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buffer_clear(&out);
		buffer_byte(&out, '|');
		style_scope(str_of(cases[i].style), &out);
		assert_string_equal(out.at + 1, cases[i].scoped);
	}
	buffer_release(&out);
}

/* No rule of the style is about anything but what is within a fragment. */
static void test_style_of_fragments(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture);
	struct buffer out = {0};

	assert_true(render_style(&options, &out));
	for (char *line = strtok(strstr(out.at, "*/\n") + 3, "\n"); line; line = strtok(NULL, "\n"))
		if (*line != '.' && *line != '}' && strncmp(line, "@font-face{", 11) != 0 &&
		    strncmp(line, "@media ", 7) != 0 &&
		    strncmp(line, "@property --hearth-", 19) != 0)
			fail_msg("a rule for the whole page: %s", line);
	buffer_release(&out);
}

static const char *escaped(struct buffer *out, struct str text,
			   void (*escape)(struct buffer *, struct str))
{
	buffer_clear(out);
	escape(out, text);
	buffer_byte(out, '\0');
	return out->at;
}

static void test_escaping(void **state)
{
	struct buffer out = {0};

	(void)state;
	assert_string_equal(escaped(&out, STR("<a> & \"b\""), html_escape_text),
			    "&lt;a&gt; &amp; \"b\"");
	assert_string_equal(escaped(&out, STR("\"\n>"), html_escape_attribute), "&quot; &gt;");
	assert_string_equal(escaped(&out,
				    STR("a\x01\xff"
					"b\0c"),
				    html_escape_text),
			    "a\xef\xbf\xbd\xef\xbf\xbd"
			    "b\xef\xbf\xbd"
			    "c");
	buffer_release(&out);
}

/* What machines are told stands in a script element, which no title may end. */
static void test_linked_data_stays_in_its_element(void **state)
{
	struct buffer out = {0};
	struct index_page index = {.title = STR("</script>\"\\\n&"), .language = STR("en-GB")};

	(void)state;
	html_index_data(&index, &out);
	buffer_byte(&out, '\0');
	assert_string_equal(
		out.at,
		"{\"@context\":\"https://schema.org\",\"@type\":\"CollectionPage\","
		"\"name\":\"\\u003c/script\\u003e\\\"\\\\\\n\\u0026\",\"inLanguage\":\"en-GB\","
		"\"publisher\":{\"@type\":\"GovernmentOrganization\"}}");
	buffer_release(&out);
}

static int write_sample(const char *name)
{
	struct fixture *fixture;
	void *state;
	struct str why;

	if (set_up(&state) != 0)
		return 1;
	fixture = state;

	bool good = file_write(&fixture->arena, str_of(name), buffer_view(&fixture->page), &why);

	tear_down(&state);
	return good ? 0 : 1;
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_node),
		cmocka_unit_test(test_one_file),
		cmocka_unit_test(test_ids_are_unique),
		cmocka_unit_test(test_same_twice),
		cmocka_unit_test(test_missing_look),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_index),
		cmocka_unit_test(test_escaping),
		cmocka_unit_test(test_linked_data_stays_in_its_element),
		cmocka_unit_test(test_fragment),
		cmocka_unit_test(test_fragment_below),
		cmocka_unit_test(test_direction),
		cmocka_unit_test(test_style_scope),
		cmocka_unit_test(test_style_of_fragments),
	};

	if (count > 1)
		return write_sample(arguments[1]);
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
