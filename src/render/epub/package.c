#include "render/epub/package.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/file.h"
#include "base/html_escape.h"
#include "render/epub/epub.h"

#define SECONDS_OF_DAY 86400

const char book_container[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	"<rootfiles>\n<rootfile full-path=\"EPUB/package.opf\" "
	"media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n</container>\n";

struct book_file *book_add(struct book *book, const char *id, const char *name,
			   const char *media_type, struct str content)
{
	book->files = arena_grow(book->arena, book->files, &book->file_capacity,
				 book->file_count + 1, sizeof(struct book_file));

	struct book_file *file = &book->files[book->file_count++];

	*file = (struct book_file){
		.name = name, .id = id, .media_type = media_type, .content = content};
	return file;
}

static void add_element(struct buffer *out, const char *tag, const char *name, struct str text)
{
	if (text.length == 0)
		return;
	buffer_format(out, "<%s>", tag);
	html_escape_text(out, text);
	buffer_format(out, "</%s>\n", name);
}

static void add_meta(struct buffer *out, const char *property, const char *text)
{
	buffer_format(out, "<meta property=\"%s\">%s</meta>\n", property, text);
}

/*
 * A name for the document that stays through its corrections, which dcterms:modified tells apart:
 * RFC 9562's version 8, from what says which document it is.
 */
static struct str identifier(struct book *book)
{
	const struct document *document = book->document;
	struct str hex = sha256_text(
		book->arena,
		str_format(book->arena, "%.*s\n%.*s\n%.*s\n%.*s\n%.*s", STR_ARG(document->council),
			   STR_ARG(document->name), STR_ARG(document->running),
			   STR_ARG(document->subtitle), STR_ARG(document->language)));
	const char *at = hex.at;
	char variant = "89ab"[(at[16] <= '9' ? at[16] - '0' : at[16] - 'a' + 10) & 3];

	return str_format(book->arena, "urn:uuid:%.8s-%.4s-8%.3s-%c%.3s-%.12s", at, at + 8, at + 13,
			  variant, at + 17, at + 20);
}

static struct str moment(struct arena *arena, int64_t seconds)
{
	int64_t day = seconds / SECONDS_OF_DAY - (seconds % SECONDS_OF_DAY < 0);
	int rest = (int)(seconds - day * SECONDS_OF_DAY);

	return str_format(arena, "%.*sT%02d:%02d:%02dZ", STR_ARG(day_iso(arena, (int32_t)day)),
			  rest / 3600, rest / 60 % 60, rest % 60);
}

/* Who wrote it is a role of the council's; the council stands for it. */
static void add_people(struct buffer *out, const struct document *document)
{
	add_element(out, "dc:creator id=\"creator\"", "dc:creator",
		    document->author.length > 0 ? document->author : document->council);
	buffer_text(out, "<meta refines=\"#creator\" property=\"role\" scheme=\"marc:relators\">"
			 "aut</meta>\n");
	add_element(out, "dc:publisher", "dc:publisher", document->council);
}

/* https://www.w3.org/TR/epub-a11y-11/: what there is for whom. */
static void add_accessibility(struct buffer *out, bool charts)
{
	add_meta(out, "schema:accessMode", "textual");
	if (charts) {
		add_meta(out, "schema:accessMode", "visual");
		add_meta(out, "schema:accessModeSufficient", "textual,visual");
	}
	add_meta(out, "schema:accessModeSufficient", "textual");
	add_meta(out, "schema:accessibilityFeature", "tableOfContents");
	add_meta(out, "schema:accessibilityFeature", "readingOrder");
	add_meta(out, "schema:accessibilityFeature", "structuralNavigation");
	add_meta(out, "schema:accessibilityFeature", "displayTransformability");
	if (charts) {
		add_meta(out, "schema:accessibilityFeature", "alternativeText");
		add_meta(out, "schema:accessibilityFeature", "longDescription");
	}
	add_meta(out, "schema:accessibilityHazard", "none");
	add_meta(out, "schema:accessibilitySummary",
		 charts ? "Headings, lists and tables are marked up. Each chart is followed by "
			  "a description in words and a table of its figures. Text and colours "
			  "follow the reader&#8217;s settings."
			: "Headings, lists and tables are marked up. Text and colours follow the "
			  "reader&#8217;s settings.");
	buffer_text(out, "<meta property=\"dcterms:conformsTo\" id=\"conformance\">"
			 "EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>\n"
			 "<meta property=\"a11y:certifiedBy\" refines=\"#conformance\">"
			 "The tests of Hearth, which made this book</meta>\n");
}

static void add_metadata(struct book *book, struct buffer *out)
{
	const struct document *document = book->document;
	struct str title = document->running.length > 0 ? document->running : document->title;

	buffer_text(out, "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
	add_element(out, "dc:identifier id=\"identifier\"", "dc:identifier", identifier(book));
	add_element(out, "dc:title", "dc:title", title);
	add_element(out, "dc:language", "dc:language", document->language);
	add_people(out, document);
	add_element(out, "dc:description", "dc:description",
		    document_description(book->arena, document));
	add_element(out, "meta property=\"dcterms:modified\"", "meta",
		    moment(book->arena, document->created));
	add_accessibility(out, document->chart_count > 0);
	buffer_text(out, "</metadata>\n");
}

struct str book_package(struct book *book)
{
	struct buffer out = {0};

	buffer_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			  "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
			  "unique-identifier=\"identifier\" xml:lang=\"");
	html_escape_attribute(&out, book->document->language);
	buffer_text(&out, "\">\n");
	add_metadata(book, &out);
	buffer_text(&out, "<manifest>\n");
	for (size_t i = 0; i < book->file_count; i++) {
		const struct book_file *file = &book->files[i];

		buffer_format(&out, "<item id=\"%s\" href=\"%s\" media-type=\"%s\"", file->id,
			      file->name, file->media_type);
		if (file->properties)
			buffer_format(&out, " properties=\"%s\"", file->properties);
		buffer_text(&out, "/>\n");
	}
	buffer_text(&out, "</manifest>\n<spine>\n");
	for (size_t i = 0; i < book->file_count; i++)
		if (book->files[i].read)
			buffer_format(&out, "<itemref idref=\"%s\"/>\n", book->files[i].id);
	buffer_text(&out, "</spine>\n</package>\n");

	struct str package = str_copy(book->arena, buffer_view(&out));

	buffer_release(&out);
	return package;
}
