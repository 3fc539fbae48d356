/*
 * The EPUB: what a reader of books needs to open, list and read it, and the same bytes each time.
 * With a file name it writes the sample there, for the judges.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <zip.h>

#include <libxml/parser.h>

#include "base/buffer.h"
#include "base/file.h"
#include "render/epub/epub.h"
#include "render/type/look.h"
#include "sample_document.h"

struct fixture {
	struct arena arena;
	struct diagnostics diagnostics;
	struct faces *faces;
	struct buffer book;
	zip_t *zip;
};

static struct render_options options_of(struct fixture *fixture, const char *templates)
{
	return (struct render_options){.arena = &fixture->arena,
				       .faces = fixture->faces,
				       .templates = str_of(templates),
				       .diagnostics = &fixture->diagnostics};
}

static bool render(struct fixture *fixture, const char *templates, struct buffer *out)
{
	struct render_options options = options_of(fixture, templates);

	return render_epub(sample_document(&fixture->arena), &options, out);
}

static int set_up(void **state)
{
	static struct fixture fixture;

	fixture.faces = faces_open(STR("fonts"));
	arena_init(&fixture.arena);
	diagnostics_init(&fixture.diagnostics, &fixture.arena);
	*state = &fixture;
	if (!render(&fixture, "templates", &fixture.book))
		return -1;

	zip_error_t error;
	zip_source_t *source =
		zip_source_buffer_create(fixture.book.at, fixture.book.length, 0, &error);

	fixture.zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
	return fixture.zip ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	zip_discard(fixture->zip);
	buffer_release(&fixture->book);
	faces_close(fixture->faces);
	arena_release(&fixture->arena);
	xmlCleanupParser();
	return 0;
}

static const char *content_of(struct fixture *fixture, const char *name)
{
	zip_stat_t stat;

	if (zip_stat(fixture->zip, name, 0, &stat) != 0)
		fail_msg("the book has no %s", name);

	char *content = arena_alloc(&fixture->arena, stat.size + 1);
	zip_file_t *file = zip_fopen(fixture->zip, name, 0);

	assert_int_equal(zip_fread(file, content, stat.size), stat.size);
	zip_fclose(file);
	return content;
}

static void assert_has(struct fixture *fixture, const char *name, const char *part)
{
	if (!strstr(content_of(fixture, name), part))
		fail_msg("%s lacks: %s", name, part);
}

static void assert_lacks(struct fixture *fixture, const char *name, const char *part)
{
	if (strstr(content_of(fixture, name), part))
		fail_msg("%s has: %s", name, part);
}

static void test_type_comes_first(void **state)
{
	const struct fixture *fixture = *state;

	/* A ZIP's first entry begins with 30 bytes, of which the last two count extra fields. */
	assert_memory_equal(fixture->book.at, "PK\3\4", 4);
	assert_memory_equal(fixture->book.at + 28, "\0\0mimetypeapplication/epub+zip", 30);
}

static void test_container_names_the_package(void **state)
{
	assert_has(*state, "META-INF/container.xml", "full-path=\"EPUB/package.opf\"");
}

static void test_package(void **state)
{
	static const char *const parts[] = {
		"<dc:identifier id=\"identifier\">urn:uuid:",
		"<dc:title>Fostering annual report 2024-25</dc:title>",
		"<dc:language>en-GB</dc:language>",
		"<dc:creator id=\"creator\">Service Manager, Fostering</dc:creator>",
		"<dc:publisher>Sampleshire Council</dc:publisher>",
		"<meta property=\"dcterms:modified\">2025-05-11T21:46:40Z</meta>",
		"<meta property=\"schema:accessMode\">visual</meta>",
		"<meta property=\"schema:accessModeSufficient\">textual</meta>",
		"<meta property=\"schema:accessibilityFeature\">longDescription</meta>",
		"<meta property=\"schema:accessibilityHazard\">none</meta>",
		"EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
		"href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>",
		"href=\"chapter-1.xhtml\" media-type=\"application/xhtml+xml\"/>",
		"href=\"chapter-2.xhtml\" media-type=\"application/xhtml+xml\" "
		"properties=\"svg\"/>",
		"<itemref idref=\"title\"/>\n<itemref idref=\"nav\"/>\n<itemref "
		"idref=\"chapter-1\"/>",
		"href=\"fonts/bold.ttf\" media-type=\"font/ttf\"",
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		assert_has(*state, "EPUB/package.opf", parts[i]);
}

static void test_contents(void **state)
{
	const char *name = "EPUB/nav.xhtml";

	assert_has(*state, name, "epub:type=\"toc\"");
	assert_has(*state, name,
		   "<ol><li><a href=\"title.xhtml\"><span>Title page</span></a></li>");
	assert_has(*state, name, "<a href=\"chapter-4.xhtml#fostering-panel\">");
	assert_has(*state, name, "<a href=\"chapter-4.xhtml#step-by-step\">");
	assert_has(*state, name, "<a epub:type=\"bodymatter\" href=\"chapter-1.xhtml\">");
}

static void test_title_page(void **state)
{
	assert_has(*state, "EPUB/title.xhtml", "<h1>Fostering annual report</h1>");
	assert_has(*state, "EPUB/title.xhtml", "<dd>The scrutiny commission</dd>");
}

static void test_chapter(void **state)
{
	static const char *const has[] = {
		"<html xmlns=\"http://www.w3.org/1999/xhtml\"",
		"lang=\"en-GB\" xml:lang=\"en-GB\">",
		"<title>Recruiting foster carers</title>",
		"<section epub:type=\"chapter\" role=\"doc-chapter\" "
		"aria-labelledby=\"recruiting-foster-carers\">",
		"<a href=\"chapter-4.xhtml#fostering-panel\">the panel</a>",
		"&lt;b&gt;Bold&lt;/b&gt; &amp; \"quoted\" is text.",
		"<span lang=\"cy\" xml:lang=\"cy\">gofal maeth</span>",
		"<svg class=\"chart\" aria-hidden=\"true\" "
		"xmlns=\"http://www.w3.org/2000/svg\" ",
		"<strong>Description of figure 1:</strong> This bar chart shows",
		"Data of figure 1</span></caption>",
	};
	static const char *const lacks[] = {"<details",	 "<summary", ".csv",
					    "permalink", "tabindex", "focusable"};

	for (size_t i = 0; i < sizeof has / sizeof *has; i++)
		assert_has(*state, "EPUB/chapter-2.xhtml", has[i]);
	for (size_t i = 0; i < sizeof lacks / sizeof *lacks; i++)
		assert_lacks(*state, "EPUB/chapter-2.xhtml", lacks[i]);
	assert_has(*state, "EPUB/chapter-4.xhtml", "<hr/>");
	assert_has(*state, "EPUB/chapter-4.xhtml", "The fostering service<br/>");
}

static void test_xml_is_well_formed(void **state)
{
	struct fixture *fixture = *state;
	zip_int64_t count = zip_get_num_entries(fixture->zip, 0);

	/* The package, the title page and contents, the chapters, the style and the fonts. */
	assert_int_equal(count, 3 + 2 + 4 + 4);
	for (zip_int64_t i = 0; i < count; i++) {
		struct str name = str_of(zip_get_name(fixture->zip, (zip_uint64_t)i, 0));

		if (!str_ends(name, STR(".xhtml")) && !str_ends(name, STR(".opf")))
			continue;

		const char *content = content_of(fixture, name.at);
		xmlDoc *document = xmlReadMemory(content, (int)strlen(content), name.at, NULL,
						 XML_PARSE_NONET);

		assert_non_null(document);
		xmlFreeDoc(document);
	}
}

static void test_colours_are_written_out(void **state)
{
	assert_has(*state, "EPUB/style.css", ".f-first{fill:#12436d}");
	assert_has(*state, "EPUB/style.css", "src:url(fonts/regular.ttf)");
	assert_lacks(*state, "EPUB/style.css", "var(");
}

static void test_same_bytes(void **state)
{
	struct fixture *fixture = *state;
	struct buffer again = {0};

	assert_true(render(fixture, "templates", &again));
	assert_int_equal(again.length, fixture->book.length);
	assert_memory_equal(again.at, fixture->book.at, again.length);
	buffer_release(&again);
}

/* A document of nothing still makes a book that opens. */
static void test_empty_document(void **state)
{
	struct fixture *fixture = *state;
	struct render_options options = options_of(fixture, "templates");
	struct document document = {.name = STR("empty"), .language = STR("en-GB")};
	struct buffer out = {0};

	document.root = node_new(&fixture->arena, NODE_DOCUMENT, (struct place){0});
	assert_true(render_epub(&document, &options, &out));
	assert_true(out.length > 0);
	buffer_release(&out);
}

static void test_missing_style_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct buffer out = {0};

	assert_false(render(fixture, "no-such-folder", &out));
	assert_int_equal(out.length, 0);
	assert_int_equal(fixture->diagnostics.count, 1);
	buffer_release(&out);
}

int main(int count, char **words)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_type_comes_first),
		cmocka_unit_test(test_container_names_the_package),
		cmocka_unit_test(test_package),
		cmocka_unit_test(test_contents),
		cmocka_unit_test(test_title_page),
		cmocka_unit_test(test_chapter),
		cmocka_unit_test(test_xml_is_well_formed),
		cmocka_unit_test(test_colours_are_written_out),
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_empty_document),
		cmocka_unit_test(test_missing_style_is_told),
	};
	void *state;

	if (count < 2)
		return cmocka_run_group_tests(tests, set_up, tear_down);
	if (set_up(&state))
		return 1;

	struct fixture *fixture = state;
	struct str why = STR("");

	return file_write(&fixture->arena, str_of(words[1]), buffer_view(&fixture->book), &why) ? 0
												: 1;
}
