/* Elements and their nesting. */
#include "render/html/writer.h"
#include "base/buffer.h"

#include <assert.h>
#include <fribidi.h>
#include <string.h>

#include "base/html_escape.h"

/* Where an element may stand; an element that holds FLOW holds PHRASING and text too. */
enum context {
	NOTHING = 0,
	PHRASING = 1,
	FLOW = 2,
	ITEMS = 4,     /* of a list */
	TERMS = 8,     /* of a description list */
	PARTS = 16,    /* of a table */
	ROWS = 32,     /* of a table's part */
	CELLS = 64,    /* of a row */
	FIGURE = 128,  /* only in a figure */
	DETAILS = 256, /* only in details */
};

struct html_element {
	const char *name;
	unsigned fits; /* contexts it may stand in */
	unsigned holds;
	bool line; /* a line of the file ends behind it */
};

static const struct html_element elements[] = {
	{"a", PHRASING, PHRASING, false},
	{"address", FLOW, PHRASING, true},
	{"aside", FLOW, FLOW | PHRASING, true},
	{"blockquote", FLOW, FLOW, true},
	{"br", PHRASING, NOTHING, false},
	{"caption", PARTS, FLOW | PHRASING, true},
	{"data", PHRASING, PHRASING, false},
	{"dd", TERMS, FLOW | PHRASING, true},
	{"details", FLOW, FLOW | DETAILS, true},
	{"div", FLOW | TERMS, FLOW | PHRASING | TERMS, true},
	{"dl", FLOW, TERMS, true},
	{"dt", TERMS, PHRASING, false},
	{"em", PHRASING, PHRASING, false},
	{"figcaption", FIGURE, FLOW | PHRASING, true},
	{"figure", FLOW, FLOW | FIGURE, true},
	{"footer", FLOW, FLOW, true},
	{"h1", FLOW, PHRASING, true},
	{"h2", FLOW, PHRASING, true},
	{"h3", FLOW, PHRASING, true},
	{"h4", FLOW, PHRASING, true},
	{"h5", FLOW, PHRASING, true},
	{"h6", FLOW, PHRASING, true},
	{"header", FLOW, FLOW, true},
	{"hr", FLOW, NOTHING, true},
	{"li", ITEMS, FLOW | PHRASING, true},
	{"main", FLOW, FLOW, true},
	{"nav", FLOW, FLOW, true},
	{"ol", FLOW, ITEMS, true},
	{"p", FLOW, PHRASING, true},
	{"section", FLOW, FLOW, true},
	{"span", PHRASING, PHRASING, false},
	{"strong", PHRASING, PHRASING, false},
	{"summary", DETAILS, PHRASING, true},
	{"table", FLOW, PARTS, true},
	{"tbody", PARTS, ROWS, true},
	{"td", CELLS, FLOW | PHRASING, false},
	{"th", CELLS, PHRASING, false},
	{"thead", PARTS, ROWS, true},
	{"tr", ROWS, CELLS, true},
	{"ul", FLOW, ITEMS, true},
};

static const struct html_element body = {"body", NOTHING, FLOW, false};

static const struct html_element *element_of(const char *name)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (strcmp(elements[i].name, name) == 0)
			return &elements[i];
	assert(!"an element that the table has not");
	return &body;
}

static void push(struct html *html, const struct html_element *element)
{
	html->open = arena_grow(html->arena, html->open, &html->capacity, html->depth + 1,
				sizeof(const struct html_element *));
	html->open[html->depth++] = element;
}

void html_init(struct html *html, struct buffer *out, struct arena *arena)
{
	*html = (struct html){.out = out, .arena = arena};
	push(html, &body);
}

static void end_tag(struct html *html)
{
	if (html->in_tag)
		buffer_byte(html->out, '>');
	html->in_tag = false;
}

void html_open(struct html *html, const char *name)
{
	const struct html_element *element = element_of(name);

	assert((element->fits & html->open[html->depth - 1]->holds) != 0);
	end_tag(html);
	buffer_format(html->out, "<%s", name);
	html->in_tag = true;
	push(html, element);
}

void html_attribute(struct html *html, const char *name, struct str value)
{
	assert(html->in_tag);
	buffer_format(html->out, " %s=\"", name);
	html_escape_attribute(html->out, value);
	buffer_byte(html->out, '"');
}

void html_class(struct html *html, const char *names)
{
	html_attribute(html, "class", str_of(names));
}

void html_id(struct html *html, const char *name, struct str ids)
{
	assert(html->in_tag);
	buffer_format(html->out, " %s=\"", name);
	for (size_t from = 0; from < ids.length;) {
		size_t to = str_find(ids, ' ', from);

		if (from > 0)
			buffer_byte(html->out, ' ');
		html_escape_attribute(html->out, html->prefix);
		html_escape_attribute(html->out, str_slice(ids, from, to));
		from = to + 1;
	}
	buffer_byte(html->out, '"');
}

/* By the language's first subtag: those that are written from right to left by custom. */
static bool is_right_to_left(struct str language)
{
	static const char *const languages[] = {"ar", "ckb", "dv", "fa", "he",
						"ps", "sd",  "ug", "ur", "yi"};
	struct str first = str_slice(language, 0, str_find(language, '-', 0));

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_is(first, languages[i]))
			return true;
	return false;
}

void html_language(struct html *html, struct str language)
{
	if (language.length == 0)
		return;
	html_attribute(html, "lang", language);
	if (is_right_to_left(language))
		html_attribute(html, "dir", STR("rtl"));
	if (html->xml)
		html_attribute(html, "xml:lang", language);
}

/* As the Unicode Bidirectional Algorithm finds a paragraph's direction: rule P2. */
bool html_direction(struct html *html, struct str text)
{
	for (size_t at = 0; at < text.length;) {
		FriBidiCharType type = fribidi_get_bidi_type(str_next(text, &at));

		if (!FRIBIDI_IS_STRONG(type))
			continue;
		if (FRIBIDI_IS_RTL(type))
			html_attribute(html, "dir", STR("rtl"));
		return true;
	}
	return false;
}

void html_close(struct html *html, const char *name)
{
	const struct html_element *element = html->open[html->depth - 1];

	assert(html->depth > 1 && strcmp(element->name, name) == 0);
	if (html->xml && element->holds == NOTHING)
		buffer_byte(html->out, '/');
	end_tag(html);
	if (element->holds != NOTHING)
		buffer_format(html->out, "</%s>", name);
	if (element->line)
		buffer_byte(html->out, '\n');
	html->depth--;
}

void html_text(struct html *html, struct str text)
{
	if (text.length == 0)
		return;
	assert((html->open[html->depth - 1]->holds & PHRASING) != 0);
	end_tag(html);
	html_escape_text(html->out, text);
}

void html_raw(struct html *html, const char *markup)
{
	end_tag(html);
	buffer_text(html->out, markup);
}

void html_element(struct html *html, const char *name, const char *class, struct str text)
{
	html_open(html, name);
	if (class)
		html_class(html, class);
	html_text(html, text);
	html_close(html, name);
}

void html_finish(struct html *html)
{
	assert(html->depth == 1 && !html->in_tag);
	(void)html;
}

static bool are_digits(struct str text, size_t from, size_t count)
{
	for (size_t i = from; i < from + count; i++)
		if (i >= text.length || text.at[i] < '0' || text.at[i] > '9')
			return false;
	return true;
}

/* Where a financial year, "2024-25", begins; the text's length when it holds none. */
static size_t find_year(struct str text, size_t from)
{
	for (size_t at = str_find(text, '-', from); at < text.length;
	     at = str_find(text, '-', at + 1))
		if (at >= from + 4 && are_digits(text, at - 4, 4) && are_digits(text, at + 1, 2))
			return at - 4;
	return text.length;
}

void html_words(struct html *html, struct str text)
{
	enum { YEAR_LENGTH = 7 };
	size_t from = 0;

	for (size_t year = find_year(text, 0); year < text.length; year = find_year(text, from)) {
		html_text(html, str_slice(text, from, year));
		from = year + YEAR_LENGTH;
		html_open(html, "span");
		html_class(html, "keep");
		html_text(html, str_slice(text, year, from));
		html_close(html, "span");
	}
	html_text(html, str_slice(text, from, text.length));
}
