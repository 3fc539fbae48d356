/* Owns the list of formats. */
#include "render/format.h"
#include "render/epub/epub.h"
#include "render/html/html.h"
#include "render/pdf/pdf.h"

static bool render_tree(const struct document *document, const struct render_options *options,
			struct buffer *out)
{
	(void)options;
	document_dump(document, out);
	return true;
}

/* Eighteen points, one column, reflowed: for readers with low vision. */
static bool render_large_print(const struct document *document,
			       const struct render_options *options, struct buffer *out)
{
	struct render_options large = *options;

	large.edition = EDITION_LARGE_PRINT;
	return render_pdf(document, &large, out);
}

/* For printers that have black only: patterns and labels carry what colour did. */
static bool render_plain(const struct document *document, const struct render_options *options,
			 struct buffer *out)
{
	struct render_options plain = *options;

	plain.edition = EDITION_PLAIN;
	return render_pdf(document, &plain, out);
}

/* The page comes last: it says how large the files are that it links to. */
const struct format formats[] = {
	{"pdf", "PDF", true, true, render_pdf},
	{"large-print.pdf", "large-print PDF", true, true, render_large_print},
	{"plain.pdf", "PDF for printing in black", true, true, render_plain},
	{"epub", "EPUB", true, true, render_epub},
	{"html", "web page", true, false, render_html},
	{"tree", "document tree", false, false, render_tree},
};
const size_t format_count = sizeof formats / sizeof *formats;

const struct format *format_find(struct str name)
{
	for (size_t i = 0; i < format_count; i++)
		if (str_is(name, formats[i].name))
			return &formats[i];
	return NULL;
}
