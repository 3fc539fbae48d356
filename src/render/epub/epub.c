/* A document as an EPUB: the files, their style and fonts, in one archive. */
#include "render/epub/epub.h"
#include "base/buffer.h"
#include "render/epub/chapters.h"
#include "render/epub/package.h"
#include "render/epub/pages.h"
#include "render/html/head.h"

#include <string.h>

#include "base/file.h"
#include "base/files.h"
#include "render/draw/chart_style.h"
#include "render/epub/zip.h"
#include "render/type/web_font.h"

static const struct {
	enum web_font_style style;
	const char *id, *name;
} fonts[] = {
	{WEB_FONT_REGULAR, "font-regular", "fonts/regular.ttf"},
	{WEB_FONT_BOLD, "font-bold", "fonts/bold.ttf"},
	{WEB_FONT_ITALIC, "font-italic", "fonts/italic.ttf"},
};

/* Few documents have any italics. */
static size_t font_count(const struct book *book)
{
	bool italic = book->text.length > 0 && strstr(book->text.at, "<em") != NULL;

	return italic ? 3 : 2;
}

static bool add_style(struct book *book, const struct render_options *options)
{
	struct str path = path_join(book->arena, options->templates, STR("epub.css"));
	struct str style, why = STR("");
	struct buffer whole = {0}, literal = {0};

	if (!files_read(book->arena, path, &style, &why))
		return html_unreadable(options, path, why);
	for (size_t i = 0; i < font_count(book); i++)
		web_font_rule(fonts[i].style, str_of(fonts[i].name), "truetype", &whole);
	buffer_text(&whole, "body,svg{font-family:" WEB_FONT_FAMILY "}\n");
	style_classes(&whole);
	buffer_str(&whole, style);
	style_literal(buffer_view(&whole), &literal);
	book_add(book, "style", "style.css", "text/css",
		 str_copy(book->arena, buffer_view(&literal)));
	buffer_release(&whole);
	buffer_release(&literal);
	return true;
}

static bool add_fonts(struct book *book, const struct render_options *options)
{
	struct web_font font = {.faces = options->faces, .text = buffer_view(&book->text)};

	for (size_t i = 0; i < font_count(book); i++) {
		struct str file = web_font_file(&font, fonts[i].style);

		if (file.length == 0)
			return html_unreadable(options, options->faces->folder,
					       STR(WEB_FONT_BROKEN));
		book_add(book, fonts[i].id, fonts[i].name, "font/ttf", file);
	}
	return true;
}

/* The type of the archive comes first and is not packed, so that it is told by its first bytes. */
static bool pack(struct book *book, const struct render_options *options, struct buffer *out)
{
	size_t count = book->file_count + 3;
	struct epub_entry *entries = ARENA_ARRAY(book->arena, count, struct epub_entry);
	struct str why = STR("");

	entries[0] = (struct epub_entry){"mimetype", STR("application/epub+zip"), true};
	entries[1] = (struct epub_entry){"META-INF/container.xml", str_of(book_container), false};
	entries[2] = (struct epub_entry){"EPUB/package.opf", book_package(book), false};
	for (size_t i = 0; i < book->file_count; i++)
		entries[i + 3] = (struct epub_entry){
			str_format(book->arena, "EPUB/%s", book->files[i].name).at,
			book->files[i].content, false};
	if (epub_zip(book->arena, entries, count, out, &why))
		return true;
	diagnostic_add(options->diagnostics, DIAGNOSTIC_EPUB_FAILED,
		       (struct place){.file = book->document->name}, STR_ARG(why));
	return false;
}

bool render_epub(const struct document *document, const struct render_options *options,
		 struct buffer *out)
{
	struct book book = {.arena = options->arena, .document = document};
	struct str why = STR("");

	if (!faces_ready(options->faces, WEB_FACES, &why))
		return html_unreadable(options, options->faces->folder, why);
	map_init(&book.places, options->arena);
	book_divide(&book);
	book_write(&book, options);

	bool good =
		add_style(&book, options) && add_fonts(&book, options) && pack(&book, options, out);

	buffer_release(&book.text);
	return good;
}
